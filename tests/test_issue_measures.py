"""Centre, polarization, van der Eijk's agreement and zone: published values, and small cases worked out by hand."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from negmatrix.analysis.centre import Centre, measure_centre
from negmatrix.analysis.issue_numbers import IssueNumbers, measure_issue_numbers
from negmatrix.analysis.issue_report import measure_issue
from negmatrix.analysis.steps import Steps, steps_of
from negmatrix.analysis.van_der_eijk import measure_van_der_eijk
from negmatrix.analysis.voices import find_stances
from negmatrix.analysis.zone import Zone, ZoneState, measure_zone
from negmatrix.model.parties import Role
from negmatrix.model.positions import State
from negmatrix.model.scales import Level, Levels, Range, Scale
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import Text
from tests.generated import levels, make_talks, measured_levels, options, range_of, stance, verdict

FIVE = levels("1", "2", "3", "4", "5")
SEVEN = levels(*"1234567")


def centre_of(talks: Talks) -> Centre:
    standing, issue = standing_in(talks, "r"), talks.issues["x"]
    return measure_centre(talks, standing, issue, find_stances(talks, standing, issue), steps_in(talks))


def zone_of(talks: Talks) -> Zone:
    return measure_zone(talks, standing_in(talks, "r"), talks.issues["x"])


def numbers_of(talks: Talks) -> IssueNumbers:
    return measure_issue_numbers(talks, standing_in(talks, "r"), talks.issues["x"], steps_in(talks), dropped=False)


def steps_in(talks: Talks) -> Steps | None:
    standing, issue = standing_in(talks, "r"), talks.issues["x"]
    return steps_of(issue.scale, find_stances(talks, standing, issue).values()) if issue.scale else None


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


def ends(*stances: str) -> tuple[Text, ...]:
    return tuple(map(Text, stances))


def zone_talks(scale: Scale | None, cells: dict[str, Any], **more: Any) -> Talks:
    return make_talks({"x": scale}, {"x": cells}, **more)


def test_a_zone_is_what_all_accept() -> None:
    zone = zone_of(
        zone_talks(
            range_of("0", "20"), {"a": stance("4", accepts=ends("0", "10")), "b": stance("8", accepts=ends("15", "6"))}
        )
    )
    assert (zone.state, zone.low, zone.high, zone.n, zone.silent) == (ZoneState.ZONE, 6, 10, 2, ())
    assert zone.published == ("state", "low", "high", "pieces", "blocked_by", "most_accepted", "silent", "n")


def test_with_silent_ones_it_is_a_zone_at_most() -> None:
    cells = {
        "a": stance("4", accepts=ends("0", "10")),
        "b": "8",
        "c": {"rejects": ends("0", "3")},
        "d": {"state": State.NOT_APPLICABLE},
    }
    zone = zone_of(zone_talks(range_of("0", "20"), cells, parties=("a", "b", "c", "d", "e")))
    assert (zone.state, zone.low, zone.high, zone.silent) == (ZoneState.AT_MOST, 0, 10, ("b", "c", "e"))


def test_a_zone_cut_by_what_somebody_rejects_lies_in_pieces_whose_ends_may_be_outside() -> None:
    cells = {
        "a": stance("4", accepts=ends("0", "10")),
        "b": stance("8", accepts=ends("2", "20"), rejects=ends("5", "6")),
    }
    zone = zone_of(zone_talks(range_of("0", "20"), cells))
    assert [tuple(piece)[:4] for piece in zone.pieces] == [(2, 5, True, False), (6, 10, False, True)]
    assert (zone.low, zone.high) == (None, None)


def test_levels_have_nothing_between_them() -> None:
    cells = {"a": stance("1", accepts=ends("1", "5"), rejects=ends("3", "3")), "b": stance("4", accepts=ends("2", "4"))}
    zone = zone_of(zone_talks(FIVE, cells))
    assert [(piece.low, piece.high, piece.low_place) for piece in zone.pieces] == [
        ("2", "2", Fraction(1, 4)),
        ("4", "4", Fraction(3, 4)),
    ]


def test_fixed_accepts_its_stance_alone() -> None:
    cells = {"a": stance("4", fixed=True), "b": stance("8", accepts=ends("2", "9"))}
    zone = zone_of(zone_talks(range_of("0", "20"), cells))
    assert (zone.state, zone.low, zone.high) == (ZoneState.ZONE, 4, 4)


def test_who_does_not_meet_blocks_by_its_gap() -> None:
    cells = {
        "b": stance("4", accepts=ends("0", "5")),
        "a": stance("8", accepts=ends("9", "7")),
        "c": stance("12", fixed=True),
        "d": "1",
    }
    zone = zone_of(zone_talks(range_of("0", "20"), cells))
    assert (zone.state, zone.silent, zone.low) == (ZoneState.NONE, ("d",), None)
    assert [(b.left, b.right, b.gap, b.ends and (b.ends.low, b.ends.high)) for b in zone.blocked_by] == [
        ("a", "b", Fraction(1, 10), (5, 7)),
        ("a", "c", Fraction(3, 20), (9, 12)),
        ("b", "c", Fraction(7, 20), (5, 12)),
    ]


def test_ranges_that_touch_where_one_is_open_do_not_meet() -> None:
    cells = {"a": stance("1", accepts=ends("0", "5"), rejects=ends("3", "5")), "b": stance("4", accepts=ends("3", "9"))}
    (blocked,) = zone_of(zone_talks(range_of("0", "20"), cells)).blocked_by
    assert (blocked.gap, blocked.ends and blocked.ends[:2]) == (0, (3, 3))


def test_on_options_a_zone_has_members_and_blocked_pairs_no_gap() -> None:
    scale = options("red", "green", "blue")
    zone = zone_of(
        zone_talks(scale, {"a": stance("red", accepts=ends("green", "red")), "b": stance("green", fixed=True)})
    )
    assert (zone.state, zone.members, zone.published[1]) == (ZoneState.ZONE, ("green",), "members")
    zone = zone_of(zone_talks(scale, {"a": stance("red", fixed=True), "b": stance("green", fixed=True)}))
    assert (zone.members, [tuple(blocked) for blocked in zone.blocked_by]) == ((), [("a", "b", None, None)])
    assert zone.most_accepted == ()


def test_where_each_pair_meets_yet_nothing_suits_all_the_most_accepted_are_named() -> None:
    cells = {
        "a": stance("red", accepts=ends("red", "green")),
        "b": stance("blue", accepts=ends("green", "blue")),
        "c": stance("red", accepts=ends("red", "blue"), rejects=ends("blue")),
        "d": stance("green", accepts=ends("green", "red")),
    }
    zone = zone_of(zone_talks(options("red", "green", "blue"), cells))
    assert zone.state is ZoneState.NONE
    assert [(f.at.low, f.accepted_by, f.refused_by) for f in zone.most_accepted] == [
        ("red", ("a", "c", "d"), ("b",)),
        ("green", ("a", "b", "d"), ("c",)),
    ]
    assert [(b.left, b.right) for b in zone.blocked_by] == [("b", "c")]


def test_who_rejects_all_that_it_accepts_meets_nobody() -> None:
    cells = {"a": {"accepts": ends("1", "2"), "rejects": ends("1", "3")}, "b": stance("2", fixed=True)}
    (blocked,) = zone_of(zone_talks(range_of("0", "20"), cells)).blocked_by
    assert (blocked.gap, blocked.ends) == (None, None)
    alone = zone_of(zone_talks(range_of("0", "20"), {"a": cells["a"]}))
    assert (alone.state, alone.blocked_by, alone.most_accepted) == (ZoneState.NONE, (), ())


def test_nobody_says_what_it_accepts() -> None:
    zone = zone_of(zone_talks(FIVE, {"a": "1", "b": {"state": State.WITHDRAWN}}))
    assert (zone.state, zone.silent) == (None, ("a", "b"))
    assert zone_of(zone_talks(None, {"a": {"says": Text("words")}})).state is None


def test_a_bloc_with_a_cell_of_its_own_speaks_for_its_members_in_a_zone() -> None:
    cells = {"bloc": {"says": Text("We think")}, "a": stance("1", fixed=True), "b": stance("2", accepts=ends("1", "3"))}
    talks = zone_talks(FIVE, cells)
    talks = talks._replace(parties=dict(talks.parties) | {"bloc": talks.parties["bloc"]._replace(members=(Text("a"),))})
    zone = zone_of(talks)
    assert (zone.state, zone.low, zone.high, zone.silent) == (ZoneState.AT_MOST, "1", "3", ("bloc",))
    left_out = zone_talks(FIVE, cells | {"bloc": {"state": State.WITHDRAWN}})
    left_out = left_out._replace(parties=talks.parties)
    assert zone_of(left_out).low == zone_of(left_out).high == "1"


def test_an_observer_is_not_asked() -> None:
    cells = {"a": stance("1", fixed=True), "eye": stance("5", fixed=True)}
    zone = zone_of(zone_talks(FIVE, cells, parties={"a": Role.PARTY, "eye": Role.OBSERVER}))
    assert (zone.state, zone.low, zone.silent) == (ZoneState.ZONE, "1", ())


def test_dates_have_zones_too() -> None:
    scale = Range((Text("2020-01-01"), Text("2020-12-31")))
    cells = {
        "a": stance("2020-02-01", accepts=ends("2020-01-01", "2020-03-01")),
        "b": stance("2020-02-20", accepts=ends("2020-02-10", "2020-05-01")),
    }
    zone = zone_of(zone_talks(scale, cells))
    assert (zone.low, zone.high) == ("2020-02-10", "2020-03-01")


def test_falling_levels_count_from_their_first() -> None:
    scale = Levels(
        (Level(Text("most"), Decimal(7)), Level(Text("some"), Decimal("2.5")), Level(Text("least"), Decimal(-1)))
    )
    assert centre_of(crowd(scale, {"most": 1, "some": 1})).mean == Fraction(19, 4)
