"""The centre of an issue: a description of where the weight lies, never a forecast."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from negmatrix.analysis.changes.stances import find_unit
from negmatrix.analysis.grounds import salience_of
from negmatrix.analysis.voices import find_stances
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


def measure_centre(talks: Talks, standing: Standing, issue: Issue) -> Centre:
    """The centre of what stands: means of places weighted by power and salience.

    After B. Bueno de Mesquita's expected utility model, whose weights are capability times salience.
    """
    scale = issue.scale
    if scale is None or isinstance(scale, Options):
        return Centre()
    stances = find_stances(talks, standing, issue)
    saliences = {party: salience_of(standing.cell(issue.id, party)) for party in stances}
    felt = {party: salience for party, salience in saliences.items() if salience is not None}
    weighed = felt or dict.fromkeys(stances, Fraction(1))
    weights = {party: salience * Fraction(talks.parties[party].power) for party, salience in weighed.items()}
    return _find_centre(scale, _add_weights(scale, stances, weights), len(weights), bool(felt))


def _add_weights(
    scale: Levels | Range, stances: Mapping[str, Text], weights: Mapping[str, Fraction]
) -> dict[Fraction, Fraction]:
    """The weight at each place, in the order of places; places without weight are none."""
    found: dict[Fraction, Fraction] = {}
    for party, weight in weights.items():
        if weight > 0:
            place = scale.place(stances[party])
            found[place] = found.get(place, Fraction()) + weight
    return dict(sorted(found.items()))


def _find_centre(scale: Levels | Range, weights: Mapping[Fraction, Fraction], n: int, felt: bool) -> Centre:
    if not weights:
        return Centre(n=n, weighed=felt)
    mean = sum((weight * place for place, weight in weights.items()), Fraction()) / sum(weights.values())
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


def find_median(weights: Mapping[Fraction, Fraction]) -> Fraction:
    """Where the weights of places, given in their order, first pass half of all; the midpoint of two places when the
    first holds exactly half.
    """
    places, half = list(weights), sum(weights.values()) / 2
    passed = [total >= half for total in accumulate(weights.values())]
    first = passed.index(True)
    exact = sum(list(weights.values())[: first + 1]) == half
    return (places[first] + places[first + 1]) / 2 if exact else places[first]


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
