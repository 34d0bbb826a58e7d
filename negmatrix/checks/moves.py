"""Moves from round to round that break what was said before."""

from collections.abc import Iterator

from negmatrix.checks.carried import Step, find_steps
from negmatrix.checks.written import all_written, written_rows
from negmatrix.diagnostics import Diagnostic, Related, quote, warning
from negmatrix.model.scales import Scale
from negmatrix.model.standing import Ruling
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import Text


def check_fixed_kept(talks: Talks) -> Iterator[Diagnostic]:
    """A party that called its position `fixed` does not move off it, unless it says `fixed: false` with the new stance."""
    for step in find_steps(talks, _fixed_issues(talks)):
        before, written = step.before.position, step.written
        if not before.fixed or written.fixed is False or "fixed" in written.ended:
            continue
        if (
            before.stance is not None
            and written.stance is not None
            and not _same(step.scale, before.stance, written.stance)
        ):
            message = f"{quote(written.party)} moves off its fixed position on {quote(written.issue)}"
            seen = Related(before.stance.at, "it was fixed here")
            yield warning("fixed-moved", message, written.stance.at, "if it did, add 'fixed: false' here", (seen,))


def check_settlements_kept(talks: Talks) -> Iterator[Diagnostic]:
    """A party does not move on what it settled, unless a later verdict opens it again."""
    for step in find_steps(talks, _settled_issues(talks)):
        ruling = _ruling_on(step)
        stance = step.written.stance
        if ruling is None or stance is None:
            continue
        agreed = ruling.verdict.agreed or step.before.position.stance
        if agreed is None or _same(step.scale, agreed, stance):
            continue
        message = f"{quote(step.written.party)} moves on {quote(step.written.issue)}, which it has settled"
        seen = Related(ruling.verdict.at, "it was settled here")
        yield warning("settled-moved", message, stance.at, "a verdict in this round can open it again", (seen,))


def _fixed_issues(talks: Talks) -> frozenset[Text]:
    rows = written_rows(talks)
    return frozenset(issue for issue, row in rows if any(position.fixed for position in all_written(row)))


def _settled_issues(talks: Talks) -> frozenset[Text]:
    return frozenset(
        issue
        for round_ in talks.rounds.values()
        for issue, verdicts in round_.verdicts.items()
        if any(verdict.word is Word.SETTLED for verdict in verdicts)
    )


def _same(scale: Scale, left: Text, right: Text) -> bool:
    return not (scale.holds(left) and scale.holds(right)) or scale.same(left, right)


def _ruling_on(step: Step) -> Ruling | None:
    """The settlement of an earlier round that still holds for the party and that it did not object to."""
    party = step.written.party
    for ruling in step.standing.rulings.get(step.written.issue, ()):
        verdict = ruling.verdict
        if not verdict.between or party in verdict.between:
            holds = verdict.word is Word.SETTLED and ruling.turn < step.standing.turn and party not in verdict.over
            return ruling if holds else None
    return None
