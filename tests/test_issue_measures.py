"""Centre, polarization and van der Eijk's agreement: published values, and small cases worked out by hand."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest

from negmatrix.analysis.centre import Centre, measure_centre
from negmatrix.analysis.footing import Footing, find_every_footing, find_stances
from negmatrix.analysis.issue_numbers import IssueNumbers, measure_issue_numbers
from negmatrix.analysis.issue_report import measure_issue
from negmatrix.analysis.pairing import pair_up
from negmatrix.analysis.steps import Steps
from negmatrix.analysis.van_der_eijk import measure_van_der_eijk
from negmatrix.analysis.voices import find_voices
from negmatrix.model.counting import find_measured
from negmatrix.model.scales import Level, Levels, Scale
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import Text
from tests.generated import levels, make_talks, measured_levels, options, range_of, stance, verdict
from tests.issue_numbers import FIVE, ends

SEVEN = levels(*"1234567")


def centre_of(talks: Talks) -> Centre:
    measured, standing, issue = find_measured(talks), standing_in(talks, "r"), talks.issues["x"]
    return measure_centre(
        measured, standing, issue, find_voices(measured, find_stances(standing.cells.get("x", {}))), steps_in(talks)
    )


def numbers_of(talks: Talks) -> IssueNumbers:
    standing, footing = standing_in(talks, "r"), footing_in(talks)
    return measure_issue_numbers(find_measured(talks), standing, talks.issues["x"], footing, dropped=False)


def footing_in(talks: Talks) -> Footing | None:
    return find_every_footing(talks, standing_in(talks, "r"), pair_up(talks)).get("x")


def steps_in(talks: Talks) -> Steps | None:
    footing = footing_in(talks)
    return footing.steps if footing else None


def with_power(talks: Talks, powers: Mapping[str, str]) -> Talks:
    parties = {key: party._replace(power=Decimal(powers.get(key, "1"))) for key, party in talks.parties.items()}
    return talks._replace(parties=parties)


def crowd(scale: Scale, counts: Mapping[str, int]) -> Talks:
    """As many parties on each stance as it counts."""
    told = [name for name, count in counts.items() for _ in range(count)]
    return make_talks({"x": scale}, {"x": {f"p{number}": name for number, name in enumerate(told)}})


def salience(value: int) -> dict[str, Decimal]:
    return {"salience": Decimal(value)}


CARS = {  # B. Bueno de Mesquita, EEC car emissions: power, year, salience
    "netherlands": (".08", "4", 80),
    "belgium": (".08", "7", 40),
    "luxembourg": (".03", "4", 20),
    "germany": (".16", "4", 80),
    "france": (".16", "10", 60),
    "italy": (".16", "10", 60),
    "uk": (".16", "10", 90),
    "ireland": (".05", "7", 10),
    "denmark": (".05", "4", 100),
    "greece": (".08", "7", 70),
}


def test_the_centre_of_car_emissions_is_that_of_bueno_de_mesquita() -> None:
    cells = {party: stance(year, **salience(felt)) for party, (_, year, felt) in CARS.items()}
    talks = make_talks({"x": range_of("4", "10")}, {"x": cells})
    centre = centre_of(with_power(talks, {party: power for party, (power, _, _) in CARS.items()}))
    assert isinstance(centre.mean, Fraction)
    assert float(centre.mean) == pytest.approx(7.389955686853767, abs=1e-15)
    assert (centre.median, centre.n, centre.weighed) == (7, 10, True)


def test_van_der_eijks_own_example() -> None:
    """C. van der Eijk 2001, seven levels."""
    value = measure_van_der_eijk((30, 40, 210, 130, 530, 50, 10))
    assert float(value or 0) == pytest.approx(0.6113333, abs=5e-8)
    talks = crowd(SEVEN, dict(zip("1234567", (3, 4, 21, 13, 53, 5, 1), strict=True)))
    assert numbers_of(talks).van_der_eijk == value


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((4, 0, 0), Fraction(1)),
        ((2, 2, 2), Fraction(0)),
        ((3, 0, 3), Fraction(-1)),
        ((3, 0, 0, 3), Fraction(-1)),
        ((1, 1, 0), Fraction(1, 2)),
        ((0, 0, 0), None),
        ((1, 1), None),
    ],
)
def test_van_der_eijks_agreement_runs_from_minus_one_to_one(counts: tuple[int, ...], expected: Fraction | None) -> None:
    assert measure_van_der_eijk(counts) == expected


@pytest.mark.parametrize(("counts", "expected"), [((36, 10, 8, 11, 35), 0.5524), ((21, 19, 19, 20, 21), 0.3288)])
def test_polarization_of_esteban_and_ray(counts: tuple[int, ...], expected: float) -> None:
    """Alpha 1 on five even levels, scaled so that two equal camps at the ends give 1; n = 100."""
    value = numbers_of(crowd(FIVE, dict(zip("12345", counts, strict=True)))).polarization
    assert float(value or 0) == pytest.approx(expected, abs=5e-5)


def test_two_equal_camps_are_polarized_whatever_the_scale() -> None:
    assert numbers_of(crowd(FIVE, {"1": 2, "5": 2})).polarization == 1
    assert numbers_of(crowd(options("red", "blue"), {"red": 3, "blue": 3})).polarization == 1
    assert numbers_of(crowd(range_of("0", "8"), {"3": 2})).polarization == 0
    assert numbers_of(crowd(FIVE, {"1": 1})).polarization is None


def test_the_centre_of_plain_levels_counts_steps_and_names_the_nearest() -> None:
    centre = centre_of(crowd(levels("no", "maybe", "yes"), {"no": 1, "yes": 2}))
    assert (centre.mean, centre.mean_levels) == (Fraction(4, 3), ("maybe",))
    assert (centre.median, centre.median_levels, centre.n, centre.weighed) == (2, ("yes",), 3, False)


def test_halfway_between_two_levels_both_are_named() -> None:
    centre = centre_of(crowd(levels("no", "maybe", "yes"), {"no": 1, "maybe": 1}))
    assert (centre.mean, centre.mean_levels) == (Fraction(1, 2), ("no", "maybe"))
    assert (centre.median, centre.median_levels) == (Fraction(1, 2), ("no", "maybe"))


def test_the_centre_of_measured_levels_and_dates_is_in_their_own_units() -> None:
    centre = centre_of(crowd(measured_levels(low="0", middle="30", high="100"), {"low": 1, "high": 1}))
    assert (centre.mean, centre.mean_levels, centre.mean_place) == (50, (), Fraction(1, 2))
    centre = centre_of(crowd(range_of("2020-01-01", "2020-12-31"), {"2020-03-01": 1, "2020-03-04": 1}))
    assert (centre.mean, centre.median) == ("2020-03-03", "2020-03-03")


def test_who_does_not_say_what_it_matters_takes_no_part_and_a_salience_of_0_counts_in_n() -> None:
    cells = {"a": stance("0", **salience(50)), "b": stance("10", **salience(0)), "c": "5"}
    centre = centre_of(make_talks({"x": range_of("0", "10")}, {"x": cells}))
    assert (centre.mean, centre.median, centre.n) == (0, 0, 2)


def test_nothing_weighs_nothing() -> None:
    cells = {"a": stance("0", **salience(0)), "b": stance("10", **salience(0))}
    centre = centre_of(make_talks({"x": range_of("0", "10")}, {"x": cells}))
    assert (centre.mean, centre.median, centre.n, centre.mean_place) == (None, None, 2, None)
    assert centre_of(crowd(options("red"), {"red": 1})) == Centre()
    assert centre_of(make_talks({"x": None}, {"x": {"a": {"says": Text("words")}}})) == Centre()


def test_the_median_skips_places_without_weight() -> None:
    cells = {"a": stance("0", **salience(50)), "b": stance("4", **salience(0)), "c": stance("10", **salience(50))}
    assert centre_of(make_talks({"x": range_of("0", "10")}, {"x": cells})).median == 5


def test_a_dropped_issue_has_no_numbers_but_its_coverage() -> None:
    talks = make_talks(
        {"x": FIVE},
        {"x": {"a": stance("1", accepts=ends("1", "2")), "b": "5"}},
        verdicts={"x": (verdict("x", Word.DROPPED),)},
    )
    numbers = measure_issue(talks, standing_in(talks, "r"), "x").numbers
    assert numbers[:4] == (Centre(), None, None, None)
    assert (numbers.voices, numbers.zone.state, numbers.coverage) == ((), None, (2, 2))


def test_falling_levels_count_from_their_first() -> None:
    scale = Levels(
        (Level(Text("most"), Decimal(7)), Level(Text("some"), Decimal("2.5")), Level(Text("least"), Decimal(-1)))
    )
    assert centre_of(crowd(scale, {"most": 1, "some": 1})).mean == Fraction(19, 4)
