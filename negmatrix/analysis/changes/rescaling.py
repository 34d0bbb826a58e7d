"""Whether stances on an issue can still be compared when its scale was written anew."""

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from negmatrix.model.scales import Level, Levels, Options, Range, Scale

Names: TypeAlias = Mapping[str, str]
"""Levels or options under their earlier names, with the later ones."""


class Rescaling(NamedTuple):
    """`comparable` is false when kind, unit, ends or the levels' places differ; `names` are the levels renamed."""

    comparable: bool
    names: Names


SAME = Rescaling(True, {})
RESCALED = Rescaling(False, {})


def compare_scales(
    before: Scale | None, after: Scale | None, used_before: Collection[str], used_after: Collection[str]
) -> Rescaling:
    """How the two scales of one issue go together, given the stances that stand on each."""
    if before is None or after is None:
        return SAME
    if isinstance(before, Range) and isinstance(after, Range):
        return SAME if _same_range(before, after) else RESCALED
    if isinstance(before, Levels) and isinstance(after, Levels):
        return _compare_levels(before, after, used_before, used_after)
    if isinstance(before, Options) and isinstance(after, Options):
        names = _match_names(before.options, after.options)
        return _named(names) if _all_known(names, used_before, used_after) else RESCALED
    return RESCALED


def _same_range(before: Range, after: Range) -> bool:
    ends = {before.low, before.high} == {after.low, after.high}
    return ends and (before.unit, before.days) == (after.unit, after.days)


def _compare_levels(
    before: Levels, after: Levels, used_before: Collection[str], used_after: Collection[str]
) -> Rescaling:
    """Plain levels must all be there, in order or turned round; measured ones may come and go while nobody uses them."""
    names = _match_names(before.levels, after.levels)
    whole = before.measured or len(names) == len(before.levels) == len(after.levels)
    alike = (before.measured, before.unit) == (after.measured, after.unit) and _same_ends(before, after)
    places = [(before.places[old], after.places[new]) for old, new in names.items()]
    if not (whole and alike and _all_known(names, used_before, used_after)):
        return RESCALED
    straight = all(old == new for old, new in places)
    return _named(names) if straight or all(old == 1 - new for old, new in places) else RESCALED


def _same_ends(before: Levels, after: Levels) -> bool:
    return _ends(before.levels) == _ends(after.levels)


def _ends(levels: tuple[Level, ...]) -> set[Fraction]:
    return {Fraction(level.at) for level in (levels[0], levels[-1]) if level.at is not None}


def _match_names(before: Iterable[Level], after: Iterable[Level]) -> dict[str, str]:
    """Each earlier level that there still is, with its later name; either file may tell the other's name by `was`."""
    known: dict[str, str] = {level.was: level.name for level in after if level.was is not None}
    known |= {level.name: level.name for level in after}
    found = {level.name: known.get(level.name) or known.get(level.was or "") for level in before}
    return {old: new for old, new in found.items() if new is not None}


def _all_known(names: Names, used_before: Collection[str], used_after: Collection[str]) -> bool:
    return names.keys() >= set(used_before) and set(names.values()) >= set(used_after)


def _named(names: Names) -> Rescaling:
    return Rescaling(True, {old: new for old, new in names.items() if old != new})
