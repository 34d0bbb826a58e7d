"""Bytes to text: strict UTF-8 without characters that nobody can see."""

import re
import unicodedata
from itertools import islice

from negmatrix.diagnostics import Diagnostic, error
from negmatrix.source import SourceText, Span

MAX_BYTES = 64 * 1024 * 1024
MAX_UNSEEN = 100

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


def decode_text(name: str, content: bytes) -> tuple[SourceText | None, list[Diagnostic]]:
    """The text of a file, without a byte-order mark; None, with the problems, when it cannot be read as such."""
    if len(content) > MAX_BYTES:
        return None, [error("too-large", "this file is larger than 64 MB", _start(name), "split it into a folder")]
    encoding = next((encoding for mark, encoding in _MARKS.items() if content.startswith(mark)), None)
    if encoding:
        return None, [error("not-utf-8", f"this file is in {encoding}", _start(name), "save it as UTF-8")]
    try:
        text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as fault:
        return None, [_bad_byte(name, content, fault)]
    source = SourceText(name, text)
    problems = [_unseen(source, match) for match in islice(_UNSEEN.finditer(text), MAX_UNSEEN + 1)]
    if len(problems) > MAX_UNSEEN:
        problems = [problems[0]._replace(label=f"and more than {MAX_UNSEEN} others follow: is this a text?")]
    return (None if problems else source), problems


def _start(name: str) -> Span:
    return Span(SourceText(name, ""), 0, 0)


def _bad_byte(name: str, content: bytes, fault: UnicodeDecodeError) -> Diagnostic:
    before = fault.object[: fault.start].decode("utf-8")
    source = SourceText(name, before + fault.object[fault.start :].decode("utf-8", "replace"))
    byte = content[len(content) - len(fault.object) + fault.start]
    return error(
        "not-utf-8",
        f"the byte 0x{byte:02x} is not UTF-8",
        Span(source, len(before), len(before) + 1),
        "save the file as UTF-8",
    )


def find_unseen(text: str) -> str:
    """The first character that nobody can see and that is refused; empty without one."""
    match = None if text.isprintable() else _UNSEEN.search(text)
    return match.group() if match else ""


def tell_unseen(character: str) -> str:
    """The sentence that refuses a character."""
    name = unicodedata.name(character, "a control character").lower()
    return f"U+{ord(character):04X} ({name}) cannot stand in a talks file"


def _unseen(source: SourceText, match: re.Match[str]) -> Diagnostic:
    return error(
        "control-character",
        tell_unseen(match.group()),
        Span(source, match.start(), match.end()),
        "delete it",
    )
