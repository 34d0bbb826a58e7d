"""What stood in the earlier file, told in the names of the later one."""

from collections.abc import Mapping
from typing import NamedTuple

from negmatrix.model.positions import Position
from negmatrix.model.standing import Cell, Cells, Ruling, Standing
from negmatrix.model.verdicts import Verdict
from negmatrix.source import Text


class Translation(NamedTuple):
    """Later ids of issues and parties by earlier ones, and later names of levels by the issue's later id. `needed` tells whether anything has
    another name.
    """

    issues: Mapping[str, str]
    parties: Mapping[str, str]
    levels: Mapping[str, Mapping[str, str]]
    needed: bool

    def issue(self, name: str) -> Text:
        """An issue's later id."""
        return Text(self.issues.get(name, name))

    def party(self, name: str) -> Text:
        """A party's later id."""
        return Text(self.parties.get(name, name))


def make_translation(
    issues: Mapping[str, str], parties: Mapping[str, str], levels: Mapping[str, Mapping[str, str]]
) -> Translation:
    """The translation by these names."""
    renamed = any(old != new for names in (issues, parties) for old, new in names.items())
    return Translation(issues, parties, levels, renamed or any(levels.values()))


def translate(standing: Standing, translation: Translation) -> Standing:
    """All that stands, under later names."""
    if not translation.needed:
        return standing
    cells: Cells = {
        translation.issue(issue): {
            translation.party(party): _translate_cell(cell, translation) for party, cell in row.items()
        }
        for issue, row in standing.cells.items()
    }
    rulings: Mapping[str, tuple[Ruling, ...]] = {
        translation.issue(issue): tuple(
            Ruling(translate_verdict(ruling.verdict, translation), ruling.turn) for ruling in held
        )
        for issue, held in standing.rulings.items()
    }
    return standing._replace(cells=cells, rulings=rulings)


def _translate_cell(cell: Cell, translation: Translation) -> Cell:
    origins = {name: translate_position(position, translation) for name, position in cell.origins.items()}
    return Cell(translate_position(cell.position, translation), cell.since, origins)


def translate_position(position: Position, translation: Translation) -> Position:
    """A position under later names."""
    if not translation.needed:
        return position
    issue = translation.issue(position.issue)
    levels = translation.levels.get(issue, {})
    return position._replace(
        issue=issue,
        party=translation.party(position.party),
        stance=_rename(position.stance, levels),
        accepts=_rename_all(position.accepts, levels),
        rejects=_rename_all(position.rejects, levels),
        depends_on=None if position.depends_on is None else tuple(map(translation.issue, position.depends_on)),
        claims=tuple(claim._replace(stance=_rename(claim.stance, levels)) for claim in position.claims),
        earlier=tuple(translate_position(other, translation) for other in position.earlier),
    )


def translate_verdict(verdict: Verdict, translation: Translation) -> Verdict:
    """A verdict under later names."""
    if not translation.needed:
        return verdict
    issue = translation.issue(verdict.issue)
    return verdict._replace(
        issue=issue,
        agreed=_rename(verdict.agreed, translation.levels.get(issue, {})),
        between=tuple(map(translation.party, verdict.between)),
        over=tuple(map(translation.party, verdict.over)),
    )


def _rename(stance: Text | None, levels: Mapping[str, str]) -> Text | None:
    if stance is None or stance not in levels:
        return stance
    return Text(levels[stance], stance.source, stance.start, stance.end)


def _rename_all(stances: tuple[Text, ...] | None, levels: Mapping[str, str]) -> tuple[Text, ...] | None:
    return None if stances is None else tuple(_rename(stance, levels) or stance for stance in stances)
