"""What the line of a fault and the lines above it tell of it."""

import re
from collections.abc import Iterator

from negmatrix.diagnostics import Diagnostic, Related, error
from negmatrix.source import SourceText, Span
from negmatrix.syntax.signs import find_sign, tell_sign

_KEY = r":(?=\s|$)"
_VALUE = r":[ \t]+[^\s#]"
_FAR = 200
"""So many lines above a fault are looked at: a text that goes on for longer is no forgotten key."""
_INDENT = "[ ]*(?:- +)*"


def explain_sign(source: SourceText, at: Span, *, whole: bool) -> Diagnostic | None:
    """A sign that looks like one of YAML and is none: before the fault, anywhere in its line where the `whole` of it is at
    fault, or in the lines that it goes on from. None without one.
    """
    number, column = at.first
    line = read_line(source, number)
    before = line if whole else line[: column - 1]
    begun = 0 if re.search(_KEY, before) else find_start(source, number)[0]
    above = range(number - 1, begun - 1, -1) if begun else ()
    for where, words in ((number, before), *((upper, read_line(source, upper)) for upper in above)):
        place = find_sign(words)
        if place >= 0:
            start = source.line_bounds(where)[0] + place
            message, cure = tell_sign(words[place])
            return error("yaml-syntax", message, Span(source, start, start + 1), cure)
    return None


def explain_depth(source: SourceText, at: Span) -> Diagnostic | None:
    """A line that is indented deeper than the one it goes on from, or that goes on from a key without its colon.

    None where the fault is no matter of lines: the text with the fault begins in the fault's own line.
    """
    number, column = at.first
    line = read_line(source, number)
    above, begun = find_start(source, number)
    if re.search(_KEY, line[: column - 1]) or not above:
        return None
    here, there = _point_at(source, number), _point_at(source, above)
    if re.search(_VALUE, begun) and _indent(begun) < _indent(line):
        related = Related(there, "the others stand in this column")
        message = f"this line is indented deeper than line {above}"
        return error("yaml-syntax", message, here, "lines of one mapping stand in one column", (related,))
    if re.search(_KEY, begun) or source.text[at.start : at.end] != ":":
        return None
    message = f"this line goes on from the text of line {above}"
    related = Related(there, "if this is a key, ':' belongs behind it")
    return error("yaml-syntax", message, here, "", (related,))


def find_start(source: SourceText, number: int) -> tuple[int, str]:
    """The line, with its number, in which the text began that goes on in a line below it; 0 without one."""
    start, begun = 0, ""
    for above, line in _lines_above(source, number):
        if start and re.search(_KEY, line) and not re.search(_VALUE, line):
            break
        start, begun = above, line
        if re.search(_KEY, line) or line.lstrip().startswith("- "):
            break
    return (start, begun) if number <= _FAR or start > number - _FAR else (0, "")


def _lines_above(source: SourceText, number: int) -> Iterator[tuple[int, str]]:
    """The lines above one, the nearest first, without those that say nothing."""
    for above in range(number - 1, max(number - 1 - _FAR, 0), -1):
        line = read_line(source, above)
        if line.strip() and not line.lstrip().startswith("#"):
            yield above, line


def read_line(source: SourceText, number: int) -> str:
    """A line of the text, by its number, without its end."""
    return source.text[slice(*source.line_bounds(number))]


def _point_at(source: SourceText, number: int) -> Span:
    """The first character of a line behind its blanks and dashes."""
    start = source.line_bounds(number)[0] + _indent(read_line(source, number))
    return Span(source, start, min(start + 1, len(source.text)))


def _indent(line: str) -> int:
    match = re.match(_INDENT, line)
    return match.end() if match else 0
