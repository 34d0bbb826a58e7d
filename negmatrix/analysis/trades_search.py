"""The exchanges between two parties from which both gain alike: how many there are, and the best of them.

Of two parties i and j and an issue x, let A = s_i + s_j be what it matters to both, f = s_i / A the share of i in that,
and U the volume that a giver has: what its largest move does to the issue's centre, times A. When i gives on p and j on
q so that both gain alike, the volumes given are the same, at most the smaller of U_p and U_q, and each gains
min(U_p, U_q) · (f_q − f_p). That is the formula of F. N. Stokman's exchange model in other words. So two issues can be
traded in one direction only, if f differs, and no issue yields more than its volume times the largest difference of f:
most exchanges are passed over unseen, by floating point with room to spare. What is kept is computed exactly.

Of P parties and N issues this takes time as P² · N log N, and the exchanges that come near the best.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple, TypeAlias

from negmatrix.analysis.trades_fields import Field
from negmatrix.model.standing import Standing
from negmatrix.model.verdicts import Word

_CLOSED = (Word.SETTLED, Word.PARKED, Word.DROPPED)
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


class Searched(NamedTuple):
    """On how many issues a pair stands apart that matter to both, and how many exchanges there are."""

    stalls: int
    exchanges: int


def search_pair(fields: Sequence[Field], standing: Standing, left: str, right: str, best: Best) -> Searched:
    """Offer the exchanges of a pair that may be among the best."""
    stalls = sorted(_find_stalls(fields, standing, left, right), key=_by_share)
    exchanges = _count(stalls)
    if exchanges:
        _offer_best(fields, stalls, left, right, best)
    return Searched(len(stalls), exchanges)


def _by_share(stall: Stall) -> tuple[float, Fraction]:
    """Fractions are looked at only where their roundings are the same."""
    return stall.share, stall.exact


def _find_stalls(fields: Sequence[Field], standing: Standing, left: str, right: str) -> Iterator[Stall]:
    """The issues on which two differ and that matter to both, which they did not settle, park or drop."""
    for number, field in enumerate(fields):
        one, other = field.footings.get(left), field.footings.get(right)
        if one is None or other is None or one.turn == other.turn:
            continue
        ruling = standing.ruling(field.issue.id, left, right)
        if ruling is None or ruling.verdict.word not in _CLOSED:
            rough, exact = _split(one.salience, other.salience)
            both = one.rough.salience + other.rough.salience
            yield Stall(number, rough, exact, one.pull_toward(other) * both, other.pull_toward(one) * both)


@lru_cache(2**16)
def _split(left: Fraction, right: Fraction) -> tuple[float, Fraction]:
    share = left / (left + right)
    return float(share), share


def _count(stalls: Sequence[Stall]) -> int:
    """Each pair of issues of which the left one can give on that with the smaller share, and the right on the other."""
    exchanges = givers = 0
    for _, group in groupby(stalls, key=_by_share):
        alike = list(group)
        exchanges += givers * sum(stall.right > 0 for stall in alike)
        givers += sum(stall.left > 0 for stall in alike)
    return exchanges


def _offer_best(fields: Sequence[Field], stalls: Sequence[Stall], left: str, right: str, best: Best) -> None:
    least, most = stalls[0].share, stalls[-1].share
    given = sorted(((stall.left * (most - stall.share), stall) for stall in stalls if stall.left), reverse=True)
    taken = sorted(((stall.right * (stall.share - least), stall) for stall in stalls if stall.right), reverse=True)
    for most_given, give in given:
        if most_given < best.floor:
            break
        for most_taken, take in taken:
            if most_taken < best.floor:
                break
            if min(give.left, take.right) * (take.share - give.share) >= best.floor and give.exact < take.exact:
                gain = _measure_gain(fields, give, take, left, right)
                best.offer((-gain, left, right, give.field, take.field))


def _measure_gain(fields: Sequence[Field], give: Stall, take: Stall, left: str, right: str) -> Fraction:
    return find_volume(fields[give.field], fields[take.field], left, right) * (take.exact - give.exact)


def find_volume(given: Field, taken: Field, left: str, right: str) -> Fraction:
    """What the left one gives on one issue and the right one on the other, each in effect times what it matters to both."""
    return min(_largest(given, left, right), _largest(taken, right, left))


def _largest(field: Field, giver: str, getter: str) -> Fraction:
    one, other = field.footings[giver], field.footings[getter]
    return one.room_toward(other).size * one.pull * (one.salience + other.salience)
