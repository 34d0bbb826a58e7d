"""How `check` says what it found: for people, in a line each, or for machines, and how it adds up."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from negmatrix.cli.checking import Outcome
from negmatrix.cli.loading import Checked
from negmatrix.diagnostics import Diagnostic
from negmatrix.finding.lost import LostError
from negmatrix.tones import Tone
from negmatrix.writers.terminal.looks import Looks


def emit_checks(
    outcomes: Sequence[Outcome], form: str, *, completeness: bool, width: int | None = None, color: str = "auto"
) -> None:
    """Problems to standard output: in full, in a line each, or for machines; the summary joins the full ones."""
    if form == "json":
        _emit_json(outcomes, completeness=completeness)
    elif form == "sarif":
        _emit_sarif(outcomes, completeness=completeness)
    else:
        _emit_lines(outcomes, form, completeness, width, color)


def _emit_lines(outcomes: Sequence[Outcome], form: str, completeness: bool, width: int | None, color: str) -> None:
    from negmatrix.cli.emitting import choose_streams_looks, print_lines

    looks = choose_streams_looks(sys.stdout, width, color)
    for outcome in outcomes:
        print_lines(_write_lines(form, outcome.problems, looks), sys.stdout, looks)
        sys.stdout.write("\n" if form == "full" and outcome.problems else "")
        if completeness:
            _print_completeness(outcome.checked, looks)
    summary = _summarize(outcomes, named=form != "github")  # a file's name could be a command of the workflow
    print_lines([((summary, Tone.STRONG),)], sys.stdout if form == "full" else sys.stderr)


def _write_lines(form: str, problems: list[Diagnostic], looks: Looks) -> Iterator[tuple[tuple[str, Tone], ...]]:
    from negmatrix.writers.problems import show_concise, show_problems

    if form == "github":
        from negmatrix.writers.problems.github import show_github

        return show_github(problems)
    return show_problems(problems, looks) if form == "full" else show_concise(problems)


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


def _emit_sarif(outcomes: Sequence[Outcome], *, completeness: bool) -> None:
    from negmatrix.writers.problems.sarif import write_sarif

    if completeness:
        raise LostError("sarif holds problems only: leave out --completeness, or use --format json")
    problems = [problem for outcome in outcomes for problem in outcome.problems]
    sys.stdout.write(write_sarif(problems, _here()))


def _here() -> Path:
    """The folder that this is called in; that of all others where it is gone."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        return Path("/")


def _record(outcome: Outcome, *, completeness: bool) -> dict[str, Any]:
    from negmatrix.analysis.completeness import measure_completeness
    from negmatrix.writers.problems import problem_records

    talks = outcome.checked.talks
    measured = measure_completeness(talks) if completeness and talks else None
    record = {"talks": outcome.checked.found.name, "problems": problem_records(outcome.problems)}
    return record | ({"completeness": measured} if completeness else {})


def _summarize(outcomes: Sequence[Outcome], *, named: bool) -> str:
    """`data/paris.yaml: no problems`, or the same of several talks together."""
    from negmatrix.writers.problems import count_problems

    problems = [problem for outcome in outcomes for problem in outcome.problems]
    alone = named and len(outcomes) == 1
    name = outcomes[0].checked.found.name if alone else f"{len(outcomes)} talks"
    return f"{name}: {count_problems(problems)}"
