"""How much an import takes, told before more is read to the end."""

from collections.abc import Sized

from negmatrix.finding.lost import LostError

MOST_CELLS = 2_000_000
MOST_ROWS = 250_000
MOST_TABLES = 10_000
MOST_POSITIONS = 100_000
"""Positions in a table that is not our own: a talks of 1000 issues and 100 parties."""

MOST_ENTRIES = 10_000
"""Issues, parties and rounds, each: a talks file may hold no more, so none is made of more."""


def check_entries(place: str, what: str, entries: Sized) -> None:
    """LostError for more issues, parties or rounds than a talks may have."""
    if len(entries) > MOST_ENTRIES:
        raise LostError(f"{place} has more than {MOST_ENTRIES} {what}, the most that a talks may have")


def check_area(place: str, rows: int, columns: int) -> None:
    """LostError for a sheet on which something lies too far out."""
    if rows * columns > MOST_CELLS:
        far = f"reaches to row {rows} and column {columns}"
        raise LostError(f"{place} {far}: an import takes {MOST_CELLS} cells; delete what lies far out")


def check_cells(place: str, columns: int, rows: int) -> None:
    """LostError for a table of more cells than an import takes."""
    if columns * rows > MOST_CELLS:
        raise LostError(f"{place} has {columns} columns and {rows} rows: an import takes {MOST_CELLS} cells")


def check_rows(place: str, count: int) -> None:
    """LostError for more rows than an import takes, which is told before they are read to the end."""
    if count > MOST_ROWS:
        raise LostError(f"{place} has more than {MOST_ROWS} rows: an import takes no more")


def check_tables(count: int) -> None:
    """LostError for more tables than an import looks at."""
    if count > MOST_TABLES:
        raise LostError(f"there are more than {MOST_TABLES} tables here: an import looks at no more")


def check_positions(place: str, count: int) -> None:
    """LostError for more positions than an import takes."""
    if count > MOST_POSITIONS:
        raise LostError(f"{place} has more than {MOST_POSITIONS} positions: an import takes no more")
