"""Problems as workflow commands, which GitHub shows beside the lines of a change."""

from collections.abc import Iterable, Iterator

from negmatrix.diagnostics import Diagnostic, Severity
from negmatrix.source import Span
from negmatrix.tones import Tone
from negmatrix.writers.problems.plain import Toned

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


def show_github(problems: Iterable[Diagnostic]) -> Iterator[Toned]:
    """A command for each problem, on one line whatever is in it."""
    return (((_write_command(problem), Tone.PLAIN),) for problem in problems)


def _write_command(problem: Diagnostic) -> str:
    first, last = problem.at.first, problem.at.last
    properties = {
        "file": problem.at.source.name,
        "line": first.line,
        "col": first.column,
        "endLine": last.line,
        "endColumn": last.column,
        "title": problem.code,
    }
    written = ",".join(f"{name}={str(value).translate(_IN_PROPERTIES)}" for name, value in properties.items())
    message = "\n".join(_say(problem)).translate(_IN_MESSAGES)
    return f"::{_COMMANDS[problem.severity]} {written}::{message}"


def _say(problem: Diagnostic) -> Iterator[str]:
    """The message, its cure, and the other places that belong to it."""
    yield problem.message
    if problem.label:
        yield problem.label
    for other in problem.related:
        yield f"{_place(other.at)}: {other.message}"
    if problem.repeats:
        yield f"also at {', '.join(map(_place, problem.repeats))}"


def _place(at: Span) -> str:
    return f"{at.source.name}:{at.first.line}:{at.first.column}"
