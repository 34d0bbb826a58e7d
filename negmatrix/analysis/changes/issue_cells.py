"""One issue with all that stands on it at both moments, which every question of a comparison looks at."""

from collections.abc import Mapping
from typing import NamedTuple

from negmatrix.analysis.changes.crowd import Approach
from negmatrix.analysis.changes.field import Field, find_approaches, lay_field
from negmatrix.analysis.changes.frame import Frame, Matched
from negmatrix.analysis.footing import Footing, find_footings
from negmatrix.analysis.units import name_unit
from negmatrix.model.scales import Scale
from negmatrix.model.standing import Cell
from negmatrix.source import EMPTY


class IssueCells(NamedTuple):
    """An issue's cells before and after, by party. Where the two can be compared on a scale, `footings` are known, and
    `field` lays them side by side if anybody has a stance each time.
    """

    issue: Matched
    before: Mapping[str, Cell]
    after: Mapping[str, Cell]
    footings: tuple[Footing, Footing] | None
    field: Field | None
    approaches: Mapping[str, Approach]
    scale: Scale | None
    unit: str | None


def lay_cells(frame: Frame, issue: Matched) -> IssueCells:
    """An issue's cells on both sides of a frame."""
    cells = (frame.earlier.standing.cells.get(issue.id, EMPTY), frame.later.standing.cells.get(issue.id, EMPTY))
    scale = issue.known.scale
    if scale is None or issue.before is None or issue.after is None or not issue.comparable:
        return IssueCells(issue, *cells, None, None, EMPTY, scale, name_unit(scale))
    footings = find_footings(scale, *cells, frame.pairing)
    field = lay_field(scale, *footings)
    approaches = find_approaches(field, frame.pairing) if field else EMPTY
    return IssueCells(issue, *cells, footings, field, approaches, scale, name_unit(scale))
