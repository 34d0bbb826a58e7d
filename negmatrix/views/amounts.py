"""Moves and changes as people read them: signed, with what they are counted in."""

from fractions import Fraction
from math import floor

_SINGULAR = {"levels": "level", "days": "day"}


def show_number(value: Fraction) -> str:
    """A number in digits: exact where that takes at most 12 of them behind the point, else rounded to two."""
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


def show_points(change: Fraction | None) -> str:
    """A signed change of an agreement in points of 100, as in +46; with one digit behind the point below 1."""
    if change is None:
        return "n/a"
    points = abs(change) * 100
    sign = "+" if change > 0 else "-" if change < 0 else ""
    if 0 < points < 1:
        tenths = floor(points * 10 + Fraction(1, 2))
        return f"{sign}0.{tenths}" if 0 < tenths < 10 else f"{sign}1" if tenths else f"{sign}<0.1"
    return f"{sign}{floor(points + Fraction(1, 2))}"
