"""Text that a workbook can hold: no control characters, not too long, nothing that its format takes for an escape."""

import re
from collections.abc import Collection

from negmatrix.document import Cell, Line
from negmatrix.writers.plain import make_plain
from negmatrix.writers.signs import spell
from negmatrix.writers.sparks import draw_spark

LONGEST = 32_767
"""As many characters, counted in UTF-16, as a cell may have."""

_CUT = " … [cut]"
_ESCAPE = re.compile("(?<=_)(?=x[0-9A-Fa-f]{4}_)")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\s]+")
_NAME_LENGTH = 31


def show_text(text: str) -> str:
    """The text, controls as visible escapes; what is too long for a cell is cut, and says so."""
    return _cut(make_plain(text), LONGEST, _CUT)


def part_escapes(text: str) -> list[str]:
    """The text in parts, none of which holds what the file format takes for a character by its number: `_x0041_`."""
    return _ESCAPE.split(text)


def show_words(cell: Cell) -> str:
    """A cell's lines with their signs, one below the other, and the numbers of its notes."""
    words = "\n".join(told for told in map(show_line, cell.lines) if told)
    return show_text(" ".join((*((words,) if words else ()), *(f"[{note}]" for note in cell.notes))))


def show_line(line: Line) -> str:
    """A line with its spark and signs."""
    drawn = () if line.spark is None else (draw_spark(line.spark),)
    return spell(line, " ".join((*drawn, *((line.text,) if line.text else ()))))


def name_sheet(wanted: str, taken: Collection[str], part: str = "") -> str:
    """A name for a sheet: at most 31 characters, none that is forbidden, no apostrophe at an end, unlike all others.

    It starts with the part of a document that the sheet belongs to, which is cut where both are too long.
    """
    name, of = _clean(wanted) or "Table", _clean(part)
    unlike = {"history", *(other.casefold() for other in taken)}
    number, shown = 1, _join(of, name, "")
    while shown.casefold() in unlike:
        number += 1
        shown = _join(of, name, f" ({number})")
    return shown


def _clean(text: str) -> str:
    return _FORBIDDEN.sub(" ", make_plain(text)).strip("' ")


def _join(part: str, name: str, number: str) -> str:
    """As in: Quota, Positions (2)."""
    end = f", {_cut(name, _NAME_LENGTH // 2, '…')}{number}" if part else number
    return _cut(part or name, _NAME_LENGTH - _measure(end), "…").strip("' ") + end


def _cut(text: str, length: int, end: str) -> str:
    if _measure(text) <= length:
        return text
    cut = text.encode("utf-16-le")[: (length - len(end)) * 2].decode("utf-16-le", "ignore")
    return cut + end


def _measure(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
