"""One issue with all that stands on it at both moments, which every question of a comparison looks at."""

from collections.abc import Mapping
from typing import NamedTuple

from negmatrix.analysis.changes.crowd import Crowd
from negmatrix.analysis.changes.frame import Frame, Matched
from negmatrix.analysis.changes.shift import Shift, find_shifts
from negmatrix.analysis.footing import Footing, find_footings
from negmatrix.analysis.pairing import Pairing, leave_dropped
from negmatrix.analysis.units import find_unit, name_unit
from negmatrix.model.scales import Scale
from negmatrix.model.standing import Cell
from negmatrix.source import EMPTY


class IssueCells(NamedTuple):
    """An issue's cells before and after, by party. Where the two can be compared on a scale, `footings` are known, and
    `shifts` has all who have a stance each time, ordered or, on options, not. For those in `dropped` the issue is dropped,
    before or after, with everyone they negotiate with: what they moved counts nowhere.
    """

    issue: Matched
    before: Mapping[str, Cell]
    after: Mapping[str, Cell]
    footings: tuple[Footing, Footing] | None
    shifts: Mapping[str, Shift]
    scale: Scale | None
    unit: str | None
    dropped: frozenset[str] = frozenset()


def lay_cells(frame: Frame, issue: Matched) -> IssueCells:
    """An issue's cells on both sides of a frame."""
    cells = (frame.earlier.standing.cells.get(issue.id, EMPTY), frame.later.standing.cells.get(issue.id, EMPTY))
    scale = issue.known.scale
    if scale is None or issue.before is None or issue.after is None or not issue.comparable:
        return IssueCells(issue, *cells, None, EMPTY, scale, name_unit(scale))
    footings = find_footings(scale, *cells, frame.pairing)
    steps = footings[0].steps
    crowd = Crowd(footings[0].at, steps, find_unit(scale) / steps.length, frame.roll)
    counted = frame.pairing
    for moment in (frame.earlier, frame.later):
        counted = leave_dropped(counted, moment.standing.rulings.get(issue.id, ()))
    shifts = find_shifts(crowd, *footings, counted)
    return IssueCells(issue, *cells, footings, shifts, scale, name_unit(scale), _find_alone(frame.pairing, counted))


def _find_alone(pairing: Pairing, counted: Pairing) -> frozenset[str]:
    """Those who have nobody left of all whom they negotiate with."""
    if counted is pairing:
        return frozenset()
    left = zip(pairing.ids, pairing.partners, counted.partners, strict=True)
    return frozenset(party for party, before, after in left if before and not after)
