"""What PyYAML's parsers mean, said to people."""

import re
from typing import Any, Protocol

from negmatrix.diagnostics import Diagnostic, Related, error
from negmatrix.source import SourceText, Span

_MEANINGS = (
    ("mapping values are not allowed", "a ':' is not expected here", "a text that holds ': ' needs quotes"),
    ("could not find expected ':'", "a key without ':' behind it", "write 'key: value', or put the text in quotes"),
    ("unexpected end of stream", "the text that starts in quotes never ends", "close the quotes"),
    ("unknown escape character", "this is not an escape of YAML", "use single quotes, or double the backslash"),
    ("did not find expected hexdecimal", "this escape lacks hexadecimal digits", ""),
    ("expected escape sequence of", "this escape lacks hexadecimal digits", ""),
    ("invalid Unicode character escape", "this escape names no character", "write the character itself"),
    ("incompatible YAML document", "this is no YAML 1.2", "delete the line that starts with %YAML"),
    ("expected comment or line break", "a text after '|' or '>' starts on the next line", "break the line here"),
    ("expected chomping or indentation", "a text after '|' or '>' starts on the next line", "break the line here"),
    ("a tab character where an indentation", "a tab cannot indent or start a value", "use blanks"),
    ("a tab character that violates", "a tab cannot indent or start a value", "use blanks"),
    ("expected ',' or '}'", "a mapping in braces goes wrong here", "expected ',' or '}'"),
    ("expected ',' or ']'", "a list in brackets goes wrong here", "expected ',' or ']'"),
    (
        "did not find expected key",
        "this does not line up with what stands above",
        "check the indentation and the quotes",
    ),
    ("expected <block end>", "this does not line up with what stands above", "check the indentation and the quotes"),
    (
        "did not find expected '-'",
        "this does not line up with the list above",
        "start it with '- ', or change its indentation",
    ),
    ("block sequence entries are not allowed", "a list cannot start here", "put it on its own line, below its key"),
    ("expected alphabetic or numeric character", "an anchor or alias without a name", "put the text in quotes"),
    ("undefined tag handle", "tags are not part of this format", "put the text in quotes"),
    ("expected '<document start>'", "a second value at the top of the file", "expected one mapping"),
    ("found undefined tag", "tags are not part of this format", "put the text in quotes"),
    ("expected the node content", "a value is missing here", ""),
    ("did not find expected node content", "a value is missing here", ""),
    ("did not find expected <document start>", "a second value at the top of the file", "expected one mapping"),
    ("duplicate %YAML", "a second %YAML line", "delete it"),
    ("duplicate YAML", "a second %YAML line", "delete it"),
)
_STARTERS = {
    "\t": ("a tab cannot indent or start a value", "use blanks"),
    "@": ("a text cannot start with '@'", "put it in quotes"),
    "`": ("a text cannot start with '`'", "put it in quotes"),
    "%": ("a text cannot start with '%'", "put it in quotes"),
}


TOO_DEEP = "this is nested deeper than 32 levels"


class Fault(Protocol):
    """What an exception of PyYAML tells; the marks have an `index`, an offset into the text."""

    problem: Any
    context: Any
    problem_mark: Any
    context_mark: Any


def explain_fault(source: SourceText, fault: Fault) -> Diagnostic:
    """A fault of the YAML text, which ends the reading of its file."""
    problem, context = str(fault.problem or ""), str(fault.context or "")
    at_start = any(words in problem for words in _TOLD_AT_THE_START)
    mark = (at_start and fault.context_mark) or fault.problem_mark or fault.context_mark
    at = _one_character(source, mark)
    if "maximum nesting depth" in problem:  # libyaml from 0.2.6 on looks this far ahead before it gives an event
        return error("too-deep", TOO_DEEP, at)
    behind = _behind_quotes(source, at)
    if not behind and (told := _explain_lines(source, at, problem)):
        return told
    message, label = behind or _meaning(problem, context, source.text[at.start : at.end])
    if at_start and fault.problem_mark and fault.problem_mark.index - at.start > _LONGEST_KEY:
        message, label = "a key may hold 1024 characters", "shorten it"
    opened = fault.context_mark if "flow" in context and not at_start else None
    related = (Related(_one_character(source, opened), "it begins here"),) if opened else ()
    return error("yaml-syntax", message, at, label, related)


_TOLD_AT_THE_START = ("unexpected end of stream", "could not find expected ':'")
_OF_SIGNS = ("expected ',' or '}'", "expected ',' or ']'", "<document start>")
_OF_DEPTH = ("mapping values are not allowed", "did not find expected key", "expected <block end>")
_LONGEST_KEY = 1024


def _explain_lines(source: SourceText, at: Span, problem: str) -> Diagnostic | None:
    """What other signs or the indentation account for; None for other faults."""
    deep = any(words in problem for words in _OF_DEPTH)
    whole = any(words in problem for words in _TOLD_AT_THE_START)
    if not (deep or whole or any(words in problem for words in _OF_SIGNS)):
        return None
    from negmatrix.syntax.lines import explain_depth, explain_sign

    return explain_sign(source, at, whole=whole) or (explain_depth(source, at) if deep else None)


def _one_character(source: SourceText, mark: Any) -> Span:
    offset = min(mark.index if mark else 0, len(source.text))
    return Span(source, offset, min(offset + 1, len(source.text)))


_QUOTED = r"""(?:^|[:\[{,-])\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ ]*\Z"""
_REST = r"[^\n]*"
_REST_IN_BRACES = r"[^,\n\]}]*"
_NEAR = 200


def _behind_quotes(source: SourceText, at: Span) -> tuple[str, str] | None:
    """A text that goes on behind its closing quote, as in `"Low" and more`; None for other faults."""
    line = source.text.rfind("\n", 0, at.start) + 1
    before = source.text[max(line, at.start - _NEAR) : at.start]
    quoted = re.search(_QUOTED, before)
    in_braces = any(opening in before for opening in "{[")
    rest = re.compile(_REST_IN_BRACES if in_braces else _REST).match(source.text, at.start, at.start + _NEAR)
    if quoted is None or rest is None or not rest[0].strip() or re.search(":(?: |$)", rest[0]):
        return None
    whole = (before[quoted.start(1) :] + rest[0]).rstrip()
    cure = f": '{whole}'" if "'" not in whole and len(whole) <= 60 else ""
    return "the text goes on behind its closing quote", f"put all of it in quotes{cure}"


def _meaning(problem: str, context: str, character: str) -> tuple[str, str]:
    if "cannot start any token" in problem:
        return _STARTERS.get(character, ("a text cannot start with this", "put it in quotes"))
    for words, message, label in _MEANINGS:
        if words in problem:
            return message, label
    return f"this is not YAML: {context} {problem}".replace("  ", " "), ""
