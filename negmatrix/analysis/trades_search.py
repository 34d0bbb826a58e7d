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
from typing import NamedTuple

from negmatrix.analysis.trades_best import Best, Stall, offer_best
from negmatrix.analysis.trades_fields import Field
from negmatrix.model.standing import Standing
from negmatrix.model.verdicts import Word

_CLOSED = (Word.SETTLED, Word.PARKED, Word.DROPPED)


class Searched(NamedTuple):
    """On how many issues a pair stands apart that matter to both, and how many exchanges there are."""

    stalls: int
    exchanges: int


def search_pair(fields: Sequence[Field], standing: Standing, left: str, right: str, best: Best) -> Searched:
    """Offer the exchanges of a pair that may be among the best."""
    stalls = sorted(_find_stalls(fields, standing, left, right), key=_by_share)
    exchanges = _count(stalls)
    if exchanges:
        offer_best(fields, stalls, left, right, best)
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
