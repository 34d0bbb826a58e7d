"""The best of many exchanges, found without a look at most of them; what is kept is computed exactly."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import islice, product
from typing import NamedTuple, TypeAlias

from negmatrix.analysis.trades_fields import Field

_SLACK = 1e-12

Found: TypeAlias = tuple[Fraction, str, str, int, int]
"""A gain, negated so that the best comes first, the two parties, and the numbers of the fields on which each gives."""


class Best:
    """The best of the exchanges offered, at least one, or all of them without a `limit`; of equal gains the first by
    sorted ids. What gains less than the `floor` is not among them.
    """

    def __init__(self, limit: int | None) -> None:
        self.limit = limit
        self.floor = -_SLACK
        self._found: list[Found] = []

    def offer(self, found: Found) -> None:
        """Keep an exchange for the time being."""
        self._found.append(found)
        if self.limit is not None and len(self._found) >= 2 * self.limit:
            self._found = self.rank()
            self.floor = float(-self._found[-1][0]) - _SLACK

    def rank(self) -> list[Found]:
        """The best first."""
        return sorted(self._found)[: self.limit]


class Stall(NamedTuple):
    """An issue between two parties, by the number of its field: the left one's share in what it matters to both, and the
    volume that each could give there, 0 where it can give nothing.
    """

    field: int
    share: float
    exact: Fraction
    left: float
    right: float


class Lot(NamedTuple):
    """Issues on which a giver has the same share and the same volume, both roughly and exactly; no exchange with one of
    them gains more than the bound.
    """

    bound: float
    rough_share: float
    rough_volume: float
    share: Fraction
    volume: Fraction
    fields: list[int]


def offer_best(fields: Sequence[Field], stalls: Sequence[Stall], left: str, right: str, best: Best) -> None:
    """Offer what may be among the best of these issues, which come by the left one's share, the smallest first."""
    least, most = stalls[0].share, stalls[-1].share
    given = ((stall.left * (most - stall.share), stall.left, stall) for stall in stalls if stall.left)
    taken = ((stall.right * (stall.share - least), stall.right, stall) for stall in stalls if stall.right)
    gifts = _gather(given, best.floor, lambda number: _find_largest(fields[number], left, right))
    returns = _gather(taken, best.floor, lambda number: _find_largest(fields[number], right, left))
    for give in gifts:
        if give.bound < best.floor:
            break
        for take in returns:
            if take.bound < best.floor:
                break
            rough = min(give.rough_volume, take.rough_volume) * (take.rough_share - give.rough_share)
            if rough >= best.floor and give.share < take.share:
                gain = min(give.volume, take.volume) * (take.share - give.share)
                for one, other in islice(product(give.fields, take.fields), best.limit):
                    best.offer((-gain, left, right, one, other))


def _gather(
    bounded: Iterable[tuple[float, float, Stall]], floor: float, measure: Callable[[int], Fraction]
) -> list[Lot]:
    """The issues that may be among the best, the most promising first, each with its bound and volume; those that are
    alike are one lot, as there may be thousands.
    """
    lots: dict[tuple[Fraction, Fraction], Lot] = {}
    for bound, volume, stall in bounded:
        if bound >= floor:
            whole = measure(stall.field)
            lot = Lot(bound, stall.share, volume, stall.exact, whole, [])
            lots.setdefault((stall.exact, whole), lot).fields.append(stall.field)
    return sorted(lots.values(), reverse=True)


def find_volume(given: Field, taken: Field, left: str, right: str) -> Fraction:
    """What the left one gives on one issue and the right one on the other, each in effect times what it matters to both."""
    return min(_find_largest(given, left, right), _find_largest(taken, right, left))


def _find_largest(field: Field, giver: str, getter: str) -> Fraction:
    one, other = field.footings[giver], field.footings[getter]
    return one.room_toward(other).size * one.pull * (one.salience + other.salience)
