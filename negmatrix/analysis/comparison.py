"""Two parties issue by issue: what unites them, what differs, what divides them, and what is not known."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from negmatrix.analysis.citations import Reference, find_references
from negmatrix.analysis.compared_issue import ComparedIssue, Relation, compare_issue
from negmatrix.analysis.grounds import Weights
from negmatrix.analysis.matrix import Head, describe_round
from negmatrix.analysis.pairs import Pair, measure_pairs
from negmatrix.analysis.trades import Trades, find_trades_between
from negmatrix.model.counting import counted_pairs
from negmatrix.model.parties import Role
from negmatrix.model.standing import Standing
from negmatrix.model.talks import Talks
from negmatrix.source import Text


class Comparison(NamedTuple):
    """Two parties over all issues. `counted` tells whether they are a pair that the talks count; where one is an observer
    or mediator nothing is measured, and the pairs are None.

    `pair` is by the weights of issues, `by_salience` by what they matter to the two, `seen_by_left` and `seen_by_right`
    by what they matter to one alone. `counts` are issues by relation, those of weight 0 aside.
    """

    talks: Head
    left: str
    right: str
    counted: bool
    pair: Pair | None
    by_salience: Pair | None
    seen_by_left: Pair | None
    seen_by_right: Pair | None
    counts: Mapping[str, int]
    issues: tuple[ComparedIssue, ...]
    sources: Mapping[str, Reference]
    trades: Trades | None


def measure_comparison(
    talks: Talks, standing: Standing, left: str, right: str, whole: Talks | None = None, public: bool = False
) -> Comparison:
    """Two different parties in a round; `whole` is the talks before it was narrowed, where it was.

    A pair that is not counted, or of a public version, has no trades.
    """
    measured = all(talks.parties[party].role is Role.PARTY for party in (left, right))
    issues = tuple(
        compare_issue(talks, standing, issue, left, right, measured=measured) for issue in talks.issues.values()
    )
    counted = not {(left, right), (right, left)}.isdisjoint(counted_pairs(talks))
    return Comparison(
        talks=describe_round(talks, standing, whole or talks),
        left=left,
        right=right,
        counted=counted,
        **_measure_pair(talks, standing, left, right, measured=measured),
        counts=_count(issues),
        issues=issues,
        sources=find_references(talks.sources, _find_cited(issues)),
        trades=find_trades_between(talks, standing, left, right) if counted and not public else None,
    )


def _measure_pair(talks: Talks, standing: Standing, left: str, right: str, *, measured: bool) -> dict[str, Pair | None]:
    def measure(weights: Weights, viewer: str | None = None) -> Pair | None:
        pairs = measure_pairs(talks, standing, weights, pairs=[(left, right)], seen_by=viewer) if measured else []
        return pairs[0] if pairs else None

    return {
        "pair": measure(Weights.ISSUE),
        "by_salience": measure(Weights.SALIENCE),
        "seen_by_left": measure(Weights.SALIENCE, left),
        "seen_by_right": measure(Weights.SALIENCE, right),
    }


def _count(issues: Iterable[ComparedIssue]) -> Mapping[str, int]:
    found = Counter(issue.relation for issue in issues if issue.weight > 0)
    return {relation.value: found[relation] for relation in Relation}


def _find_cited(issues: Iterable[ComparedIssue]) -> Iterator[Text]:
    """All words that cite something, in the order of reading: what unites first."""
    order = list(Relation)
    for issue in sorted(issues, key=lambda issue: order.index(issue.relation)):
        for side in (issue.left, issue.right):
            yield from side.entry.source
        for ruled in issue.verdicts:
            yield from ruled.source
