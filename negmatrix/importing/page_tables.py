"""A table of an HTML page while it is read."""

import re

from negmatrix.importing.spans import Span

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_LINE_ENDS = re.compile(r" *\n[ \n]*")


class PageTable:
    """A table while it is read: its rows of spans, and how many of them are headers."""

    def __init__(self, heading: str, line: int) -> None:
        self.heading = heading
        self.line = line
        self.rows: list[list[Span]] = []
        self.head_rows = 0
        self.in_head = False
        self.cell: list[str] | None = None
        self.spans = (1, 1)

    def close_cell(self) -> None:
        """End the cell that is open, as the next one does where its end tag is missing."""
        if self.cell is None:
            return
        if not self.rows:
            self.rows.append([])
        self.rows[-1].append(Span(tidy(self.cell), *self.spans))
        self.cell = None

    def close_row(self) -> None:
        """End the row that is open."""
        self.close_cell()
        if self.in_head and self.rows and self.rows[-1]:
            self.head_rows = len(self.rows)


def tidy(parts: list[str]) -> str:
    """Text as a browser shows it: runs of blanks are one, blocks begin on a new line."""
    if len(parts) == 1 and parts[0].isalnum():
        return parts[0]
    pieces = (part if part == "\n" else _BLANKS.sub(" ", part) for part in parts)
    return _LINE_ENDS.sub("\n", "".join(pieces)).strip()


def count_spans(value: str | None) -> int:
    """How far a cell spans, as browsers read it: at least 1, at most 1000."""
    if value is None:
        return 1
    text = value.strip()
    return min(max(int(text), 1), 1000) if text.isdecimal() and len(text) < 10 else 1
