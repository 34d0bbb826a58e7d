"""Values as they stand in CSV: bare, exact to 12 places, and never a formula to the spreadsheet that opens them."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any, TextIO

from negmatrix.formulas import defuse
from negmatrix.writers.plain import make_plain

PLACES = 12
"""Digits behind the point that a fraction is rounded to, as in JSON."""


def write_rows(rows: Iterable[Iterable[Any]], out: TextIO) -> None:
    """Rows as RFC 4180 has them: CRLF behind each, quotes where needed. The stream must not translate line ends.

    There is no byte-order mark: most that reads CSV takes it for a part of the first title. People who want a
    spreadsheet get a workbook.
    """
    import csv

    csv.writer(out).writerows(["" if value is None else show_value(value) for value in row] for row in rows)


def show_value(value: Any) -> str:
    """A value in words: nothing for None, true and false, numbers in digits, and text that is no formula."""
    if value is None:
        return ""
    if isinstance(value, str):
        return defuse(make_plain(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return _show_number(Fraction(value))


def _show_number(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value.numerator)
    digits = f"{Decimal(round(value * 10**PLACES)).scaleb(-PLACES):f}"
    return digits.rstrip("0").rstrip(".")
