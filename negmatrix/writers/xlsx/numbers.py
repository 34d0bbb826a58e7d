"""Numbers of cells, with the formats in which a spreadsheet shows them as the words do."""

import re
from fractions import Fraction
from typing import NamedTuple

from negmatrix.document import Cell

_SHOWN = re.compile(r"(?P<sign>[-+]?)(?P<digits>\d+(?:\.(?P<places>\d+))?)(?P<percent>%?)(?P<rest>(?: [\w ().,–%-]*)?)")
_BOUND = re.compile(r"[-+]?[<>]\d+(?:\.\d+|%)")


class Number(NamedTuple):
    """A number and its format."""

    value: float
    format: str


def find_number(cell: Cell) -> Number | None:
    """The number that a cell's words show; None where they show something else, or no number is known.

    What stands behind it, such as "of 3 in 6", becomes a part of the format; so does a bound such as >99% or +<0.1 as a whole.
    """
    value = cell.value
    if not isinstance(value, (int, Fraction)) or len(cell.lines) != 1 or cell.notes:
        return None
    line = cell.lines[0]
    if line.lead is not None or line.signs or line.spark is not None:
        return None
    if _BOUND.fullmatch(line.text):
        return Number(float(value), f'"{line.text}"')
    shown = _SHOWN.fullmatch(line.text)
    return None if shown is None else _match(Fraction(value), shown)


def _match(value: Fraction, shown: re.Match[str]) -> Number | None:
    """The value, where the digits are a rounding of it: as they stand, or as a percentage of one."""
    places = len(shown["places"] or "")
    told = Fraction(shown["sign"] + shown["digits"])
    counted = value * 100 if shown["percent"] else value
    if abs(counted - told) * 2 > Fraction(1, 10**places):
        return None
    digits = f"0.{'0' * places}" if places else "0"
    body = digits + shown["percent"]
    signed = f"+{body};-{body};{body}" if shown["sign"] == "+" else body
    rest = f'"{shown["rest"]}"' if shown["rest"] else ""
    return Number(float(value), f"{signed}{rest}")
