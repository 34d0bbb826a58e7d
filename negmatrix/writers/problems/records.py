"""Problems as plain records, for JSON."""

from collections.abc import Iterable
from typing import Any

from negmatrix.diagnostics import Diagnostic
from negmatrix.source import Span


def problem_records(problems: Iterable[Diagnostic]) -> list[dict[str, Any]]:
    """A record for each problem; lines and columns count from 1, the end is just behind the last character."""
    return [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "message": problem.message,
            **_place(problem.at),
            "related": [{**_place(other.at), "message": other.message} for other in problem.related],
            "repeats": [_place(at) for at in problem.repeats],
            "help": problem.label or None,
        }
        for problem in problems
    ]


def _place(at: Span) -> dict[str, Any]:
    return {
        "file": at.source.name,
        "line": at.first.line,
        "column": at.first.column,
        "end_line": at.last.line,
        "end_column": at.last.column,
    }
