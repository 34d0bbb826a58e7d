"""Numbers as tables write them, cleaned to plain ones."""

import re
from decimal import Decimal
from typing import NamedTuple

from negmatrix.importing.statements import MOST_KNOWN
from negmatrix.model.quantity import parse_day, parse_number

_LONGEST = 60
_FIGURE = re.compile(
    r"(?P<before>[€$£¥₴₽₹₺]|[A-Z]{1,3}\$|[A-Z]{3}(?=[\s\d]))?\s*(?P<sign>[-+−–]?)\s*(?P<currency>[€$£¥₴₽₹₺]?)"
    r"(?P<digits>[0-9]+(?:[.,'’ \u00a0\u202f][0-9]+)*)\s*(?P<after>[^\d\s][^\d\n]{0,30})?"
)
_CURRENCY = re.compile(r"[€$£¥₴₽₹₺]")
_GROUPED = re.compile(r"[0-9]{1,3}(?:(['’ \u00a0\u202f,.])[0-9]{3})(?:\1[0-9]{3})*")


class Figure(NamedTuple):
    """A plain number, or a day, with the unit it was written with."""

    number: str
    unit: str
    day: bool = False

    @property
    def value(self) -> Decimal:
        """Its value; a day counts from year 1."""
        day = parse_day(self.number) if self.day else None
        return Decimal(day.toordinal()) if day else Decimal(self.number)


def read_figure(text: str) -> Figure | None:
    """The figure that a text is: `€1,200`, `12,5 %`, `40 kt`, `2025-05-01`; None for anything else."""
    if len(text) > _LONGEST:
        return None
    if text.isdigit() and text.isascii():
        return Figure(text, "") if parse_number(text) is not None else None
    if parse_day(text) is not None:
        return Figure(text, "", day=True)
    match = _FIGURE.fullmatch(text.strip())
    if match is None:
        return None
    number = _clean(match["digits"])
    currencies = [match["before"], match["currency"], *_CURRENCY.findall(match["after"] or "")]
    if number is None or sum(map(bool, currencies)) > 1:
        return None
    sign = "-" if match["sign"] in ("-", "−", "–") and match["sign"] else ""
    after = (match["after"] or "").strip()
    if parse_number(sign + number) is None or len(after.split()) > 3 or after.endswith(("-", "–", "+", "/", ":", "?")):
        return None
    return Figure(sign + number, " ".join(filter(None, (match["before"], match["currency"], after))))


class Figures(dict[str, Figure | None]):
    """Figures by the text of a cell, each read once."""

    def __missing__(self, text: str) -> Figure | None:
        figure = read_figure(text)
        if len(self) < MOST_KNOWN:
            self[text] = figure
        return figure


def _clean(digits: str) -> str | None:
    """Digits without what parts thousands, with a point for decimals; None when it could be read in no way.

    A lone comma before three digits parts thousands, a lone point does not.
    """
    marks = [character for character in digits if not character.isdigit()]
    if not marks:
        return digits
    last = marks[-1]
    if (
        last in ",."
        and marks.count(last) == 1
        and (last == "." or len(digits.rpartition(",")[2]) != 3 or len(set(marks)) > 1)
    ):
        whole, _, decimals = digits.rpartition(last)
        whole = whole if whole.isdigit() else _ungroup(whole)
        return f"{whole}.{decimals}" if whole else None
    return _ungroup(digits) or None


def _ungroup(digits: str) -> str:
    """Digits whose thousands are parted by one sign throughout; empty for others."""
    return "".join(filter(str.isdigit, digits)) if _GROUPED.fullmatch(digits) else ""
