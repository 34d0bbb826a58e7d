"""Where a stance moved: how far, and toward or away from whom."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.agreement import stance_of
from negmatrix.analysis.changes.crowd import Approach, Crowd
from negmatrix.analysis.changes.kinds import Kind
from negmatrix.analysis.changes.records import Change
from negmatrix.analysis.changes.roll import Roll
from negmatrix.analysis.changes.shift import Shift
from negmatrix.analysis.pairing import Pairing
from negmatrix.analysis.steps import Steps, steps_of
from negmatrix.model.issues import Issue
from negmatrix.model.scales import Levels, Options, Range, Scale
from negmatrix.model.standing import Cell


class Field(NamedTuple):
    """One issue's stances in steps of its scale, before and after, by party. `unit` is what a step is worth in scale
    units; `crowd` tells where the measured parties stood.
    """

    steps: Steps
    before: Mapping[str, int]
    after: Mapping[str, int]
    crowd: Crowd
    unit: Fraction


def lay_field(issue: Issue, before: Mapping[str, Cell], after: Mapping[str, Cell], pairing: Pairing) -> Field | None:
    """The stances on an issue before and after; None where there is no scale, or nobody stood on it both times."""
    scale = issue.scale
    if scale is None:
        return None
    old, new = (_stances(cells, scale) for cells in (before, after))
    if old.keys().isdisjoint(new):
        return None
    steps = steps_of(scale, (*old.values(), *new.values()))
    places = {party: steps.places[stance] for party, stance in old.items()}
    later = {party: steps.places[stance] for party, stance in new.items()}
    crowd = Crowd({pairing.numbers[p]: place for p, place in places.items() if p in pairing.numbers}, steps)
    return Field(steps, places, later, crowd, find_unit(scale) / steps.length)


def _stances(cells: Mapping[str, Cell], scale: Scale) -> dict[str, str]:
    return {party: stance for party, cell in cells.items() if (stance := stance_of(cell, scale)) is not None}


def find_unit(scale: Scale) -> Fraction:
    """The length of a scale in its own units, signed: last end less first; plain levels count from the first; options
    have none, 0.
    """
    if isinstance(scale, Range):
        return Fraction(scale.high) - Fraction(scale.low)
    if isinstance(scale, Levels):
        first, last = scale.levels[0].at, scale.levels[-1].at
        return Fraction(len(scale.levels) - 1) if first is None or last is None else Fraction(last) - Fraction(first)
    return Fraction()


def name_unit(scale: Scale | None) -> str | None:
    """What moves on a scale are counted in: its unit, days, levels; None for bare numbers and on options."""
    if isinstance(scale, Range):
        return "days" if scale.days else scale.unit
    if isinstance(scale, Levels):
        return scale.unit if scale.measured else "levels"
    return None


def find_approaches(field: Field, pairing: Pairing) -> dict[str, Approach]:
    """What each party with a stance both times did to its distances, for those with somebody to compare with."""
    numbers, after, partners = pairing.numbers, field.after, pairing.partners
    found = {
        party: field.crowd.approach(numbers[party], partners[numbers[party]], old, after[party])
        for party, old in field.before.items()
        if party in after and party in numbers
    }
    return {party: approach for party, approach in found.items() if approach is not None}


def name_kind(scale: Scale | None) -> str:
    """A scale's kind in a word: range, dates, levels, options or text."""
    if isinstance(scale, Range):
        return "dates" if scale.days else "range"
    return {Levels: "levels", Options: "options", type(None): "text"}[type(scale)]


def compare_stances(
    field: Field, approaches: Mapping[str, Approach], before: Cell, after: Cell, unit: str | None, roll: Roll
) -> Change | None:
    """How a party's stance moved or switched; None where it is the same."""
    party = after.position.party
    old, new = field.before[party], field.after[party]
    if old == new:
        return None
    steps, was, now = field.steps, before.position, after.position
    shift = Shift(new - old, steps.length, field.unit, steps.ordered, approaches.get(party), roll)
    kind = Kind.MOVED if steps.ordered else Kind.SWITCHED
    return Change(kind, now.issue, party, was.stance, now.stance, shift, unit, was.says, now.says)
