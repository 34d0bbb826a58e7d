"""One issue with all that stands on it at both moments, which every question of a comparison looks at."""

from collections.abc import Mapping
from typing import NamedTuple

from negmatrix.analysis.changes.crowd import Crowd
from negmatrix.analysis.changes.frame import Frame, Matched
from negmatrix.analysis.changes.shift import Shift, find_shifts
from negmatrix.analysis.footing import Footing, find_footings
from negmatrix.analysis.units import find_unit, name_unit
from negmatrix.model.scales import Scale
from negmatrix.model.standing import Cell
from negmatrix.source import EMPTY


class IssueCells(NamedTuple):
    """An issue's cells before and after, by party. Where the two can be compared on a scale, `footings` are known, and
    `shifts` has all who have a stance each time, ordered or, on options, not.
    """

    issue: Matched
    before: Mapping[str, Cell]
    after: Mapping[str, Cell]
    footings: tuple[Footing, Footing] | None
    shifts: Mapping[str, Shift]
    scale: Scale | None
    unit: str | None


def lay_cells(frame: Frame, issue: Matched) -> IssueCells:
    """An issue's cells on both sides of a frame."""
    cells = (frame.earlier.standing.cells.get(issue.id, EMPTY), frame.later.standing.cells.get(issue.id, EMPTY))
    scale = issue.known.scale
    if scale is None or issue.before is None or issue.after is None or not issue.comparable:
        return IssueCells(issue, *cells, None, EMPTY, scale, name_unit(scale))
    footings = find_footings(scale, *cells, frame.pairing)
    steps = footings[0].steps
    crowd = Crowd(footings[0].at, steps, find_unit(scale) / steps.length, frame.roll)
    return IssueCells(issue, *cells, footings, find_shifts(crowd, *footings, frame.pairing), scale, name_unit(scale))
