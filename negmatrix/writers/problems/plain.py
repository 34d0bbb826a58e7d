"""The first line of a problem, which editors and grep read, and the line that counts them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from negmatrix.diagnostics import Diagnostic, Severity
from negmatrix.tones import Tone

Toned: TypeAlias = tuple[tuple[str, Tone], ...]
"""A line in stretches of one tone each."""

TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.FAIR, Severity.NOTE: Tone.GOOD}


def show_head(problem: Diagnostic) -> Toned:
    """`PATH:LINE:COLUMN: severity: message [code]`, with how many more places there are."""
    line, column = problem.at.first
    more = f", at {len(problem.repeats) + 1} places" if problem.repeats else ""
    return (
        (f"{problem.at.source.name}:{line}:{column}: ", Tone.STRONG),
        (problem.severity.value, TONES[problem.severity]),
        (f": {problem.message}{more}", Tone.STRONG),
        (f" [{problem.code}]", Tone.MUTED),
    )


def show_concise(problems: Iterable[Diagnostic]) -> Iterator[Toned]:
    """A line for each problem."""
    return (show_head(problem) for problem in problems)


def count_problems(problems: Sequence[Diagnostic]) -> str:
    """How many errors, warnings and notes there are, in words; "no problems" without any."""
    counts = Counter(problem.severity for problem in problems)
    parts = [
        f"{counts[severity]} {severity.value}{'' if counts[severity] == 1 else 's'}"
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(parts) or "no problems"
