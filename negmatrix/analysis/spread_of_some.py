"""The spread of an issue's stances where only some pairs are compared.

With n parties the sum over up to n²/2 pairs takes n steps: parties are passed in the order of their places, and between
two places the distance counts once for every pair with one party on either side.
"""

from collections.abc import Mapping

from negmatrix.analysis.gaps import Gap, Spread, find_lowest
from negmatrix.analysis.pairing import Partners


def spread_on_line(at: Mapping[int, int], partners: Partners, limit: int) -> Spread:
    """On an ordered scale, from the parties at each place."""
    places = _find_places(at)
    order = sorted((place, number) for number, place in places.items())
    passed, ahead = 0, sum(at.values())
    beyond, next_beyond = 0, 0
    pairs = far = total = crossing = parties = previous = 0
    for place, number in order:
        total += crossing * (place - previous)
        previous = place
        while place - order[next_beyond][0] > limit:
            beyond |= 1 << order[next_beyond][1]
            next_beyond += 1
        mine = partners[number]
        behind, before = (mine & passed).bit_count(), (mine & ahead).bit_count()
        crossing += before - behind
        pairs += behind
        far += (mine & beyond).bit_count()
        parties |= (behind + before > 0) << number
        passed |= 1 << number
        ahead &= ~(1 << number)
    widest = _widest_distance(order, partners)
    return Spread(pairs, far, total, parties, _first_gap(places, at, partners, widest) if pairs else None)


def _widest_distance(order: list[tuple[int, int]], partners: Partners) -> int:
    widest = 0
    for place, number in reversed(order[1:]):
        if place - order[0][0] <= widest:
            break
        mine = partners[number]
        widest = max(widest, next((place - low for low, other in order if mine >> other & 1), 0))
    return widest


def _first_gap(places: Mapping[int, int], at: Mapping[int, int], partners: Partners, distance: int) -> Gap:
    """Between the first party that has a partner so far away, and the first of these."""

    def far(number: int) -> int:
        return partners[number] & (at.get(places[number] - distance, 0) | at.get(places[number] + distance, 0))

    number = next(filter(far, sorted(places)))
    return Gap(distance, number, find_lowest(far(number)))


def spread_on_options(at: Mapping[int, int], partners: Partners, limit: int) -> Spread:
    """On options, where all who chose differently are equally far apart."""
    places = _find_places(at)
    stated = sum(at.values())
    all_pairs = same = parties = 0
    widest: Gap | None = None
    for number in sorted(places):
        mine = partners[number] & stated
        equal = mine & at[places[number]]
        all_pairs += mine.bit_count()
        same += equal.bit_count()
        parties |= (mine > 0) << number
        widest = _wider(widest, number, equal, mine ^ equal)
    apart = (all_pairs - same) // 2
    return Spread(all_pairs // 2, apart if limit < 1 else 0, apart, parties, widest)


def _wider(gap: Gap | None, number: int, equal: int, other: int) -> Gap | None:
    """The gap so far, or the first one that a party has to another when that is wider."""
    if other and (gap is None or gap.distance == 0):
        return Gap(1, number, find_lowest(other))
    if equal and gap is None:
        return Gap(0, number, find_lowest(equal))
    return gap


def _find_places(at: Mapping[int, int]) -> dict[int, int]:
    """Each party's place, by number."""
    parties = [
        (place, number) for place, mask in at.items() for number in range(mask.bit_length()) if mask >> number & 1
    ]
    return {number: place for place, number in parties}
