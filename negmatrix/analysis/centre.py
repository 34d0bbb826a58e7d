"""The centre of an issue: a description of where the weight lies, never a forecast."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from negmatrix.analysis.steps import Steps
from negmatrix.analysis.units import find_unit
from negmatrix.model.counting import Measured, make_whole
from negmatrix.model.issues import Issue
from negmatrix.model.scales import Levels, Options, Range, Scale
from negmatrix.model.standing import Standing
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


def measure_centre(
    measured: Measured, standing: Standing, issue: Issue, stances: Mapping[str, Text], steps: Steps | None
) -> Centre:
    """The centre of these stances, in steps that hold them: means of places weighted by power and salience.

    After B. Bueno de Mesquita's expected utility model, whose weights are capability times salience.
    """
    scale = issue.scale
    if scale is None or steps is None or isinstance(scale, Options):
        return Centre()
    row = standing.cells.get(issue.id, {})
    saliences = {party: felt for party in stances if (felt := row[party].position.salience) is not None}
    weights = _weigh(measured, saliences) if saliences else {party: measured.powers[party] for party in stances}
    found = _add_weights(steps, stances, weights)
    if not found:
        return Centre(n=len(weights), weighed=bool(saliences))
    mean, median = _find_mean(found) / steps.length, find_median(found) / steps.length
    return Centre(
        mean=find_value(scale, mean),
        median=find_value(scale, median),
        n=len(weights),
        mean_levels=_nearest_levels(scale, steps, mean),
        median_levels=_nearest_levels(scale, steps, median),
        weighed=bool(saliences),
        mean_place=mean,
        median_place=median,
    )


def _weigh(measured: Measured, saliences: Mapping[str, Decimal]) -> Mapping[str, int]:
    """Power times salience, all by the same factor, which changes no mean, so large that they are whole."""
    return {party: measured.powers[party] * felt for party, felt in make_whole(saliences).items()}


def _add_weights(steps: Steps, stances: Mapping[str, Text], weights: Mapping[str, int]) -> dict[int, int]:
    """The weight at each place, in steps and in the order of places; places without weight are none."""
    found: dict[int, int] = {}
    for party, weight in weights.items():
        if weight > 0:
            place = steps.places[stances[party]]
            found[place] = found.get(place, 0) + weight
    return dict(sorted(found.items()))


def _find_mean(weights: Mapping[int, int]) -> Fraction:
    return Fraction(sum(place * weight for place, weight in weights.items()), sum(weights.values()))


def find_median(weights: Mapping[int, int]) -> Fraction:
    """Where the weights of places, given in their order, first pass half of all; the midpoint of two places when the
    first holds exactly half.
    """
    places, passed, whole = list(weights), list(accumulate(weights.values())), sum(weights.values())
    first = next(number for number, total in enumerate(passed) if 2 * total >= whole)
    return Fraction(places[first] + places[first + 1 if 2 * passed[first] == whole else first], 2)


def find_value(scale: Scale, place: Fraction) -> Value:
    """What lies at a place of 0 to 1, in the scale's units: plain levels count from the first; dates are whole days."""
    if isinstance(scale, Range):
        return scale.write(Fraction(scale.low) + place * find_unit(scale))
    first = scale.levels[0].at if isinstance(scale, Levels) else None
    return Fraction(first or 0) + place * find_unit(scale)


def _nearest_levels(scale: Levels | Range, steps: Steps, place: Fraction) -> tuple[Text, ...]:
    """The level nearest to a place, both where two are; none on scales that have numbers of their own."""
    if not isinstance(scale, Levels) or scale.measured:
        return ()
    above, below = place.numerator * steps.length, place.denominator
    away = {name: abs(steps.places[name] * below - above) for name in scale.names}
    least = min(away.values())
    return tuple([name for name, distance in away.items() if distance == least])
