"""Which of many pairs come first and last by a measure: those of a thousand parties are too many to sort for a few."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from heapq import nlargest, nsmallest
from typing import Any, NamedTuple, TypeAlias

from negmatrix.analysis.pairs import Pair

Order: TypeAlias = Callable[[Pair], Any]
"""What tells equal pairs apart, such as their ids."""


class Ranking(NamedTuple):
    """The `known` pairs that can be measured, by the value that they have."""

    known: int
    by_value: Mapping[Fraction, list[Pair]]

    def take_first(self, count: int, order: Order) -> list[Pair]:
        """So many pairs from the largest value down, equal ones in order."""
        return self._take(count, order, highest=True, last=False)

    def take_last(self, count: int, order: Order) -> list[Pair]:
        """So many pairs from the end of the whole list that `take_first` begins: the very last comes first."""
        return self._take(count, order, highest=False, last=True)

    def take_lowest(self, count: int, order: Order) -> list[Pair]:
        """So many pairs from the smallest value up, equal ones in order."""
        return self._take(count, order, highest=False, last=False)

    def _take(self, count: int, order: Order, *, highest: bool, last: bool) -> list[Pair]:
        found: list[Pair] = []
        for value in sorted(self.by_value, key=lambda value: (float(value), value), reverse=highest):
            if len(found) == count:
                break
            pick = nlargest if last else nsmallest
            found += pick(count - len(found), self.by_value[value], key=order)
        return found


def rank_pairs(pairs: Iterable[Pair], measure: str = "agreement") -> Ranking:
    """The pairs by agreement, conflict or net, which are worked out once for all that are made of the same numbers."""
    alike: dict[tuple[Fraction | int, Fraction | int, int], list[Pair]] = {}
    for pair in pairs:
        if pair.known:
            alike.setdefault((pair.apart, pair.weighed, pair.units), []).append(pair)
    by_value: dict[Fraction, list[Pair]] = {}
    for same in alike.values():
        by_value.setdefault(getattr(same[0], measure), []).extend(same)
    return Ranking(sum(map(len, alike.values())), by_value)
