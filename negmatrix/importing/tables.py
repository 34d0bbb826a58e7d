"""Tables as they stand in a document: headers and rows of text, before anybody knows what they mean."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from negmatrix.finding.lost import LostError
from negmatrix.importing.limits import check_cells, check_rows

ONLY_PLACE = "the table"
"""Where the one table of a file of rows stands."""
LONGEST_TEXT = 60_000
MOST_TEXT = 64 * 1024 * 1024
"""Characters of a table, counted in every cell that a text stands in: a cell may span, or a text be shared by, thousands."""

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_BEHIND = "cells behind the last header are left out unless --map says what they hold"
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


class RawTable(NamedTuple):
    """A table; every row has as many cells as there are headers, and `place` says where it stands."""

    place: str
    heading: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Document(NamedTuple):
    """The tables of a document in order, its title if it has one, and what was to be said while reading it."""

    title: str
    tables: list[RawTable]
    remarks: list[str]


class Lines:
    """Lines for the person who imports, each kind told once with how often it came up."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[str, None]] = {}

    def add(self, what: str, where: str = "") -> None:
        """Put down that something came up, and where."""
        self._counts.setdefault(what, {})[where] = None

    def told(self) -> list[str]:
        """One line for each kind, with the first places."""
        return [_tell(what, [place for place in places if place]) for what, places in self._counts.items()]


def _tell(what: str, places: list[str]) -> str:
    more = f" and {len(places) - 3} more" if len(places) > 3 else ""
    return f"{what}: {', '.join(places[:3])}{more}" if places else what


def clean_text(text: str, lines: Lines) -> str:
    """A text without what the format refuses: unseen characters go, line ends become one kind, the endless is cut."""
    if "\r" in text or not text.isprintable():
        text = _BREAKS.sub("\n", text)
        clean = _UNSEEN.sub("", text)
        if clean != text:
            lines.add("characters that cannot stand in a talks file were left out", quote_start(clean))
            text = clean
    if len(text) > LONGEST_TEXT:
        lines.add(f"texts of more than {LONGEST_TEXT} characters were cut", quote_start(text))
        text = text[:LONGEST_TEXT]
    return text


def quote_start(text: str) -> str:
    """The first words of a text in quotes, on one line."""
    line = " ".join(text[:80].split())
    return f"'{line if len(line) <= 30 else line[:29] + '…'}'"


def make_table(place: str, heading: str, grid: Iterable[Sequence[str]], lines: Lines) -> RawTable | None:
    """A table of rows of which the first holds the headers; blank rows are passed over, short ones filled up.

    Rows of a single cell above the headers are its heading. None when nothing is left.
    """
    rows = [row for row in _clean_rows(place, grid, lines) if any(map(str.strip, row))]
    while len(rows) > 1 and _is_title(rows):
        heading = heading or next(cell.strip() for cell in rows[0] if cell.strip())
        del rows[0]
    if not rows:
        return None
    filled = list(map(_count_filled, rows))
    width = max(filled)
    check_cells(place, width, len(rows))
    if width > filled[0]:
        _tell_behind(place, filled[0], rows, lines)
    for index, row in enumerate(rows):
        if len(row) != width:
            rows[index] = (row + ("",) * (width - len(row)))[:width]
    headers = tuple(" ".join(header.split()) for header in rows.pop(0))
    return RawTable(place, " ".join(clean_text(heading, lines).split()), headers, tuple(rows))


def _tell_behind(place: str, end: int, rows: Iterable[Sequence[str]], lines: Lines) -> None:
    """Say which rows have cells behind the last header, of which nobody knows what they hold."""
    of = "" if place == ONLY_PLACE else f" of {place}"
    for row in rows:
        behind = sum(bool(cell.strip()) for cell in row[end:])
        if behind:
            name = quote_start(next(cell for cell in row if cell.strip()).strip())
            lines.add(_BEHIND, f"{behind} in the row {name}{of}")


def _clean_rows(place: str, grid: Iterable[Sequence[str]], lines: Lines) -> Iterator[tuple[str, ...]]:
    """The rows with clean texts; LostError once they are more, or hold more text, than a talks may."""
    size = 0
    for count, row in enumerate(grid):
        check_rows(place, count)
        whole = "".join(row)
        size += len(whole)
        if size > MOST_TEXT:
            raise LostError(
                f"{place} holds more than {MOST_TEXT // 1024**2} million characters: an import takes no more"
            )
        clean = len(whole) <= LONGEST_TEXT and whole.isprintable()
        yield tuple(row) if clean else tuple(clean_text(cell, lines) for cell in row)


def _is_title(rows: list[tuple[str, ...]]) -> bool:
    """Whether the first row is a lone cell above a row of several."""
    first, second = (sum(bool(cell.strip()) for cell in row) for row in rows[:2])
    return first == 1 < second and bool(rows[0][0].strip())


def _count_filled(row: Sequence[str]) -> int:
    """How many cells a row has without the empty ones at its end."""
    end = len(row)
    while end and not row[end - 1].strip():
        end -= 1
    return end
