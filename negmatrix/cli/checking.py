"""What `check` does: choose problems by code, print them, and say how they add up."""

import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

from negmatrix.cli.loading import Checked, load_checked, tell_used
from negmatrix.diagnostics import Diagnostic, Severity
from negmatrix.document import Tone
from negmatrix.finding.lost import LostError
from negmatrix.finding.references import find_every_talks
from negmatrix.nearest import find_nearest
from negmatrix.writers.terminal.looks import Looks


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
            raise LostError(f"there is no code '{code}'{meant}\n'negmatrix explain' lists all of them")
    return wanted


class Outcome(NamedTuple):
    """A checked talks with the problems that were chosen."""

    checked: Checked
    problems: list[Diagnostic]

    def fails(self, *, strict: bool) -> bool:
        """Whether there is an error or, if strict, a warning."""
        fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return any(problem.severity in fatal for problem in self.problems)


def check_every(references: Sequence[str], choice: Choice) -> list[Outcome]:
    """All talks that the references point at, checked."""
    found = find_every_talks(references)
    tell_used(found)
    checked = [load_checked(one) for one in found]
    return [Outcome(one, [problem for problem in one.problems if choice.has(problem)]) for one in checked]


def emit_checks(
    outcomes: Sequence[Outcome], form: str, *, completeness: bool, width: int | None = None, color: str = "auto"
) -> None:
    """Problems to standard output, in full, in a line each, or as JSON; the summary joins the full ones."""
    if form == "json":
        _emit_json(outcomes, completeness=completeness)
        return
    from negmatrix.cli.emitting import choose_streams_looks, print_lines
    from negmatrix.writers.problems import show_concise, show_problems

    looks = choose_streams_looks(sys.stdout, width, color)
    for outcome in outcomes:
        full = form == "full"
        lines = show_problems(outcome.problems, looks) if full else show_concise(outcome.problems)
        print_lines(lines, sys.stdout, looks)
        sys.stdout.write("\n" if full and outcome.problems else "")
        if completeness:
            _print_completeness(outcome.checked, looks)
    print_lines([((_summarize(outcomes), Tone.STRONG),)], sys.stdout if form == "full" else sys.stderr)


def _print_completeness(checked: Checked, looks: Looks) -> None:
    if checked.talks is None:
        return
    from negmatrix.analysis.completeness import measure_completeness
    from negmatrix.cli.emitting import print_documents
    from negmatrix.views.completeness import show_completeness

    print_documents([show_completeness(checked.talks, measure_completeness(checked.talks))], looks)
    sys.stdout.write("\n")


def _emit_json(outcomes: Sequence[Outcome], *, completeness: bool) -> None:
    from negmatrix.writers.json import write_json

    write_json("check", {"results": [_record(outcome, completeness=completeness) for outcome in outcomes]}, sys.stdout)


def _record(outcome: Outcome, *, completeness: bool) -> dict[str, Any]:
    from negmatrix.analysis.completeness import measure_completeness
    from negmatrix.writers.problems import problem_records

    talks = outcome.checked.talks
    measured = measure_completeness(talks) if completeness and talks else None
    record = {"talks": outcome.checked.found.name, "problems": problem_records(outcome.problems)}
    return record | ({"completeness": measured} if completeness else {})


def _summarize(outcomes: Sequence[Outcome]) -> str:
    """`data/paris.yaml: no problems`, or the same of several talks together."""
    from negmatrix.writers.problems import count_problems

    problems = [problem for outcome in outcomes for problem in outcome.problems]
    many = len(outcomes) != 1
    name = f"{len(outcomes)} talks" if many else outcomes[0].checked.found.name
    return f"{name}: {count_problems(problems)}"
