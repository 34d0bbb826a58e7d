"""Values as they stand in CSV: bare, exact to 12 places, and never a formula to the spreadsheet that opens them."""

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any, TextIO

from negmatrix.writers.plain import make_plain

PLACES = 12
"""Digits behind the point that a fraction is rounded to, as in JSON."""

_FORMULA = re.compile(r"[\t\n]|'*[\s\u200b-\u200f\u2060]*[-=+@＝＋－＠﹦﹢﹣﹫]|'+[\t\n]")
_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?")


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


def defuse(text: str) -> str:
    """The text behind one apostrophe if a spreadsheet would take it for a formula and it is no number.

    So is text that starts with apostrophes and would be one without them: who takes one away from whatever is a formula
    behind it gets the very text back.
    """
    if not text or text[0].isalnum():
        return text
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _show_number(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value.numerator)
    digits = f"{Decimal(round(value * 10**PLACES)).scaleb(-PLACES):f}"
    return digits.rstrip("0").rstrip(".")
