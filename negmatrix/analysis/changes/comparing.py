"""One comparison, put together from all its questions."""

from collections.abc import Iterator, Sequence

from negmatrix.analysis.changes.agreements import MeasuredIssue, compare_issues, compare_pairs, measure_issues
from negmatrix.analysis.changes.concession import measure_concessions
from negmatrix.analysis.changes.details import compare_talks
from negmatrix.analysis.changes.frame import Frame, Moment
from negmatrix.analysis.changes.issue_cells import IssueCells, lay_cells
from negmatrix.analysis.changes.issues import compare_issue, find_raised
from negmatrix.analysis.changes.like_for_like import cut_alike
from negmatrix.analysis.changes.parties import compare_parties, find_voices
from negmatrix.analysis.changes.proposals import compare_proposals
from negmatrix.analysis.changes.records import Change, Changes, Named, Ref
from negmatrix.analysis.changes.rows import compare_cells
from negmatrix.analysis.changes.summary import sum_up
from negmatrix.analysis.changes.verdicts import compare_verdicts


def compare(framed: Frame, labels: tuple[str, str], whole: bool = True) -> Changes:
    """The comparison of two moments in one frame; `whole` compares the files too, not only what stands in the rounds."""
    cells = [lay_cells(framed, issue) for issue in framed.issues]
    alike = cut_alike(framed, cells)
    measured = measure_issues(framed, alike, cells)
    changes = tuple(_find_changes(framed, measured, cells, whole))
    measured_parties = [party for party in framed.after.talks.parties if party in framed.pairing.numbers]
    return Changes(
        before=_refer(framed.before, labels[0]),
        after=_refer(framed.after, labels[1]),
        corrected=False,
        summary=sum_up(framed, changes),
        parties=_name_parties(framed),
        changes=changes,
        issues=compare_issues(measured),
        pairs=compare_pairs(framed, alike, cells),
        concessions=measure_concessions(measured_parties, cells),
    )


def _find_changes(
    framed: Frame, measured: Sequence[MeasuredIssue], cells: Sequence[IssueCells], whole: bool
) -> Iterator[Change]:
    """Talks and parties first, then issue by issue, then proposals."""
    files = whole and framed.before.talks is not framed.after.talks
    if files:
        yield from compare_talks(framed)
        yield from compare_parties(framed)
    if whole:
        yield from find_voices(framed)
    parties = [party.id for party in _name_parties(framed)]
    for issue, row in zip(measured, cells, strict=True):
        if files:
            yield from compare_issue(issue.issue)
        if whole:
            yield from find_raised(framed, issue.issue)
        yield from compare_verdicts(framed, issue)
        yield from compare_cells(row, parties)
    if whole:
        yield from compare_proposals(framed)


def _name_parties(framed: Frame) -> tuple[Named, ...]:
    """The later side's parties, then those that left."""
    gone = [party for name, party in framed.before.talks.parties.items() if name not in framed.parties.later]
    return tuple(
        Named(party.id, party.name, party.role.value) for party in (*framed.after.talks.parties.values(), *gone)
    )


def _refer(moment: Moment, label: str) -> Ref:
    round_ = moment.standing.round
    return Ref(label, moment.talks.title, round_.id, round_.title, round_.date)
