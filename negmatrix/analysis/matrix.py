"""The matrix of a talks in one round: issues by parties, with agreement and verdict, per topic and over all."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.alignment import Alignment, measure_alignment
from negmatrix.analysis.citations import Reference, find_references
from negmatrix.analysis.footing import Footing, find_every_footing
from negmatrix.analysis.links import Link, find_links
from negmatrix.analysis.pairing import count_pairs, pair_up
from negmatrix.analysis.rows import IssueRow, make_row
from negmatrix.analysis.spans import Interval
from negmatrix.analysis.tabled import TabledProposal, find_tabled
from negmatrix.analysis.totals import Total, add_up
from negmatrix.model.issues import Issue
from negmatrix.model.parties import Role
from negmatrix.model.standing import Standing
from negmatrix.model.talks import Talks
from negmatrix.source import Text


class ShownParty(NamedTuple):
    """A column of the matrix."""

    id: Text
    name: Text
    role: str


class Head(NamedTuple):
    """Which talks and round this is, with the numbers of what there was before it was narrowed: measured parties and
    issues.
    """

    title: Text
    round: Text
    round_title: Text
    date: Text | None
    parties: tuple[ShownParty, ...]
    of_parties: int
    of_issues: int


class TopicTotal(NamedTuple):
    """A topic's own numbers."""

    title: Text
    alignment: Fraction | None
    span: Interval | None
    n: int
    of: int
    counts: Mapping[str, int]


class MatrixResult(NamedTuple):
    """All that `show` shows. `stated` of `cells` are those of measured parties to whom the issue applies; `pairs` are
    the counted pairs, `all_pairs` those there would be without tables and blocs. `sources` are by the words that cite
    them.
    """

    talks: Head
    stated: int
    cells: int
    pairs: int
    all_pairs: int
    issues: tuple[IssueRow, ...]
    topics: tuple[TopicTotal, ...]
    overall: Total
    proposals: tuple[TabledProposal, ...]
    links: tuple[Link, ...]
    sources: Mapping[str, Reference]


def measure_matrix(
    talks: Talks, standing: Standing, whole: Talks | None = None, footings: Mapping[str, Footing] | None = None
) -> MatrixResult:
    """The matrix of what stands; `whole` is the talks before it was narrowed, where it was, and `footings` are given where
    they are known.
    """
    pairing, limits = pair_up(talks), talks.thresholds
    known = find_every_footing(talks, standing, pairing) if footings is None else footings
    measured = {
        issue.id: measure_alignment(issue, standing, pairing, limits, known.get(issue.id))
        for issue in talks.issues.values()
    }
    rows = tuple(
        make_row(talks, issue, standing, pairing, measured[issue.id], known.get(issue.id))
        for issue in talks.issues.values()
    )
    proposals = find_tabled(talks, standing.turn)
    return MatrixResult(
        talks=describe_round(talks, standing, whole or talks),
        stated=sum(row.stated for row in rows),
        cells=sum(row.of for row in rows),
        pairs=count_pairs(pairing.partners),
        all_pairs=len(pairing.ids) * (len(pairing.ids) - 1) // 2,
        issues=rows,
        topics=_topics(talks, measured),
        overall=add_up((issue.weight, measured[issue.id]) for issue in talks.issues.values()),
        proposals=proposals,
        links=find_links(talks, standing, lambda issue: measured[talks.issues[issue].id].verdict),
        sources=find_references(talks.sources, _cited(rows, proposals)),
    )


def describe_round(talks: Talks, standing: Standing, whole: Talks) -> Head:
    """Which talks and round these are; `whole` is the talks before it was narrowed."""
    parties = tuple(ShownParty(party.id, party.name, party.role.value) for party in talks.parties.values())
    of_parties = sum(party.role is Role.PARTY for party in whole.parties.values())
    round_ = standing.round
    return Head(talks.title, round_.id, round_.title, round_.date, parties, of_parties, len(whole.issues))


def _topics(talks: Talks, measured: Mapping[Text, Alignment]) -> tuple[TopicTotal, ...]:
    by_topic: dict[Text, list[Issue]] = {}
    for issue in talks.issues.values():
        if issue.topic is not None:
            by_topic.setdefault(issue.topic, []).append(issue)
    return tuple(
        TopicTotal(topic, *add_up((issue.weight, measured[issue.id]) for issue in issues))
        for topic, issues in by_topic.items()
    )


def _cited(rows: Iterable[IssueRow], proposals: Iterable[TabledProposal]) -> Iterator[Text]:
    for row in rows:
        for entry in row.positions:
            yield from entry.source
        for ruled in row.verdicts:
            yield from ruled.source
    for proposal in proposals:
        yield from proposal.source
