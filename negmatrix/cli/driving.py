"""What git's external diff driver shows: changes in our words or, for what is no talks, git's own text diff."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from negmatrix.analysis.changes import Side, measure_changes
from negmatrix.checks import check_talks
from negmatrix.cli.emitting import choose_streams_looks, print_documents, print_lines
from negmatrix.diagnostics import Severity
from negmatrix.finding.drivers import Driven, NotTalksError, read_version, write_text_diff
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.source import EMPTY, SourceText
from negmatrix.tones import Tone
from negmatrix.views.diff import show_changes
from negmatrix.writers.terminal.looks import Looks

_TONES = {"+": Tone.GOOD, "-": Tone.BAD, "@": Tone.MUTED}


def show_driven(driven: Driven) -> None:
    """The changes of one file, on standard output."""
    looks = _choose_looks()
    print_lines([((_headline(driven), Tone.STRONG),)], sys.stdout, looks)
    try:
        before, after = _read(driven.name_before, driven.before), _read(driven.name_after, driven.after)
    except NotTalksError as why:
        print_lines([((f"this file {why}; as text:", Tone.MUTED),), *_text_lines(driven)], sys.stdout, looks)
        return
    present = after or before
    if present is None:
        return
    sides = (
        Side(before or _emptied(present), None, driven.name_before),
        Side(after or _emptied(present), None, driven.name_after),
    )
    print_documents([show_changes(measure_changes(*sides))], looks)
    sys.stdout.write("\n")


def _choose_looks() -> Looks:
    """Git writes into its pager: then what the user looks at is the terminal that standard error goes to."""
    paged = os.environ.get("GIT_PAGER_IN_USE") == "true" and sys.stderr.isatty()
    return choose_streams_looks(sys.stderr if paged else sys.stdout)


def _headline(driven: Driven) -> str:
    if driven.before is None:
        return f"new file {driven.name_after}"
    if driven.after is None:
        return f"deleted file {driven.name_before}"
    if driven.name_before != driven.name_after:
        return f"{driven.name_before} renamed to {driven.name_after}"
    return f"changed file {driven.name_after}"


def _read(name: str, file: Path | None) -> Talks | None:
    text = read_version(name, file)
    return None if text is None else _read_sound(text)


def _read_sound(text: SourceText) -> Talks:
    talks, problems = read_talks([text])
    found = problems + (check_talks(talks, remarks=False) if talks else [])
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    if talks is None or errors:
        line, column = errors[0].at.first
        raise NotTalksError(f"has errors, the first at {line}:{column}: {errors[0].message}")
    return talks


def _emptied(talks: Talks) -> Talks:
    """The same talks before anything was written into it."""
    rounds = {name: round_._replace(positions=EMPTY, verdicts=EMPTY) for name, round_ in talks.rounds.items()}
    return talks._replace(parties=EMPTY, issues=EMPTY, proposals=EMPTY, tables=(), rounds=rounds)


def _text_lines(driven: Driven) -> Iterator[tuple[tuple[str, Tone], ...]]:
    for line in write_text_diff(driven):
        yield ((line, _TONES.get(line[:1], Tone.PLAIN)),)
