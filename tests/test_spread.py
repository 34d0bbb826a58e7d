"""All pairs at once, summed place by place, against the same sum party by party."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from negmatrix.analysis.gaps import Gap, Spread
from negmatrix.analysis.spread_of_all import spread_all_on_line, spread_all_on_options
from negmatrix.analysis.spread_of_some import spread_on_line, spread_on_options

PARTIES = 9
EVERYBODY = [(1 << PARTIES) - 1 & ~(1 << number) for number in range(PARTIES)]
places_of_parties = st.dictionaries(st.integers(0, PARTIES - 1), st.integers(0, 6), min_size=1)


def group(places: Mapping[int, int]) -> dict[int, int]:
    """The parties of each place, as a mask."""
    return {place: sum(1 << number for number, other in places.items() if other == place) for place in places.values()}


@given(places_of_parties, st.integers(0, 7))
def test_both_ways_agree_on_a_line(places: dict[int, int], limit: int) -> None:
    at = group(places)
    assert spread_all_on_line(at, limit) == spread_on_line(at, EVERYBODY, limit)


@given(places_of_parties, st.integers(0, 2))
def test_both_ways_agree_on_options(places: dict[int, int], limit: int) -> None:
    at = group(places)
    assert spread_all_on_options(at, limit) == spread_on_options(at, EVERYBODY, limit)


def test_three_parties_by_hand() -> None:
    """At 0, 1 and 4 steps: distances of 1, 3 and 4, of which two are beyond 2."""
    places = {0: 1, 1: 4, 2: 0}
    assert spread_all_on_line(group(places), 2) == Spread(3, 2, 8, 0b111, Gap(4, 1, 2))


def test_one_party_alone_is_in_no_pair() -> None:
    assert spread_all_on_line({3: 0b10}, 0) == spread_all_on_options({3: 0b10}, 0) == Spread(0, 0, 0, 0, None)
