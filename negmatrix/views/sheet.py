"""What the two ways to lay out a matrix have in common."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from negmatrix.analysis.matrix import MatrixResult, ShownParty
from negmatrix.analysis.rows import IssueRow
from negmatrix.document import Cell, Line, Tone
from negmatrix.model.parties import Role
from negmatrix.views.cells import CellStyle, Stances, show_entry, shows_stance

Cite: TypeAlias = Callable[[Sequence[str]], tuple[int, ...]]
"""Turns cited words into numbers of footnotes."""


class Sheet(NamedTuple):
    """A result with how to lay it out; `shows` is says, stance, both or links, `order` file, divergence or title."""

    result: MatrixResult
    shows: str
    order: str
    cite: Cite
    names: Mapping[str, str]
    titles: Mapping[str, str]
    filled: dict[str, "FilledRow"]


class FilledRow(NamedTuple):
    """The cells of an issue, of all parties in the order of the file, and how they are filled."""

    style: CellStyle
    cells: tuple[Cell, ...]


def lay_out(result: MatrixResult, shows: str, order: str, cite: Cite) -> Sheet:
    """A sheet that knows the names of parties and the titles of issues."""
    names: Mapping[str, str] = {party.id: party.name for party in result.talks.parties}
    titles: Mapping[str, str] = {issue.id: issue.title for issue in result.issues}
    return Sheet(result, shows, order, cite, names, titles, {})


def sort_rows(sheet: Sheet) -> list[IssueRow]:
    """The issues in the order of the file, by title, or the most divergent first and those without a number last."""
    rows = sheet.result.issues
    if sheet.order == "title":
        return sorted(rows, key=lambda row: (row.title.casefold(), row.title))
    if sheet.order == "divergence":
        return sorted(rows, key=lambda row: -1 if row.divergence is None else row.divergence, reverse=True)
    return list(rows)


def style_of(row: IssueRow, sheet: Sheet) -> CellStyle:
    """How the cells of an issue are filled."""
    stances = [entry.stance for entry in row.positions if entry.stance is not None]
    differs = len(stances) == 1 or len(set(stances)) > 1 or any(map(shows_stance, row.positions))
    return CellStyle(sheet.shows, Stances(row.unit), row.scaled, differs, sheet.cite, sheet.titles)


def fill_row(row: IssueRow, sheet: Sheet) -> FilledRow:
    """The cells of an issue. They are made once, since a report shows them with the issue, too."""
    filled = sheet.filled.get(row.id)
    if filled is None:
        style = style_of(row, sheet)
        filled = sheet.filled[row.id] = FilledRow(style, tuple([show_entry(entry, style) for entry in row.positions]))
    return filled


def needs_base(result: MatrixResult) -> bool:
    """Whether some agreement rests on fewer than all measured parties, which then must be told."""
    measured = sum(party.role == Role.PARTY.value for party in result.talks.parties)
    return any(row.alignment is not None and row.n < measured for row in result.issues)


def name_party(party: ShownParty) -> str:
    """A party's name, marked when it is not measured."""
    return str(party.name) if party.role == Role.PARTY.value else f"{party.name} ({party.role})"


def tone_party(party: ShownParty) -> Tone:
    """Muted for who is not measured."""
    return Tone.PLAIN if party.role == Role.PARTY.value else Tone.MUTED


def show_title(row: IssueRow) -> Cell:
    """An issue's title, and its weight where that is not 1."""
    weighed = (Line(f"weight {row.weight:f}", tone=Tone.MUTED),) if row.weight not in (0, 1) else ()
    return Cell((Line(row.title), *weighed), str(row.title))
