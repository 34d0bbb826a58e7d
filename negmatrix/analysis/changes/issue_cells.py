"""One issue with all that stands on it at both moments, which every question of a comparison looks at."""

from collections.abc import Mapping
from typing import NamedTuple

from negmatrix.analysis.changes.crowd import Approach
from negmatrix.analysis.changes.field import Field, find_approaches, find_stances, find_steps, lay_field
from negmatrix.analysis.changes.frame import Frame, Matched
from negmatrix.analysis.steps import Steps
from negmatrix.analysis.units import name_unit
from negmatrix.model.scales import Scale
from negmatrix.model.standing import Cell
from negmatrix.source import EMPTY, Text


class IssueCells(NamedTuple):
    """An issue's cells and stances before and after, by party. Where the two can be compared, `steps` holds the stances
    of both, and `field` lays them side by side if anybody has one each time.
    """

    issue: Matched
    before: Mapping[str, Cell]
    after: Mapping[str, Cell]
    stances: tuple[Mapping[str, Text], Mapping[str, Text]]
    steps: Steps | None
    field: Field | None
    approaches: Mapping[str, Approach]
    scale: Scale | None
    unit: str | None


def lay_cells(frame: Frame, issue: Matched) -> IssueCells:
    """An issue's cells on both sides of a frame."""
    cells = (frame.earlier.standing.cells.get(issue.id, EMPTY), frame.later.standing.cells.get(issue.id, EMPTY))
    scale = issue.known.scale
    if scale is None or issue.before is None or issue.after is None or not issue.comparable:
        return IssueCells(issue, *cells, (EMPTY, EMPTY), None, None, EMPTY, scale, name_unit(scale))
    stances = (find_stances(cells[0]), find_stances(cells[1]))
    steps = find_steps(scale, cells, stances)
    field = lay_field(scale, steps, *stances, frame.pairing)
    approaches = find_approaches(field, frame.pairing) if field else EMPTY
    return IssueCells(issue, *cells, stances, steps, field, approaches, scale, name_unit(scale))
