"""Values as they stand in JSON: texts in quotes, numbers to 12 places, true, false and null."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

PLACES = 12
"""Digits behind the point that a fraction is rounded to."""

_MOST_KNOWN = 10_000
_HIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

Write: TypeAlias = Callable[[Any, str], str]
"""A value to text, of which each line after the first starts with what is given: a line end and blanks."""


class Texts(dict[str, str]):
    """Texts of one result as JSON has them, each written once: ids and stances stand in it many times."""

    def __init__(self, quote: Callable[[str], str]) -> None:
        super().__init__()
        self._quote = quote

    def __missing__(self, text: str) -> str:
        """Characters that would be invisible, reorder what is shown, or are no UTF-8, as escapes."""
        quoted = self._quote(text)
        shown = quoted if quoted.isascii() and "\x7f" not in quoted else _HIDDEN.sub(_escape, quoted)
        self[text] = shown
        return shown


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


class Numbers:
    """Numbers of one result as JSON has them: a place is told of a cell and of its past, and many cells share it."""

    def __init__(self) -> None:
        self._told: dict[int, tuple[Fraction | Decimal, str]] = {}

    def write(self, value: Fraction | Decimal, margin: str) -> str:
        """A number, known by where it lies in memory, as it is held there: its worth takes as long to look up as to write."""
        known = self._told.get(id(value))
        if known is not None:
            return known[1]
        text = write_number(value, margin)
        if len(self._told) < _MOST_KNOWN:
            self._told[id(value)] = value, text
        return text


def write_number(value: Fraction | Decimal, _: str) -> str:
    """To 12 places, halves to the even side; the division of two integers is as exact as a float can be."""
    above, below = value.as_integer_ratio()
    if below == 1:
        return str(above)
    whole, rest = divmod(above * 10**PLACES, below)
    whole += 2 * rest > below or (2 * rest == below and whole % 2)
    return repr(whole / 10**PLACES)


CONSTANTS: Mapping[type, Write] = {
    type(None): lambda value, margin: "null",  # noqa: ARG005 - one signature for all
    bool: lambda value, margin: "true" if value else "false",  # noqa: ARG005
    int: lambda value, margin: str(value),  # noqa: ARG005
}
"""How the values that are the same in all results are written, by their type."""
