"""Where parties stand on an issue, in steps of its scale: what alignment, pairs and moves are measured from."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from negmatrix.analysis.pairing import Pairing
from negmatrix.analysis.steps import Steps, steps_of
from negmatrix.model.positions import STATED, Position
from negmatrix.model.scales import Scale
from negmatrix.model.standing import Cell, Standing
from negmatrix.model.talks import Talks
from negmatrix.source import Text


class Footing(NamedTuple):
    """The stances of all parties that have one, and their places, by party; `at` tells the measured ones at each place, as a mask, and
    `rivals` the accounts of those of whom there are several.
    """

    steps: Steps
    places: Mapping[str, int]
    at: Mapping[int, int]
    rivals: Mapping[str, Sequence[str]]
    stances: Mapping[str, Text]

    def find_shares(self) -> Mapping[str, Fraction]:
        """The places, 0 to 1, by party; on options nobody has one."""
        if not self.steps.ordered:
            return {}
        length = self.steps.length
        return {party: _share(place, length) for party, place in self.places.items()}


@lru_cache(maxsize=4096)
def _share(place: int, length: int) -> Fraction:
    """Issues have scales in common, and a fraction takes long to make."""
    return Fraction(place, length)


def find_footing(scale: Scale, cells: Mapping[str, Cell], pairing: Pairing) -> Footing:
    """The footing of an issue's cells."""
    told = _find_told(cells)
    return _lay(steps_of(scale, told.stances()), told, pairing)


def find_every_footing(talks: Talks, standing: Standing, pairing: Pairing) -> dict[str, Footing]:
    """The footings of all issues that have a scale, by issue."""
    return {
        issue.id: find_footing(issue.scale, standing.cells.get(issue.id, {}), pairing)
        for issue in talks.issues.values()
        if issue.scale is not None
    }


def find_footings(
    scale: Scale, before: Mapping[str, Cell], after: Mapping[str, Cell], pairing: Pairing
) -> tuple[Footing, Footing]:
    """The footing of an issue's cells before and after, in the same steps."""
    old, new = _find_told(before), _find_told(after)
    steps = steps_of(scale, chain(old.stances(), new.stances()))
    return _lay(steps, old, pairing), _lay(steps, new, pairing)


def find_stances(cells: Mapping[str, Cell]) -> Mapping[str, Text]:
    """The stances that stand in cells, by party."""
    return _find_told(cells).first


class _Told(NamedTuple):
    """Stances by party, and all accounts of those of whom there are several."""

    first: Mapping[str, Text]
    rivals: Mapping[str, Sequence[str]]

    def stances(self) -> Iterator[str]:
        return chain(self.first.values(), *self.rivals.values())


def _find_told(cells: Mapping[str, Cell]) -> _Told:
    stated, first, claimed = STATED, {}, []
    for party, cell in cells.items():
        position = cell.position
        stance = position.stance
        if stance is not None and position.state is stated:
            first[party] = stance
            if position.claims:
                claimed.append((party, find_accounts(position)))
    return _Told(first, {party: accounts for party, accounts in claimed if len(accounts) > 1})


def find_accounts(position: Position) -> tuple[str, ...]:
    """The different stances that a party is said to hold, the first before its rivals."""
    told = (position.stance, *(claim.stance for claim in position.claims))
    return tuple(dict.fromkeys(stance for stance in told if stance is not None))


def _lay(steps: Steps, told: _Told, pairing: Pairing) -> Footing:
    known = steps.places
    places = {party: known[stance] for party, stance in told.first.items()}
    return Footing(steps, places, group_by_place(places, pairing), told.rivals, told.first)


def group_by_place(places: Mapping[str, int], pairing: Pairing) -> dict[int, int]:
    """The measured parties at each place, as a mask."""
    numbers = pairing.numbers
    at: dict[int, int] = {}
    for party, place in places.items():
        number = numbers.get(party)
        if number is not None:
            at[place] = at.get(place, 0) | 1 << number
    return at
