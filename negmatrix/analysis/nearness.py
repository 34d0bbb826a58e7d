"""How near all others are to one party, and where they may be moved."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.agreement import judge_pair, measure_agreement
from negmatrix.analysis.entries import enter
from negmatrix.analysis.pairs import Pair
from negmatrix.analysis.spans import Interval
from negmatrix.model.standing import Standing
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import Text

NEAR = Fraction(1, 2)
"""How far a stance may lie for its party to count as movable."""

LIGHT = 33
"""What an issue may matter, of 100, to a party that counts as movable on it."""


class Other(NamedTuple):
    """Another party by nearness; `word` is that of one pair: aligned for an ally, divergent for an opponent; None where
    too little is shared.
    """

    party: str
    word: Word | None
    agreement: Fraction | None
    congruence: Fraction | None
    conflict: Fraction | None
    net: Fraction | None
    n: int
    of: int
    coverage: Fraction | None
    span: Interval | None
    imputed: int


class Movable(NamedTuple):
    """A party that is not aligned on an issue, yet not far, and to which it matters little or whose stance is unsure.

    `distance` is 0 to 1, `salience` 0 to 100 where the party says.
    """

    party: str
    issue: Text
    title: Text
    distance: Fraction
    stance: Text | None
    own: Text | None
    salience: Decimal | None
    confidence: Text | None


class Nearness(NamedTuple):
    """The others by agreement with a party, the nearest first, those with too little in common last; and the movable,
    the nearest first.
    """

    party: str
    others: tuple[Other, ...]
    movable: tuple[Movable, ...]


def measure_nearness(talks: Talks, standing: Standing, party: str, pairs: Iterable[Pair]) -> Nearness:
    """Nearness to a party, given its pairs with all whom it is compared with."""
    others = [_find_other(talks, party, pair) for pair in pairs]
    others.sort(key=_rank)
    movable = [found for other in others for found in _find_movable(talks, standing, party, other.party)]
    return Nearness(party, tuple(others), tuple(sorted(movable, key=lambda one: (one.distance, one.issue, one.party))))


def _find_other(talks: Talks, party: str, pair: Pair) -> Other:
    share = pair.agreement
    other = pair.right if pair.left == party else pair.left
    word = None if share is None else judge_pair(share, talks.thresholds)
    numbers = (share, pair.congruence, pair.conflict, pair.net, pair.n, pair.of, pair.coverage, pair.span, pair.imputed)
    return Other(other, word, *numbers)


def _rank(other: Other) -> tuple[bool, Fraction | int, str]:
    share = other.agreement
    return share is None, 0 if share is None else -share, other.party


def _find_movable(talks: Talks, standing: Standing, party: str, other: str) -> Iterator[Movable]:
    for issue in talks.issues.values():
        share = measure_agreement(talks, standing, issue.id, party, other)
        if (
            issue.weight == 0
            or share is None
            or 1 - share > NEAR
            or judge_pair(share, talks.thresholds) is Word.ALIGNED
        ):
            continue
        entry, own = (
            enter(talks, Text(who), standing.cell(issue.id, who), issue.scale, standing.turn, True)
            for who in (other, party)
        )
        if entry.unsure or (entry.salience is not None and entry.salience <= LIGHT):
            yield Movable(
                other, issue.id, issue.title, 1 - share, entry.stance, own.stance, entry.salience, entry.confidence
            )
