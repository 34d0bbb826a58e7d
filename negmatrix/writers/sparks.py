"""Sparks as rows of characters and as words, in every format that has only text."""

from fractions import Fraction

from negmatrix.document import Spark

BARS = "▁▂▃▄▅▆▇█"
GAP = "·"
"""Stands where there is no value; no bar looks like it."""


def draw_spark(spark: Spark, bars: str = BARS, gap: str = GAP) -> str:
    """One character for each value, the lowest bar for 0 and the highest for 1."""
    return "".join(gap if value is None else bars[_find_step(value, len(bars))] for value in spark.values)


def tell_spark(spark: Spark) -> str:
    """As in: March 40%, April none, May 67%."""
    told = ("none" if value is None else f"{round(value * 100)}%" for value in spark.values)
    return ", ".join(f"{label} {value}" for label, value in zip(spark.labels, told, strict=True))


def _find_step(value: Fraction, steps: int) -> int:
    return max(0, min(steps - 1, int(value * steps)))
