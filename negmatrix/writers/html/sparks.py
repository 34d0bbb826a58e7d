"""Sparks as small drawings."""

from fractions import Fraction

from negmatrix.document import Spark
from negmatrix.writers.html.escaping import escape
from negmatrix.writers.sparks import tell_spark

_BAR, _STEP, _HEIGHT = 5, 7, 16


def draw_spark(spark: Spark) -> str:
    """A bar for each value, as high as it is large; where there is none, a dot."""
    width = max(1, len(spark.values) * _STEP - (_STEP - _BAR))
    bars = "".join(_draw_bar(number * _STEP, value) for number, value in enumerate(spark.values))
    return (
        f'<svg class="spark" role="img" width="{width}" height="{_HEIGHT}" viewBox="0 0 {width} {_HEIGHT}">'
        f"<title>{escape(tell_spark(spark))}</title>{bars}</svg>"
    )


def _draw_bar(x: int, value: Fraction | None) -> str:
    if value is None:
        return f'<circle class="gap" cx="{x + _BAR / 2:g}" cy="{_HEIGHT - 1.5:g}" r="1"/>'
    height = 1.5 + (_HEIGHT - 1.5) * max(0.0, min(1.0, float(value)))
    return f'<rect x="{x}" y="{_HEIGHT - height:.4g}" width="{_BAR}" height="{height:.4g}"/>'
