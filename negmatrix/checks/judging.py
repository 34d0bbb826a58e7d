"""Verdicts against the stances that stand when they are given."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.alignment import measure_alignment
from negmatrix.analysis.pairing import Pairing, leave_out, pair_up
from negmatrix.checks.carried import narrow
from negmatrix.diagnostics import Diagnostic, Related, Severity, quote
from negmatrix.model.issues import Issue
from negmatrix.model.positions import STATED, Position
from negmatrix.model.scales import Scale
from negmatrix.model.standing import Cell, Standing, all_standing, within
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Verdict, Word
from negmatrix.source import Span, Text

_JUDGED = (Word.ALIGNED, Word.PARTIAL, Word.DIVERGENT)


class Case(NamedTuple):
    """A verdict with what stood when it was given, as far as it speaks of it."""

    verdict: Verdict
    issue: Issue
    scale: Scale
    standing: Standing
    talks: Talks

    def cells(self) -> Iterator[Cell]:
        """The stances of the parties that it binds: not of those who objected."""
        for party, cell in self.standing.cells.get(self.issue.id, {}).items():
            bound = (not self.verdict.between or party in self.verdict.between) and party not in self.verdict.over
            if bound and cell.position.state is STATED and cell.position.stance is not None:
                yield cell


def judge_verdicts(talks: Talks) -> Iterator[Diagnostic]:
    """What is worth saying of verdicts that the stances contradict."""
    pairing = pair_up(talks)
    for case in _find_cases(talks):
        if case.verdict.word in _JUDGED:
            yield from _judge_closeness(case, pairing)
        elif case.verdict.word is Word.SETTLED:
            yield from _judge_settlement(case, pairing)


def _find_cases(talks: Talks) -> Iterator[Case]:
    """The first of rival verdicts, on issues whose stances are all sound."""
    issues = frozenset(issue for round_ in talks.rounds.values() for issue in round_.verdicts)
    for standing in all_standing(narrow(talks, issues)):
        for name, verdicts in standing.round.verdicts.items():
            issue = talks.issues.get(name)
            if issue is None or issue.scale is None or not _is_sound(issue.scale, standing.cells.get(name, {})):
                continue
            first = {frozenset(verdict.between): verdict for verdict in reversed(verdicts)}
            yield from (Case(verdict, issue, issue.scale, standing, talks) for verdict in reversed(first.values()))


def _is_sound(scale: Scale, cells: Mapping[str, Cell]) -> bool:
    return all(
        "stance" not in cell.position.unread and all(map(scale.holds, _stances(cell.position)))
        for cell in cells.values()
    )


def _stances(position: Position) -> Iterator[Text]:
    if position.stance is not None:
        yield position.stance
    yield from (claim.stance for claim in position.claims if claim.stance is not None)


def _judge_closeness(case: Case, pairing: Pairing) -> Iterator[Diagnostic]:
    word, share = _compute(case, pairing, case.standing.cells.get(case.issue.id, {}))
    if share is not None and word is not case.verdict.word:
        message = f"{quote(case.issue.id)} is judged '{case.verdict.word.value}', but its stances are {word.value}"
        yield _report(case, message, case.verdict.at, f"their agreement is {_percent(share)}")


def _judge_settlement(case: Case, pairing: Pairing) -> Iterator[Diagnostic]:
    agreed = case.verdict.agreed
    if agreed is None:
        recent: dict[str, Cell] = {
            cell.position.party: cell for cell in case.cells() if cell.since == case.standing.turn
        }
        word, share = _compute(case, pairing, recent)
        if share is not None and word is Word.DIVERGENT:
            message = f"{quote(case.issue.id)} is settled, but the stances of this round are {word.value}"
            yield _report(case, message, case.verdict.at, f"their agreement is {_percent(share)}")
    elif case.scale.holds(agreed):
        for cell in case.cells():
            at = _refusal(case, cell, agreed)
            if at is not None:
                message = (
                    f"{quote(case.issue.id)} is settled at {quote(agreed)}, which {quote(cell.position.party)} refuses"
                )
                yield _report(case, message, agreed.at, "name who objected in 'over'", (Related(at, "it stands here"),))


def _compute(case: Case, pairing: Pairing, cells: Mapping[str, Cell]) -> tuple[Word, Fraction | None]:
    """The word that the stances come to, and their agreement, as every view computes it, but for any verdict."""
    between = case.verdict.between
    covered = leave_out(pairing, set(pairing.ids) - set(between)) if between else pairing
    bare = Standing(case.standing.round, case.standing.turn, {case.issue.id: cells}, {})
    alignment = measure_alignment(case.issue, bare, covered, case.talks.thresholds)
    return alignment.computed, alignment.alignment


def _refusal(case: Case, cell: Cell, agreed: Text) -> Span | None:
    """Where it stands that a party does not accept what was agreed: its red lines, or a stance of this round far off."""
    position, scale = cell.position, case.scale
    stance = position.stance
    if position.rejects and _usable(scale, position.rejects) and within(scale, position.rejects, agreed):
        return position.rejects[0].at
    if position.accepts and _usable(scale, position.accepts):
        return None if within(scale, position.accepts, agreed) else position.accepts[0].at
    if stance is None or scale.same(stance, agreed):
        return None
    far = 1 - scale.distance(stance, agreed) < Fraction(case.talks.thresholds.partial)
    return stance.at if position.fixed or (far and cell.since == case.standing.turn) else None


def _usable(scale: Scale, stretch: Iterable[Text]) -> bool:
    return all(map(scale.holds, stretch))


def _percent(share: Fraction) -> str:
    return f"{round(100 * share)}%"


def _report(case: Case, message: str, at: Span, label: str, related: tuple[Related, ...] = ()) -> Diagnostic:
    sourced = case.verdict.sources or case.standing.round.sources or "sources" in case.verdict.unread
    severity = Severity.NOTE if sourced else Severity.WARNING
    return Diagnostic("verdict-against-stances", severity, message, at, label, related)
