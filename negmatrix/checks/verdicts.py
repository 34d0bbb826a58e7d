"""Verdicts beside the stances that they judge."""

from collections.abc import Iterator

from negmatrix.diagnostics import Diagnostic, error
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word


def check_at_settled(talks: Talks) -> Iterator[Diagnostic]:
    """`at` gives the stance on which parties settled, so it stands beside `settled` only."""
    for round_ in talks.rounds.values():
        for verdicts in round_.verdicts.values():
            for verdict in verdicts:
                if verdict.agreed is not None and verdict.word is not Word.SETTLED:
                    message = f"'at' is for settled issues, and this verdict is '{verdict.word.value}'"
                    yield error("at-unsettled", message, verdict.agreed.at, "delete 'at', or write 'verdict: settled'")


def check_verdicts_between_two(talks: Talks) -> Iterator[Diagnostic]:
    """A verdict that is limited by `between` names at least two parties."""
    for round_ in talks.rounds.values():
        for verdicts in round_.verdicts.values():
            for verdict in verdicts:
                if len(verdict.between) == 1 and "between" not in verdict.unread:
                    message = "a verdict holds between two parties at least"
                    yield error("too-few-parties", message, verdict.between[0].at, "name both, or leave out 'between'")


def check_verdicts_fit(talks: Talks) -> Iterator[Diagnostic]:
    """A verdict fits the stances that stand when it is given: the closeness it names is the computed one, and nobody who
    settled refuses what was settled. A note where the verdict has a source: people may judge otherwise.
    """
    given = any(round_.verdicts for round_ in talks.rounds.values())
    if given and not _RESTED_ON & talks.unread and _count_seats(talks) <= _MOST_SEATS:
        from negmatrix.checks.judging import judge_verdicts  # the analysis is loaded only where something is judged

        yield from judge_verdicts(talks)


_RESTED_ON = frozenset({"parties", "tables", "thresholds", "issues", "rounds", "positions", "verdicts"})
_MOST_SEATS = 500


def _count_seats(talks: Talks) -> int:
    """Beyond a few hundred, no verdict was given by somebody who looked at all pairs."""
    return max(len(talks.parties), sum(map(len, talks.tables)))
