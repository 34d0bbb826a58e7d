"""How near the parties are, per issue and per pair: before and after, like for like, and what the rest adds."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.alignment import Alignment, measure_alignment
from negmatrix.analysis.changes.frame import Frame, Matched, Moment
from negmatrix.analysis.changes.issue_cells import IssueCells
from negmatrix.analysis.changes.like_for_like import Alike
from negmatrix.analysis.changes.records import IssueChange, PairChange
from negmatrix.analysis.footing import Footing
from negmatrix.analysis.pairs import Pair, measure_pairs
from negmatrix.analysis.units import name_kind, name_unit
from negmatrix.model.counting import counted_pairs
from negmatrix.source import EMPTY


def compare_pairs(frame: Frame, alike: Alike, issues: Sequence[IssueCells]) -> tuple[PairChange, ...]:
    """The counted pairs of the later side, in the order of its file."""
    wanted = counted_pairs(frame.after.talks)
    known: list[Mapping[str, Footing]] = [
        {found.issue.id: found.footings[side] for found in issues if found.footings} for side in (0, 1)
    ]
    moments: list[tuple[Moment, Mapping[str, Footing]]] = [(frame.earlier, known[0]), (frame.later, known[1])]
    moments += [] if alike.whole else [(alike.earlier, EMPTY), (alike.later, EMPTY)]
    measured = [measure_pairs(talks, standing, pairs=wanted, footings=each) for (talks, standing), each in moments]
    return tuple(_compare_pair(*pairs, *(pairs if alike.whole else ())) for pairs in zip(*measured, strict=True))


def _compare_pair(whole_before: Pair, whole_after: Pair, before: Pair, after: Pair) -> PairChange:
    numbers = (before.agreement, after.agreement, whole_before.agreement, whole_after.agreement)
    like_for_like, composition = _split(*numbers)
    return PairChange(after.left, after.right, *numbers, like_for_like, composition, after.n)


class MeasuredIssue(NamedTuple):
    """An issue's alignment before and after, None where it is not there, and like for like."""

    issue: Matched
    before: Alignment | None
    after: Alignment | None
    alike_before: Alignment | None
    alike_after: Alignment | None


def measure_issues(frame: Frame, alike: Alike, issues: Sequence[IssueCells]) -> tuple[MeasuredIssue, ...]:
    """All issues of a frame, measured by the later side's pairs and thresholds."""
    return tuple(_measure_issue(frame, alike, found) for found in issues)


def _measure_issue(frame: Frame, alike: Alike, found: IssueCells) -> MeasuredIssue:
    issue, known = found.issue, found.footings or (None, None)
    before = _measure(frame, frame.earlier, issue, known[0]) if issue.before else None
    after = _measure(frame, frame.later, issue, known[1]) if issue.after else None
    if issue.id in alike.same:
        return MeasuredIssue(issue, before, after, before, after)
    if before is None or after is None or not issue.comparable:
        return MeasuredIssue(issue, before, after, None, None)
    return MeasuredIssue(
        issue, before, after, _measure(frame, alike.earlier, issue), _measure(frame, alike.later, issue)
    )


def _measure(frame: Frame, moment: Moment, issue: Matched, footing: Footing | None = None) -> Alignment:
    known = moment.talks.issues[issue.id]
    return measure_alignment(known, moment.standing, frame.pairing, frame.after.talks.thresholds, footing)


def compare_issues(measured: tuple[MeasuredIssue, ...]) -> tuple[IssueChange, ...]:
    """How near the parties were and are on each issue."""
    return tuple(_compare_issue(one) for one in measured)


def _compare_issue(one: MeasuredIssue) -> IssueChange:
    issue = one.issue.known
    before, after, whole_before, whole_after = (
        side.alignment if side else None for side in (one.alike_before, one.alike_after, one.before, one.after)
    )
    like_for_like, composition = _split(before, after, whole_before, whole_after)
    return IssueChange(
        id=one.issue.id,
        title=issue.title,
        topic=issue.topic,
        scale=name_kind(issue.scale),
        unit=name_unit(issue.scale),
        before=before,
        after=after,
        whole_before=whole_before,
        whole_after=whole_after,
        like_for_like=like_for_like,
        composition=composition,
        n=one.alike_after.n if one.alike_after else 0,
        verdict_before=one.before.verdict if one.before else None,
        verdict_after=one.after.verdict if one.after else None,
    )


def _split(
    before: Fraction | None, after: Fraction | None, whole_before: Fraction | None, whole_after: Fraction | None
) -> tuple[Fraction | None, Fraction | None]:
    """The change like for like, and what is left of the whole change: its composition."""
    alike = None if before is None or after is None else after - before
    whole = None if whole_before is None or whole_after is None else whole_after - whole_before
    return alike, None if alike is None or whole is None else whole - alike
