"""One issue's stances before and after, in steps of its scale, and what each party's move did to its distances."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from negmatrix.analysis.changes.crowd import Approach, Crowd
from negmatrix.analysis.pairing import Pairing
from negmatrix.analysis.steps import Steps, steps_of
from negmatrix.analysis.units import find_unit
from negmatrix.model.positions import State
from negmatrix.model.scales import Scale
from negmatrix.model.standing import Cell
from negmatrix.source import Text


class Field(NamedTuple):
    """One issue's stances in steps of its scale, before and after, by party. `unit` is what a step is worth in scale
    units; `crowd` tells where the measured parties stood.
    """

    steps: Steps
    before: Mapping[str, int]
    after: Mapping[str, int]
    crowd: Crowd
    unit: Fraction


def find_stances(cells: Mapping[str, Cell]) -> dict[str, Text]:
    """The stances that stand in the cells of an issue with a scale, by party."""
    stated = State.STATED
    return {
        party: stance
        for party, cell in cells.items()
        if (position := cell.position).state is stated and (stance := position.stance) is not None
    }


def find_steps(scale: Scale, cells: tuple[Mapping[str, Cell], ...], stances: tuple[Mapping[str, str], ...]) -> Steps:
    """Steps small enough for all stances and for all rival accounts of them."""
    claims = (claim.stance for row in cells for cell in row.values() for claim in cell.position.claims)
    told = chain.from_iterable(row.values() for row in stances)
    return steps_of(scale, chain(told, (stance for stance in claims if stance is not None)))


def lay_field(
    scale: Scale, steps: Steps, before: Mapping[str, str], after: Mapping[str, str], pairing: Pairing
) -> Field | None:
    """The stances on an issue before and after; None where nobody stood on it both times."""
    if before.keys().isdisjoint(after):
        return None
    places = {party: steps.places[stance] for party, stance in before.items()}
    later = {party: steps.places[stance] for party, stance in after.items()}
    crowd = Crowd({pairing.numbers[p]: place for p, place in places.items() if p in pairing.numbers}, steps)
    return Field(steps, places, later, crowd, find_unit(scale) / steps.length)


def find_approaches(field: Field, pairing: Pairing) -> dict[str, Approach]:
    """What each party with a stance both times did to its distances, for those with somebody to compare with."""
    numbers, after, partners = pairing.numbers, field.after, pairing.partners
    found = {
        party: field.crowd.approach(numbers[party], partners[numbers[party]], old, after[party])
        for party, old in field.before.items()
        if party in after and party in numbers
    }
    return {party: approach for party, approach in found.items() if approach is not None}
