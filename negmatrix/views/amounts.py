"""Moves and changes as people read them: signed, with what they are counted in."""

from fractions import Fraction
from math import floor

_SINGULAR = {"levels": "level", "days": "day"}


def show_number(value: Fraction) -> str:
    """A number in digits: exact where that takes at most 12 of them behind the point, else rounded to two."""
    if value.denominator == 1:
        return str(value.numerator)
    sign, whole = "-" if value < 0 else "", abs(value)
    scaled = whole * 10**12
    if scaled.denominator == 1:
        text = f"{scaled.numerator // 10**12}.{scaled.numerator % 10**12:012d}".rstrip("0").rstrip(".")
    else:
        cents = floor(whole * 100 + Fraction(1, 2))
        text = f"{cents // 100}.{cents % 100:02d}"
    return sign + text


def show_move(move: Fraction, unit: str | None) -> str:
    """A signed move in its unit, as in +3.7%, -1 level, +10 weeks."""
    sign = "+" if move > 0 else ""
    if unit == "%":
        return f"{sign}{show_number(move)}%"
    if abs(move) == 1:
        unit = _SINGULAR.get(unit or "", unit)
    return f"{sign}{show_number(move)}" + (f" {unit}" if unit else "")


def count_points(change: Fraction | None) -> Fraction | None:
    """What `show_points` shows, exactly: a change of an agreement, a share of one, in points of 100."""
    return None if change is None else change * 100


def show_points(change: Fraction | None) -> str:
    """A signed change of an agreement in points of 100, to one digit behind the point, as in +45.5; 0 for none."""
    if change is None:
        return "n/a"
    tenths = floor(abs(change) * 1000 + Fraction(1, 2))
    sign = "+" if change > 0 else "-" if change < 0 else ""
    if not tenths:
        return f"{sign}<0.1" if change else "0"
    return f"{sign}{tenths // 10}.{tenths % 10}"
