"""Stances of one issue as whole steps of its scale, so that thousands of distances add up fast and exactly."""

from collections.abc import Iterable, Mapping
from math import lcm
from typing import NamedTuple

from negmatrix.model.scales import Levels, Options, Range, Scale


class Steps(NamedTuple):
    """Where stances lie, counted in equal steps from the scale's first end; `length` is the steps of the whole scale.

    On options `places` are mere numbers of the options, and `ordered` is false: two of them are equal or 1 apart.
    """

    places: Mapping[str, int]
    length: int
    ordered: bool


def steps_of(scale: Scale, stances: Iterable[str]) -> Steps:
    """The stances given, each of which the scale must hold, in steps small enough for all of them."""
    if isinstance(scale, Levels):
        return _level_steps(scale)
    if isinstance(scale, Range):
        return _range_steps(scale, set(stances))
    return _option_numbers(scale)


def _level_steps(scale: Levels) -> Steps:
    length = lcm(*(place.denominator for place in scale.places.values()))
    places = {name: place.numerator * (length // place.denominator) for name, place in scale.places.items()}
    return Steps(places, length, ordered=True)


def _range_steps(scale: Range, stances: set[str]) -> Steps:
    ratios = {stance: scale.number(stance).as_integer_ratio() for stance in (*scale.ends, *stances)}
    fineness = lcm(*(ratio[1] for ratio in ratios.values()))
    values = {stance: top * (fineness // bottom) for stance, (top, bottom) in ratios.items()}
    first, last = (values[end] for end in scale.ends)
    sign = 1 if last > first else -1
    return Steps({stance: sign * (value - first) for stance, value in values.items()}, abs(last - first), ordered=True)


def _option_numbers(scale: Options) -> Steps:
    return Steps({option.name: number for number, option in enumerate(scale.options)}, 1, ordered=False)
