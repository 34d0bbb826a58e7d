"""From what the user pointed at to talks without errors; what is wrong goes to standard error."""

import sys
from collections.abc import Sequence
from typing import NamedTuple

import typer

from negmatrix.checks import check_talks
from negmatrix.cli.emitting import choose_streams_looks, print_lines
from negmatrix.diagnostics import Diagnostic, Severity, fold_repeats
from negmatrix.finding.references import Found, find_every_talks, find_one_talks, find_readable_talks
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.tones import Tone


class Loaded(NamedTuple):
    """A talks and what pointed at it."""

    found: Found
    talks: Talks


class Checked(NamedTuple):
    """What could be read of a talks, and all that is wrong with it, in the order of its files."""

    found: Found
    talks: Talks | None
    problems: list[Diagnostic]


def load_checked(found: Found, *, remarks: bool = False) -> Checked:
    """Read and check a talks, with or without mere notes."""
    reading = read_talks(found.texts)
    problems = found.problems + reading.problems
    if reading.talks is not None:
        problems += check_talks(reading.talks, remarks=remarks)
    return Checked(found, reading.talks, fold_repeats(problems))


def load_every(references: Sequence[str], *, public: bool = False) -> list[Loaded]:
    """The talks that the references point at, or their public versions.

    With errors in one of them, they are told and the call ends with 2.
    """
    found = find_every_talks(references)
    tell_used(found)
    return [_make_public(_without_errors(load_checked(one)), public) for one in found]


def load_sound(references: Sequence[str], *, public: bool = False) -> tuple[list[Loaded], int]:
    """The talks without errors that the references point at, or their public versions, and how many others there are,
    of each of which the first error is told.
    """
    found, unread = find_readable(references)
    sound = []
    for checked in map(load_checked, found):
        if checked.talks is None or _errors(checked):
            _tell_unsound(checked)
        else:
            sound.append(_make_public(_without_errors(checked), public))
    return sound, unread + len(found) - len(sound)


def find_readable(references: Sequence[str]) -> tuple[list[Found], int]:
    """The talks that the references point at, and how many others cannot be read, of each of which it is told why;
    LostError when none can be read.
    """
    found, faults = find_readable_talks(references)
    if not found:
        raise faults[0]
    tell_used(found)
    for fault in faults:
        tell(f"negmatrix: {'; '.join(fault.lines)}")
    return found, len(faults)


def _errors(checked: Checked) -> list[Diagnostic]:
    return [problem for problem in checked.problems if problem.severity is Severity.ERROR]


def _tell_unsound(checked: Checked) -> None:
    from negmatrix.writers.problems import count_problems, show_concise

    errors = _errors(checked)
    print_lines(show_concise(errors[:1]), sys.stderr)
    name = checked.found.name
    tell(f"{name}: {count_problems(errors)}; {_point_to_check(name, len(errors))}")


def _point_to_check(name: str, count: int) -> str:
    return f"'negmatrix check {name}' shows {'it' if count == 1 else 'them'}"


def load_one(reference: str | None, *, public: bool = False) -> Loaded:
    """The one talks that a reference points at (None: the one found here), or its public version, without errors."""
    found = find_one_talks(reference)
    tell_used([found])
    return _make_public(_without_errors(load_checked(found)), public)


def _make_public(loaded: Loaded, public: bool) -> Loaded:
    """The public version of a talks, which bears its title instead of the name of its file."""
    if not public:
        return loaded
    from negmatrix.analysis.redaction import redact

    return Loaded(loaded.found._replace(name=str(loaded.talks.title)), redact(loaded.talks))


def tell_used(found: Sequence[Found]) -> None:
    """Say which talks are used when the user named none."""
    if not all(one.named for one in found):
        tell(f"using {', '.join(one.name for one in found)}")


def tell(sentence: str) -> None:
    """Put a sentence on standard error, whatever is in the names that it holds."""
    print_lines([((sentence, Tone.PLAIN),)], sys.stderr)


def _without_errors(checked: Checked) -> Loaded:
    from negmatrix.writers.problems import count_problems, show_problems

    errors = _errors(checked)
    if errors or checked.talks is None:
        print_lines(show_problems(errors, choose_streams_looks(sys.stderr)), sys.stderr)
        sys.stderr.write("\n")
        tell(f"{checked.found.name}: {count_problems(errors)}")
        raise typer.Exit(2)
    warnings = [problem for problem in checked.problems if problem.severity is Severity.WARNING]
    if warnings:
        name = checked.found.name
        tell(f"{name}: {count_problems(warnings)}; {_point_to_check(name, len(warnings))}")
    return Loaded(checked.found, checked.talks)
