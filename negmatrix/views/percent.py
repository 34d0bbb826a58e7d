"""Shares of one as people read them."""

from fractions import Fraction

from negmatrix.analysis.spans import Interval


def show_percent(share: Fraction | None) -> str:
    """A share as a percentage, half up; 100% and 0% only when exact; n/a where there is none."""
    if share is None:
        return "n/a"
    rounded = (200 * share.numerator + share.denominator) // (2 * share.denominator)
    if rounded >= 100 and share < 1:
        return ">99%"
    return "<1%" if rounded <= 0 < share else f"{rounded}%"


def show_measure(share: Fraction | None, span: Interval | None) -> str:
    """A share with the span that rival accounts leave, as 50% (25–75%)."""
    if span is None:
        return show_percent(share)
    low, high = show_percent(span.low), show_percent(span.high)
    return f"{show_percent(share)} ({low.removesuffix('%') if '<' not in low else low}–{high})"


def count_of(number: int, noun: str, whole: int | None = None, plural: str | None = None) -> str:
    """A count in words: 1 party, 2 parties, 2 of 4 parties."""
    of = "" if whole is None or whole == number else f"{number} of "
    last = whole if of and whole is not None else number
    return f"{of}{last} {noun if last == 1 else plural or noun + 's'}"
