"""Each pair of parties over all issues: agreement, congruence, conflict."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from negmatrix.analysis.coding import code_distances, code_weights, find_codable, find_present
from negmatrix.analysis.footing import Footing
from negmatrix.analysis.grounds import Grounds, Weights, find_grounds
from negmatrix.analysis.spans import Interval
from negmatrix.analysis.special import SpecialIssues
from negmatrix.analysis.uncoded import add_uncoded
from negmatrix.analysis.weighing import Sums, find_saliences, sum_by_issue, sum_by_salience
from negmatrix.model.counting import counted_pairs
from negmatrix.model.standing import Standing
from negmatrix.model.talks import Talks
from negmatrix.source import EMPTY


class Pair(NamedTuple):
    """Two parties over the issues that they share: `n` of the `of` that could be compared.

    `weighed` is the sum of weights, `apart` the sum of weighted distances, both in units of 1 / `units`; they become
    fractions when asked for, since many pairs are made and few are read. All measures are None where fewer than
    `min_shared` issues are shared, or those shared weigh nothing. `slack` is how much less and more conflict there is
    when rival accounts are true. Of the `n`, `imputed` rest on a stance that a bloc lent to its member.
    """

    left: str
    right: str
    n: int
    of: int
    weighed: Fraction | int
    apart: Fraction | int
    units: int
    min_shared: int = 1
    slack: Interval | None = None
    imputed: int = 0

    @property
    def published(self) -> tuple[str, ...]:
        """What is written of it as JSON."""
        return ("left", "right", "agreement", "congruence", "conflict", "net", "n", "coverage", "span", "imputed")

    @property
    def known(self) -> bool:
        """Whether enough is shared to be measured."""
        return self.n >= self.min_shared and self.weighed > 0 and self.n > 0

    @property
    def agreement(self) -> Fraction | None:
        """The weighted mean agreement over the shared issues, 0 to 1."""
        return _divide(self.weighed - self.apart, self.weighed) if self.known else None

    @property
    def congruence(self) -> Fraction | None:
        """The sum of weighted agreements."""
        return _divide(self.weighed - self.apart, self.units) if self.known else None

    @property
    def conflict(self) -> Fraction | None:
        """The sum of weighted distances."""
        return _divide(self.apart, self.units) if self.known else None

    @property
    def net(self) -> Fraction | None:
        """Congruence less conflict."""
        return _divide(self.weighed - 2 * self.apart, self.units) if self.known else None

    @property
    def coverage(self) -> Fraction | None:
        """The share of the issues that could be compared that is shared, 0 to 1, without what is imputed; None where there
        is none.
        """
        return _divide(self.n - self.imputed, self.of) if self.of else None

    @property
    def span(self) -> Interval | None:
        """The least and the most agreement that rival accounts leave; None where they leave one."""
        if self.slack is None or not self.known:
            return None
        low, high = (1 - (self.apart + slack * self.units) / Fraction(self.weighed) for slack in reversed(self.slack))
        return Interval(low, high) if low < high else None


@lru_cache(maxsize=1000)
def _divide(part: Fraction | int, whole: Fraction | int) -> Fraction:
    """A quotient; on few issues many pairs come to the same ones, and making a fraction takes ten times as long."""
    return Fraction(part, whole)


def measure_pairs(
    talks: Talks,
    standing: Standing,
    weights: Weights = Weights.ISSUE,
    min_shared: int = 1,
    pairs: Sequence[tuple[str, str]] | None = None,
    seen_by: str | None = None,
    footings: Mapping[str, Footing] = EMPTY,
) -> list[Pair]:
    """The pairs given, by default all that count, in their order; with `seen_by`, weighed by that party's salience.

    `footings`, by issue, are those already known.
    """
    wanted = counted_pairs(talks) if pairs is None else pairs
    parties = list(dict.fromkeys(party for pair in wanted for party in pair))
    numbers = {party: number for number, party in enumerate(parties)}
    viewer = seen_by if weights is Weights.SALIENCE else None
    grounds = find_grounds(talks, standing, parties, weights, viewer, footings)
    sums = _choose_sums(grounds, standing, parties, weights, viewer)
    plain = _compare(wanted, numbers, grounds, sums, min_shared)
    special = SpecialIssues(talks, standing, grounds, weights, viewer)
    return [_amend(pair, special) for pair in plain] if special.any else plain


def _choose_sums(
    grounds: Grounds, standing: Standing, parties: Sequence[str], weights: Weights, viewer: str | None
) -> Sums:
    codable = find_codable(grounds.coded)
    coded = [issue if fits else issue._replace(steps=None) for issue, fits in zip(grounds.coded, codable, strict=True)]
    distances = code_distances(coded)
    if weights is Weights.SALIENCE:
        saliences = find_saliences(grounds, standing, parties if viewer is None else (viewer,) * len(parties))
        sums = sum_by_salience(distances, saliences)
    else:
        saliences = [[Fraction(1)] * len(codable)] * len(parties)
        sums = sum_by_issue(distances, code_weights(grounds.coded))
    uncoded = [not fits for fits in codable]
    return add_uncoded(sums, [*compress(grounds.coded, uncoded)], [[*compress(row, uncoded)] for row in saliences])


def _compare(
    wanted: Sequence[tuple[str, str]], numbers: dict[str, int], grounds: Grounds, sums: Sums, min_shared: int
) -> list[Pair]:
    present = find_present(grounds.coded, len(numbers))
    comparable = _count_comparable(grounds.applies)
    units, differing, shared = sums
    pairs = []
    for left, right in wanted:
        one, other = numbers[left], numbers[right]
        both = present[one] & present[other]
        of = comparable(one, other)
        apart, weighed = differing(one, other), shared(one, other, both)
        pairs.append(Pair(left, right, both.bit_count(), of, weighed, apart, units, min_shared))
    return pairs


def _count_comparable(applies: Sequence[int]) -> Callable[[int, int], int]:
    """How many issues apply to two parties, by number; most parties have them all, and are counted once."""
    common = applies[0].bit_count() if applies else 0
    if len(set(applies)) < 2:
        return lambda _one, _other: common
    return lambda one, other: (applies[one] & applies[other]).bit_count()


def _amend(pair: Pair, special: SpecialIssues) -> Pair:
    """The pair with the issues that are special to it."""
    extra = special.compare(pair.left, pair.right)
    return pair._replace(
        n=pair.n + extra.n,
        of=pair.of + extra.of,
        weighed=pair.weighed + extra.weighed * pair.units,
        apart=pair.apart + extra.apart * pair.units,
        slack=extra.slack,
    )
