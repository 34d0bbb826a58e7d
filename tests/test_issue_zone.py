"""Zones of agreement: small cases worked out by hand."""

from fractions import Fraction
from typing import Any

from negmatrix.analysis.zone import Zone, ZoneState, measure_zone
from negmatrix.model.counting import find_measured
from negmatrix.model.parties import Role
from negmatrix.model.positions import State
from negmatrix.model.scales import Range, Scale
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.source import Text
from tests.generated import make_talks, options, range_of, stance
from tests.issue_numbers import FIVE, ends


def zone_of(talks: Talks) -> Zone:
    return measure_zone(find_measured(talks), standing_in(talks, "r"), talks.issues["x"])


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
