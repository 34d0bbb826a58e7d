"""Two states of talks to compare, and short ways to tell what changed."""

from textwrap import dedent
from typing import Any

from negmatrix.analysis.changes import Change, Changes, Kind, Side, measure_changes
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.source import SourceText

TOP = """\
talks: Harbour
parties: {city: City, port: Port, union: Union, press: {name: Press, role: observer}}
issues:
  nights: {title: Night work, range: [0, 20], unit: nights, weight: 2}
  crane: {title: Crane, levels: [against, open, for]}
  name: {title: Name, options: [north, south, west]}
  fee: {title: Fee, levels: {low: {at: 0}, middle: {at: 30}, high: {at: 100}}, unit: dollars}
  start: {title: Start, range: [2026-01-01, 2026-12-31]}
  apology: Apology
"""
FILE = TOP + "positions: {nights: {city: 4, port: 5}, crane: {city: for, union: open}}\n"


def read(text: str) -> Talks:
    reading = read_talks([SourceText("talks.yaml", text)])
    assert not reading.problems, [problem.message for problem in reading.problems]
    assert reading.talks is not None
    return reading.talks


def rounds(first: str, second: str, top: str = TOP) -> Changes:
    """From one round to the next of one talks."""
    told = "".join(f"  {name}:\n{_indent(text)}" for name, text in (("march", first), ("april", second)))
    talks = read(f"{top}rounds:\n{told}")
    return measure_changes(Side(talks, "march", "a"), Side(talks, "april", "b"))


def _indent(text: str) -> str:
    lines = dedent(text).strip("\n").splitlines() or ["note: nothing new"]
    return "".join(f"    {line}\n" for line in lines)


def files(first: str, second: str, guess: bool = True) -> Changes:
    return measure_changes(Side(read(first), None, "a"), Side(read(second), None, "b"), guess)


def short(changes: Changes, *fields: str) -> list[tuple[Any, ...]]:
    return [(change.kind.value, *(getattr(change, field) for field in fields)) for change in changes.changes]


def only(changes: Changes, kind: Kind) -> Change:
    (found,) = [change for change in changes.changes if change.kind is kind]
    return found


def cell(issue: str, cells: str) -> str:
    return f"positions: {{{issue}: {cells}}}"
