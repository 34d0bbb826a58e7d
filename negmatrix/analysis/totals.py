"""Several issues together: a topic, or all."""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.alignment import Alignment
from negmatrix.analysis.spans import Interval
from negmatrix.model.verdicts import Word

OUTSIDE = (Word.DROPPED, Word.PARKED)
"""Verdicts that keep an issue out of totals."""

COUNTED = (
    Word.SETTLED,
    Word.ALIGNED,
    Word.PARTIAL,
    Word.DIVERGENT,
    Word.UNCLEAR,
    Word.PARKED,
    Word.DROPPED,
    Word.OPEN,
)
"""The order in which verdicts are counted."""


class Total(NamedTuple):
    """The weighted mean alignment of `n` of `of` issues, 0 to 1, None for n = 0, and how many have each verdict.

    Issues of weight 0 are in none of these numbers; dropped and parked ones are only in `counts`.
    """

    alignment: Fraction | None
    span: Interval | None
    n: int
    of: int
    counts: Mapping[str, int]


def add_up(issues: Iterable[tuple[Decimal, Alignment]]) -> Total:
    """The total of issues, each with its weight."""
    counted = [(Fraction(weight), measured) for weight, measured in issues if weight > 0]
    inside = [pair for pair in counted if pair[1].verdict not in OUTSIDE]
    compared = [(weight, measured) for weight, measured in inside if measured.alignment is not None]
    words = Counter(measured.verdict for _, measured in counted)
    return Total(
        alignment=_mean([(weight, measured.alignment or Fraction()) for weight, measured in compared]),
        span=_span(compared),
        n=len(compared),
        of=len(inside),
        counts={word.value: words[word] for word in COUNTED},
    )


def _mean(values: list[tuple[Fraction, Fraction]]) -> Fraction | None:
    weights = sum(weight for weight, _ in values)
    return sum((weight * value for weight, value in values), Fraction()) / weights if weights else None


def _span(compared: list[tuple[Fraction, Alignment]]) -> Interval | None:
    """Accounts of different issues do not depend on each other, so the ends of the mean are the means of the ends."""
    if all(measured.span is None for _, measured in compared):
        return None
    spans = [(weight, measured.span or _point(measured)) for weight, measured in compared]
    low = _mean([(weight, span.low) for weight, span in spans])
    high = _mean([(weight, span.high) for weight, span in spans])
    return None if low is None or high is None else Interval(low, high)


def _point(measured: Alignment) -> Interval:
    value = measured.alignment or Fraction()
    return Interval(value, value)
