"""Members of blocs taken to stand where their bloc does: a guess, never a statement, and marked wherever it counts."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from negmatrix.analysis.agreement import stance_of
from negmatrix.model.issues import Issue
from negmatrix.model.positions import STATED, Position
from negmatrix.model.standing import Cell, Cells, Standing
from negmatrix.model.talks import Talks
from negmatrix.source import Text


class Imputed(NamedTuple):
    """What would stand if members without a position stood where their bloc does; by party the issues where they do."""

    standing: Standing
    issues: Mapping[str, frozenset[str]]

    @property
    def cells(self) -> int:
        """How many cells are taken from a bloc."""
        return sum(map(len, self.issues.values()))


def impute_blocs(talks: Talks, standing: Standing) -> Imputed:
    """Each member that neither stated nor withdrew anything, and to whom the issue applies, takes its own bloc's stance.

    A bloc within a bloc that is silent itself passes on what it takes. Blocs of one member that differ leave it silent.
    """
    blocs: dict[str, list[str]] = {}
    for party in talks.parties.values():
        for member in party.members:
            blocs.setdefault(member, []).append(party.id)
    taken = {issue.id: dict(_take(issue, standing, blocs)) for issue in talks.issues.values()}
    cells: Cells = {
        issue.id: {**standing.cells.get(issue.id, {}), **taken[issue.id]} for issue in talks.issues.values()
    }
    issues = {party: frozenset(issue for issue, row in taken.items() if party in row) for party in blocs}
    return Imputed(standing._replace(cells=cells), {party: told for party, told in issues.items() if told})


def _take(issue: Issue, standing: Standing, blocs: Mapping[str, list[str]]) -> Iterator[tuple[str, Cell]]:
    written = standing.cells.get(issue.id, {})
    for member in blocs:
        cell = written.get(member)
        stance = _find_stance(member, issue, written, blocs) if _is_silent(cell) else None
        if stance is not None:
            empty = cell.position if cell else Position(issue.id, Text(member), standing.round.id)
            yield member, Cell(empty._replace(stance=stance), standing.turn)


def _is_silent(cell: Cell | None) -> bool:
    return cell is None or (cell.position.state is STATED and not cell.position.stated)


def _find_stance(party: str, issue: Issue, written: Mapping[str, Cell], blocs: Mapping[str, list[str]]) -> Text | None:
    """A party's own stance or, where it says nothing, that of its blocs if they have one and the same."""
    if issue.scale is None or not _is_silent(written.get(party)):
        return stance_of(written.get(party), issue.scale)
    found = [_find_stance(bloc, issue, written, blocs) for bloc in blocs.get(party, ())]
    stances = [stance for stance in found if stance is not None]
    alike = stances and all(issue.scale.same(stances[0], other) for other in stances)
    return stances[0] if alike else None
