"""Verdicts that changed."""

from collections.abc import Iterator
from fractions import Fraction

from negmatrix.analysis.agreement import stance_of
from negmatrix.analysis.changes.agreements import MeasuredIssue
from negmatrix.analysis.changes.frame import Frame
from negmatrix.analysis.changes.kinds import Kind
from negmatrix.analysis.changes.records import Change, Ground
from negmatrix.analysis.pairing import take_pairs
from negmatrix.analysis.units import find_unit, name_unit
from negmatrix.model.scales import Options, Scale
from negmatrix.model.standing import Standing
from negmatrix.model.verdicts import Verdict, Word


def compare_verdicts(frame: Frame, measured: MeasuredIssue) -> Iterator[Change]:
    """What became of an issue: settled, parked, reopened, another word; and verdicts between some parties only, or with
    new terms under the same word.
    """
    before, after, issue = measured.before, measured.after, measured.issue.id
    if before is None or after is None:
        return
    old, new = (find_verdicts(frame, moment.standing, issue) for moment in (frame.earlier, frame.later))
    known = set(map(_terms, old))
    fresh = [verdict for verdict in new if _terms(verdict) not in known]
    leading = next((verdict for verdict in fresh if verdict.word is after.judged), None)
    base = Change(_kind(before.verdict, after.verdict), issue, before=before.verdict.value, after=after.verdict.value)
    if before.verdict is not after.verdict or leading is not None:
        yield base if leading is None else _describe(frame, measured, base, leading)
    for verdict in fresh:
        if verdict is not leading:
            partly = Change(_kind(None, verdict.word), issue, after=verdict.word.value)
            yield _describe(frame, measured, partly, verdict)._replace(between=verdict.between)


def find_verdicts(frame: Frame, standing: Standing, issue: str) -> list[Verdict]:
    """The verdicts that hold for some counted pair, in order of force."""
    rulings = standing.rulings.get(issue, ())
    return [ruling.verdict for ruling, taken in take_pairs(frame.pairing, rulings) if any(taken)]


def _terms(verdict: Verdict) -> tuple[object, ...]:
    return verdict.word, verdict.agreed, verdict.label, verdict.between, verdict.over, verdict.to


def _kind(before: Word | None, after: Word) -> Kind:
    if before is after:
        return Kind.VERDICT
    if before is Word.SETTLED:
        return Kind.REOPENED
    return {Word.SETTLED: Kind.SETTLED, Word.PARKED: Kind.PARKED}.get(after, Kind.VERDICT)


def _describe(frame: Frame, measured: MeasuredIssue, base: Change, verdict: Verdict) -> Change:
    """The change with the terms of the verdict behind it."""
    return base._replace(
        words_after=verdict.says,
        at=verdict.agreed,
        over=verdict.over,
        to=verdict.to,
        label=verdict.label,
        unit=name_unit(measured.issue.known.scale),
        ground=tuple(_find_ground(frame, measured, verdict)),
    )


def _find_ground(frame: Frame, measured: MeasuredIssue, verdict: Verdict) -> Iterator[Ground]:
    """How far each party that a settlement binds stood from it before."""
    issue = measured.issue
    scale = issue.known.scale
    if verdict.agreed is None or scale is None or not issue.comparable:
        return
    row = frame.earlier.standing.cells.get(issue.id, {})
    for party in frame.after.talks.parties:
        stance = stance_of(row.get(party), scale)
        if stance is not None and party in frame.pairing.numbers and (not verdict.between or party in verdict.between):
            yield Ground(party, stance, *measure_way(scale, stance, verdict.agreed))


def measure_way(scale: Scale, stance: str, goal: str) -> tuple[Fraction | None, Fraction | None]:
    """The signed way from one stance to another, in scale units and as a share; None on options."""
    if isinstance(scale, Options):
        return None, None
    share = scale.place(goal) - scale.place(stance)
    return share * find_unit(scale), share
