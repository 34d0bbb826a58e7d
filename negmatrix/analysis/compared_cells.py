"""An issue's cells as pairs are compared on them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, cast

from negmatrix.analysis.agreement import is_concerned, stance_of
from negmatrix.analysis.footing import Footing, find_accounts
from negmatrix.analysis.steps import Steps, steps_of
from negmatrix.model.issues import Issue
from negmatrix.model.positions import STATED
from negmatrix.model.scales import Range, Scale
from negmatrix.model.standing import Cell, Standing
from negmatrix.model.verdicts import Word


class ComparedCells(NamedTuple):
    """An issue's cells as written, by party; the places, in steps, of the parties compared, by number; whom the issue does
    not concern, by number, and of whom there are rival accounts.
    """

    written: Mapping[str, Cell]
    steps: Steps | None
    places: Sequence[int | None]
    aside: Sequence[int]
    disputing: frozenset[str]


class Known(NamedTuple):
    """Footings by issue, and the steps of scales on which they are the same for all stances, by the scale's identity."""

    footings: Mapping[str, Footing]
    steps: dict[int, Steps]


def find_cells(
    issue: Issue, word: Word | None, standing: Standing, parties: Sequence[str], known: Known
) -> ComparedCells:
    """What stands for the parties; what is not `known` of scales is kept there for further issues."""
    written = standing.cells.get(issue.id, {})
    if word is Word.SETTLED or issue.scale is None:
        places: list[int | None] = [0 if is_concerned(cell) else None for cell in map(written.get, parties)]
        aside = [number for number, place in enumerate(places) if place is None]
        return ComparedCells(written, None, places, aside, frozenset())
    footing = known.footings.get(issue.id)
    if footing is not None and len(footing.places) == len(written) and not footing.rivals:
        return ComparedCells(written, footing.steps, [*map(footing.places.get, parties)], (), frozenset())
    steps = footing.steps if footing else _find_steps(issue.scale, written, known.steps)
    places = _find_places(map(written.get, parties), steps)
    if len(written) == len(places) - places.count(None):
        return ComparedCells(written, steps, places, (), frozenset())
    cells = enumerate(map(written.get, parties))
    odd = [(number, cell) for number, cell in cells if cell is not None and places[number] is None]
    for number, cell in odd:
        stance = stance_of(cell, issue.scale)
        places[number] = None if stance is None else steps.places[stance]
    disputing = frozenset(cell.position.party for _, cell in odd if _is_disputed(cell, issue.scale))
    aside = [number for number, cell in odd if not is_concerned(cell)]
    return ComparedCells(written, steps, places, aside, disputing)


def _find_places(cells: Iterable[Cell | None], steps: Steps) -> list[int | None]:
    """Where the plain stances lie. As of all there may be a million, nothing is called for one but a mapping's `get`;
    cells with rival accounts, or without a stance, are left for a second look.
    """
    stated, find = STATED, cast("Callable[[str | None], int | None]", steps.places.get)
    return [
        find(position.stance)
        if cell is not None and (position := cell.position).state is stated and not position.claims
        else None
        for cell in cells
    ]


def _find_steps(scale: Scale, written: Mapping[str, Cell], known: dict[int, Steps]) -> Steps:
    """A scale's steps, kept by scale where they are the same for all stances."""
    if isinstance(scale, Range):
        return steps_of(scale, {stance for cell in written.values() if (stance := stance_of(cell, scale)) is not None})
    return known.get(id(scale)) or known.setdefault(id(scale), steps_of(scale, ()))


def _is_disputed(cell: Cell, scale: Scale) -> bool:
    return stance_of(cell, scale) is not None and len(find_accounts(cell.position)) > 1
