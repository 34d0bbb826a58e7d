"""An issue's stances before and after, side by side, and what each party's move did to its distances."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.changes.crowd import Approach, Crowd
from negmatrix.analysis.footing import Footing
from negmatrix.analysis.pairing import Pairing
from negmatrix.analysis.steps import Steps
from negmatrix.analysis.units import find_unit
from negmatrix.model.scales import Scale


class Field(NamedTuple):
    """One issue's stances in steps of its scale, before and after, by party. `unit` is what a step is worth in scale
    units; `crowd` tells where the measured parties stood.
    """

    steps: Steps
    before: Mapping[str, int]
    after: Mapping[str, int]
    crowd: Crowd
    unit: Fraction


def lay_field(scale: Scale, before: Footing, after: Footing) -> Field | None:
    """The stances on an issue before and after; None where nobody stood on it both times."""
    if before.places.keys().isdisjoint(after.places):
        return None
    steps = before.steps
    return Field(steps, before.places, after.places, Crowd(before.at, steps), find_unit(scale) / steps.length)


def find_approaches(field: Field, pairing: Pairing) -> dict[str, Approach]:
    """What each party with a stance both times did to its distances, for those with somebody to compare with."""
    find, partners, after, number_of = field.crowd.approach, pairing.partners, field.after.get, pairing.numbers.get
    found = {}
    for party, old in field.before.items():
        new, number = after(party), number_of(party)
        if new is not None and number is not None:
            approach = find(number, partners[number], old, new)
            if approach is not None:
                found[party] = approach
    return found
