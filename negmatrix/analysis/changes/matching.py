"""Which party and which issue of the earlier side is which of the later one: by id, and where wanted by a guess."""

from collections.abc import Mapping

from negmatrix.analysis.changes.renames import Match, guess_ids, has_strangers, match_ids
from negmatrix.model.issues import Issue
from negmatrix.model.parties import Party
from negmatrix.model.standing import Cell, Cells


def match_parties(old: Mapping[str, Party], new: Mapping[str, Party], cells: tuple[Cells, Cells], guess: bool) -> Match:
    """Parties by their ids; with `guess`, those that bear new ones by name, or by what they say on all issues."""
    match = match_ids(old, new)
    if not guess or not has_strangers(match, old, new):
        return match

    def name(party: Party) -> str:
        return party.name

    columns = [_columns(each) for each in cells]
    marks = (name, name), (lambda party: columns[0].get(party.id), lambda party: columns[1].get(party.id))
    return guess_ids(match, old, new, marks)


def match_issues(
    old: Mapping[str, Issue], new: Mapping[str, Issue], cells: tuple[Cells, Cells], parties: Match, guess: bool
) -> Match:
    """Issues by their ids; with `guess`, those that bear new ones by title, or by what all parties say on them."""
    match = match_ids(old, new)
    if not guess or not has_strangers(match, old, new):
        return match

    def title(issue: Issue) -> str:
        return issue.title

    earlier, later = cells
    marks = (
        (title, title),
        (
            lambda issue: _row(earlier.get(issue.id, {}), parties.later),
            lambda issue: _row(later.get(issue.id, {}), {}),
        ),
    )
    return guess_ids(match, old, new, marks)


def _columns(cells: Cells) -> dict[str, frozenset[tuple[str, object]]]:
    """Each party's positions as something to compare; those with fewer than two tell nobody apart."""
    columns: dict[str, set[tuple[str, object]]] = {}
    for issue, row in cells.items():
        for party, cell in row.items():
            columns.setdefault(party, set()).add((issue, _told(cell)))
    return {party: frozenset(column) for party, column in columns.items() if len(column) > 1}


def _row(cells: Mapping[str, Cell], names: Mapping[str, str]) -> frozenset[tuple[str, object]] | None:
    row = frozenset((names.get(party, party), _told(cell)) for party, cell in cells.items())
    return row if len(row) > 1 else None


def _told(cell: Cell) -> tuple[object, ...]:
    position = cell.position
    return position.state, position.stance, position.says, position.accepts, position.rejects
