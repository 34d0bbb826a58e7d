"""The centre of an issue: a description of where the weight lies, never a forecast."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import accumulate
from math import lcm
from typing import NamedTuple, TypeAlias

from negmatrix.analysis.grounds import salience_of
from negmatrix.analysis.steps import steps_of
from negmatrix.analysis.units import find_unit
from negmatrix.model.issues import Issue
from negmatrix.model.scales import Levels, Options, Range, Scale
from negmatrix.model.standing import Standing
from negmatrix.model.talks import Talks
from negmatrix.source import Text

Value: TypeAlias = Fraction | str
"""A number in a scale's own units, or an ISO date."""


class Centre(NamedTuple):
    """The weighted mean and median of the stances of `n` parties, in the scale's own units: on plain levels in steps
    from the first (0), with the nearest level (two, when it lies halfway), on dates as ISO dates. None on options, and
    where nothing weighs.

    `weighed` tells whether salience counts: where nobody says what the issue matters to it, all count alike.
    `mean_place` and `median_place` run from 0 to 1.
    """

    mean: Value | None = None
    median: Value | None = None
    n: int = 0
    mean_levels: tuple[Text, ...] = ()
    median_levels: tuple[Text, ...] = ()
    weighed: bool = False
    mean_place: Fraction | None = None
    median_place: Fraction | None = None


def measure_centre(talks: Talks, standing: Standing, issue: Issue, stances: Mapping[str, Text]) -> Centre:
    """The centre of these stances: means of places weighted by power and salience.

    After B. Bueno de Mesquita's expected utility model, whose weights are capability times salience.
    """
    scale = issue.scale
    if scale is None or isinstance(scale, Options):
        return Centre()
    row = standing.cells.get(issue.id, {})
    saliences = {party: salience_of(row[party]) for party in stances}
    felt = {party: salience for party, salience in saliences.items() if salience is not None}
    weights = _weigh(talks, felt or dict.fromkeys(stances, Fraction(1)))
    return _find_centre(scale, _add_weights(scale, stances, weights), len(weights), bool(felt))


def _weigh(talks: Talks, saliences: Mapping[str, Fraction]) -> Mapping[str, int]:
    """The weights of parties, all by the same factor, which changes no mean, so large that they are whole."""
    ratios = {
        party: (*talks.parties[party].power.as_integer_ratio(), salience) for party, salience in saliences.items()
    }
    common = lcm(*(parts * salience.denominator for _, parts, salience in ratios.values()))
    return {
        party: power * salience.numerator * (common // (parts * salience.denominator))
        for party, (power, parts, salience) in ratios.items()
    }


def _add_weights(scale: Levels | Range, stances: Mapping[str, Text], weights: Mapping[str, int]) -> dict[Fraction, int]:
    """The weight at each place, in the order of places; places without weight are none."""
    steps = steps_of(scale, stances.values())
    found: dict[int, int] = {}
    for party, weight in weights.items():
        if weight > 0:
            place = steps.places[stances[party]]
            found[place] = found.get(place, 0) + weight
    return {Fraction(place, steps.length): weight for place, weight in sorted(found.items())}


def _find_centre(scale: Levels | Range, weights: Mapping[Fraction, int], n: int, felt: bool) -> Centre:
    if not weights:
        return Centre(n=n, weighed=felt)
    mean = _find_mean(weights)
    median = find_median(weights)
    return Centre(
        mean=find_value(scale, mean),
        median=find_value(scale, median),
        n=n,
        mean_levels=_nearest_levels(scale, mean),
        median_levels=_nearest_levels(scale, median),
        weighed=felt,
        mean_place=mean,
        median_place=median,
    )


def _find_mean(weights: Mapping[Fraction, int]) -> Fraction:
    parts = lcm(*(place.denominator for place in weights))
    whole = sum(weight * place.numerator * (parts // place.denominator) for place, weight in weights.items())
    return Fraction(whole, parts * sum(weights.values()))


def find_median(weights: Mapping[Fraction, int]) -> Fraction:
    """Where the weights of places, given in their order, first pass half of all; the midpoint of two places when the
    first holds exactly half.
    """
    places, passed, whole = list(weights), list(accumulate(weights.values())), sum(weights.values())
    first = next(number for number, total in enumerate(passed) if 2 * total >= whole)
    return (places[first] + places[first + 1]) / 2 if 2 * passed[first] == whole else places[first]


def find_value(scale: Scale, place: Fraction) -> Value:
    """What lies at a place of 0 to 1, in the scale's units: plain levels count from the first; dates are whole days."""
    if isinstance(scale, Range):
        return scale.write(Fraction(scale.low) + place * find_unit(scale))
    first = scale.levels[0].at if isinstance(scale, Levels) else None
    return Fraction(first or 0) + place * find_unit(scale)


def _nearest_levels(scale: Levels | Range, place: Fraction) -> tuple[Text, ...]:
    """The level nearest to a place, both where two are; none on scales that have numbers of their own."""
    if not isinstance(scale, Levels) or scale.measured:
        return ()
    return _nearest(scale.names, scale.places, place)


def _nearest(names: Iterable[Text], places: Mapping[str, Fraction], place: Fraction) -> tuple[Text, ...]:
    away = {name: abs(places[name] - place) for name in names}
    least = min(away.values())
    return tuple(name for name, distance in away.items() if distance == least)
