"""Where parties stand on an issue, in steps of its scale: what alignment, pairs and moves are measured from."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from negmatrix.analysis.pairing import Pairing
from negmatrix.analysis.steps import Steps, steps_of
from negmatrix.model.positions import Position, State
from negmatrix.model.scales import Scale
from negmatrix.model.standing import Cell
from negmatrix.source import Text


class Footing(NamedTuple):
    """The places of all parties that have a stance, by party; `at` tells the measured ones at each place, as a mask, and
    `rivals` the accounts of those of whom there are several.
    """

    steps: Steps
    places: Mapping[str, int]
    at: Mapping[int, int]
    rivals: Mapping[str, Sequence[str]]


def find_footing(scale: Scale, cells: Mapping[str, Cell], pairing: Pairing) -> Footing:
    """The footing of an issue's cells."""
    stances = find_stances(cells)
    rivals = _find_rivals(cells, stances)
    return _lay(steps_of(scale, chain(stances.values(), *rivals.values())), stances, rivals, pairing)


def find_footings(
    scale: Scale, before: Mapping[str, Cell], after: Mapping[str, Cell], pairing: Pairing
) -> tuple[Footing, Footing]:
    """The footing of an issue's cells before and after, in the same steps."""
    stances = find_stances(before), find_stances(after)
    rivals = _find_rivals(before, stances[0]), _find_rivals(after, stances[1])
    steps = steps_of(
        scale, chain(*(row.values() for row in stances), *(told for row in rivals for told in row.values()))
    )
    return _lay(steps, stances[0], rivals[0], pairing), _lay(steps, stances[1], rivals[1], pairing)


def find_stances(cells: Mapping[str, Cell]) -> dict[str, Text]:
    """The stances that stand in the cells of an issue with a scale, by party."""
    stated = State.STATED
    return {
        party: stance
        for party, cell in cells.items()
        if (position := cell.position).state is stated and (stance := position.stance) is not None
    }


def _find_rivals(cells: Mapping[str, Cell], stances: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    claimed = [party for party, cell in cells.items() if cell.position.claims and party in stances]
    told = {party: find_accounts(cells[party].position) for party in claimed}
    return {party: accounts for party, accounts in told.items() if len(accounts) > 1}


def find_accounts(position: Position) -> tuple[str, ...]:
    """The different stances that a party is said to hold, the first before its rivals."""
    told = (position.stance, *(claim.stance for claim in position.claims))
    return tuple(dict.fromkeys(stance for stance in told if stance is not None))


def _lay(steps: Steps, stances: Mapping[str, str], rivals: Mapping[str, Sequence[str]], pairing: Pairing) -> Footing:
    known = steps.places
    places = {party: known[stance] for party, stance in stances.items()}
    return Footing(steps, places, group_by_place(places, pairing), rivals)


def group_by_place(places: Mapping[str, int], pairing: Pairing) -> dict[int, int]:
    """The measured parties at each place, as a mask."""
    numbers = pairing.numbers
    at: dict[int, int] = {}
    for party, place in places.items():
        number = numbers.get(party)
        if number is not None:
            at[place] = at.get(place, 0) | 1 << number
    return at
