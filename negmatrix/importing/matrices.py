"""Matrices that negmatrix wrote itself, back to the table of positions in them: what was measured goes, and so do signs."""

import re
from collections.abc import Iterator, Sequence

from negmatrix.importing.statements import NOT_APPLICABLE, WITHDRAWN
from negmatrix.importing.tables import RawTable

MARKS = ("●", "◐", "○", "◌", "…", "✓", "‖", "×", "■", "?", "↺", "◷", "≠", "¶", "·", "–", "⊖", "†")
"""The signs of the writers. A verdict, of which each row of an issue has one, begins with its sign."""

_VERDICTS = ("Agreement", "Verdict")
"""The heading over verdicts: in a workbook it is not that of the percentages too."""
_TAILS = frozenset(("", "verdict", "agreement", "parties", "all issues"))
"""What stands behind the parties, the last where parties were rows."""
_BEHIND = re.compile(rf"(?:\s+[{re.escape(''.join(MARKS))}](?=\s|\[|$)|\s*\[\^?[0-9]+\])+$", re.MULTILINE)
_TOTAL = "All issues"


def strip_matrix(table: RawTable) -> RawTable | None:
    """The issues and parties of a matrix of negmatrix, a topic in all cells of its row; None for any other table."""
    headers = table.headers
    end = next((at for at, header in enumerate(headers) if header in _VERDICTS), 0) if headers[:1] == ("Issue",) else 0
    if end < 2 or not _TAILS.issuperset(header.casefold() for header in headers[end:]):
        return None
    if not any(row[end].startswith(MARKS) for row in table.rows):
        return None
    return table._replace(headers=headers[:end], rows=tuple(_strip_rows(table.rows, end)))


def _strip_rows(rows: Sequence[Sequence[str]], end: int) -> Iterator[tuple[str, ...]]:
    for row in rows:
        title, *cells = row[:end]
        if row[end].startswith(MARKS) or not {"", cells[0]}.issuperset(cells):
            yield (title, *map(_strip_cell, cells))
        elif title != _TOTAL and end > 2:
            yield (title,) * end


def _strip_cell(cell: str) -> str:
    if cell == "–":
        return NOT_APPLICABLE
    return WITHDRAWN if cell.startswith("⊖") else _BEHIND.sub("", cell)
