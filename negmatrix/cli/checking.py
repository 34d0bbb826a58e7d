"""What `check` does: find all problems and choose among them by code."""

from collections.abc import Sequence
from typing import NamedTuple

from negmatrix.cli.loading import Checked, find_readable, load_checked
from negmatrix.diagnostics import Diagnostic, Severity
from negmatrix.finding.lost import LostError
from negmatrix.nearest import find_nearest


class Choice(NamedTuple):
    """The codes that are wanted (none: all) and those that are not."""

    select: frozenset[str]
    ignore: frozenset[str]

    @classmethod
    def of(cls, select: Sequence[str], ignore: Sequence[str]) -> "Choice":
        """A choice from the words of the command line; LostError for a code that does not exist."""
        return cls(_split_codes(select), _split_codes(ignore))

    def has(self, problem: Diagnostic) -> bool:
        """Whether a problem is wanted. What keeps a file from being read cannot be ignored away."""
        return (not self.select or problem.code in self.select) and problem.code not in self.ignore


def _split_codes(words: Sequence[str]) -> frozenset[str]:
    wanted = frozenset(code.strip() for word in words for code in word.split(",") if code.strip())
    if wanted:
        from negmatrix.explanations import codes

        known = codes()
        for code in sorted(wanted - set(known)):
            nearest = find_nearest(code, known)
            meant = f"; did you mean '{nearest}'?" if nearest else ""
            raise LostError(f"there is no code '{code}'{meant}", "'negmatrix explain' lists all of them")
    return wanted


class Outcome(NamedTuple):
    """A checked talks with the problems that were chosen."""

    checked: Checked
    problems: list[Diagnostic]

    def fails(self, *, strict: bool) -> bool:
        """Whether there is an error or, if strict, a warning."""
        fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return any(problem.severity in fatal for problem in self.problems)


def check_every(references: Sequence[str], choice: Choice) -> tuple[list[Outcome], int]:
    """All talks that the references point at, checked, and how many others cannot be read, of which it is told why."""
    found, unread = find_readable(references)
    checked = [load_checked(one, remarks=True) for one in found]
    return [Outcome(one, [problem for problem in one.problems if choice.has(problem)]) for one in checked], unread
