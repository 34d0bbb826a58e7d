"""One issue whole: where everyone stands on it, what is measured, what came before, and what is tied to it."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from negmatrix.analysis.alignment import Alignment, measure_alignment
from negmatrix.analysis.citations import Reference, find_references
from negmatrix.analysis.footing import Footing, find_footing
from negmatrix.analysis.issue_numbers import IssueNumbers, measure_issue_numbers
from negmatrix.analysis.issue_positions import PartyPosition, find_positions
from negmatrix.analysis.links import Awaited, Link, find_dependents, find_links
from negmatrix.analysis.matrix import Head, MatrixResult, describe_round
from negmatrix.analysis.pairing import Pairing, pair_up
from negmatrix.analysis.past import PastRound, find_moments, recall_round, tell_round
from negmatrix.analysis.rows import IssueRow, make_row
from negmatrix.analysis.scale_shape import ScaleShape, describe_scale
from negmatrix.analysis.voices import Coverage
from negmatrix.model.counting import Measured, find_measured
from negmatrix.model.issues import Issue
from negmatrix.model.standing import Standing
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import Text


class IssueReport(NamedTuple):
    """All that `issue` shows. `row` holds what the matrix does; places run from 0 to 1, None on options.

    `waits_for` are the issues that positions on this one are tied to, `blocked_by` those of them, and of those behind
    them, that are still divergent; `awaited_by` are the issues that wait for this one. `sources` are by the words that
    cite them. A `public` one is measured of a talks in which nobody's limits and weights are left, so that there is no
    zone to tell.
    """

    talks: Head
    row: IssueRow
    question: Text | None
    status_quo: Text | None
    status_quo_place: Fraction | None
    settled_at: tuple[tuple[Text, Fraction | None], ...]
    scale: ScaleShape
    numbers: IssueNumbers
    positions: tuple[PartyPosition, ...]
    rounds: tuple[PastRound, ...]
    waits_for: tuple[Awaited, ...]
    blocked_by: tuple[str, ...]
    awaited_by: tuple[Awaited, ...]
    titles: Mapping[str, str]
    source: tuple[Text, ...]
    note: Text | None
    sources: Mapping[str, Reference]
    public: bool

    def record(self) -> dict[str, Any]:
        """Its fields in one level, for JSON."""
        own = self._asdict()
        for inner in ("row", "numbers", "titles", "status_quo_place", "settled_at", "public"):
            del own[inner]
        own["coverage"] = self.numbers.coverage.share
        numbers = self.numbers._asdict() | ({"zone": None} if self.public else {})
        return {"talks": self.talks, **self.row._asdict(), **numbers, **own}


class _Ground(NamedTuple):
    """What reports of several issues of one round share."""

    talks: Talks
    standing: Standing
    head: Head
    pairing: Pairing
    measured: Measured
    moments: Sequence[Standing]
    links: Mapping[str, Link]
    dependents: Mapping[str, tuple[Awaited, ...]]
    titles: Mapping[str, str]
    public: bool


def measure_issue(
    talks: Talks, standing: Standing, issue_id: str, whole: Talks | None = None, public: bool = False
) -> IssueReport:
    """All that there is to say of an issue in a round; `whole` is the talks before it was narrowed, where it was, and
    `public` tells that it was made fit for the public.
    """
    pairing = pair_up(talks)

    @cache
    def measure(issue: str) -> Alignment:
        return measure_alignment(talks.issues[issue], standing, pairing, talks.thresholds)

    links = find_links(talks, standing, lambda issue: measure(issue).verdict)
    ground = _prepare(talks, standing, describe_round(talks, standing, whole or talks), links, public)
    issue = talks.issues[issue_id]
    footing = find_footing(issue.scale, standing.cells.get(issue_id, {}), pairing) if issue.scale else None
    return _report(ground, make_row(talks, issue, standing, pairing, measure(issue_id), footing), footing)


def report_issues(
    talks: Talks, standing: Standing, matrix: MatrixResult, footings: Mapping[str, Footing], public: bool = False
) -> tuple[IssueReport, ...]:
    """The same for all issues of a matrix, whose rows and links are taken as they are."""
    ground = _prepare(talks, standing, matrix.talks, matrix.links, public)
    return tuple(_report(ground, row, footings.get(row.id)) for row in matrix.issues)


def _prepare(talks: Talks, standing: Standing, head: Head, links: Sequence[Link], public: bool) -> _Ground:
    return _Ground(
        talks=talks,
        standing=standing,
        head=head,
        pairing=pair_up(talks),
        measured=find_measured(talks),
        moments=find_moments(talks, standing),
        links={link.issue: link for link in links},
        dependents=find_dependents(links),
        titles={key: issue.title for key, issue in talks.issues.items()},
        public=public,
    )


def _report(ground: _Ground, row: IssueRow, footing: Footing | None) -> IssueReport:
    talks, moments = ground.talks, ground.moments
    issue, own = talks.issues[row.id], ground.links.get(row.id)
    past = (recall_round(talks, moment, issue, ground.pairing) for moment in moments[:-1])
    return IssueReport(
        talks=ground.head,
        row=row,
        question=issue.question,
        status_quo=issue.status_quo,
        status_quo_place=_find_place(issue, issue.status_quo),
        settled_at=tuple((ruled.at, _find_place(issue, ruled.at)) for ruled in row.verdicts if ruled.at is not None),
        scale=describe_scale(issue.scale),
        numbers=measure_issue_numbers(
            ground.measured,
            ground.standing,
            issue,
            footing,
            dropped=row.verdict is Word.DROPPED,
            coverage=Coverage(row.stated, row.of),
        ),
        positions=tuple(find_positions(talks, moments, issue, row.positions)),
        rounds=(*past, tell_round(ground.standing.round, row)),
        waits_for=own.waits_for if own else (),
        blocked_by=own.blocked_by if own else (),
        awaited_by=ground.dependents.get(row.id, ()),
        titles=ground.titles,
        source=issue.sources,
        note=issue.note,
        sources=find_references(talks.sources, _find_cited(issue, row)),
        public=ground.public,
    )


def _find_place(issue: Issue, stance: Text | None) -> Fraction | None:
    return None if stance is None or issue.scale is None else issue.scale.place(stance)


def _find_cited(issue: Issue, row: IssueRow) -> Iterator[Text]:
    """All words that cite something, in the order of reading: positions, verdicts, and the issue itself."""
    for entry in row.positions:
        yield from entry.source
        for claim in entry.claims:
            yield from claim.source
    for ruled in row.verdicts:
        yield from ruled.source
    yield from issue.sources
