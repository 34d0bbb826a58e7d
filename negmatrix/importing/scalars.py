"""One text as YAML: plain where that reads back as the same text and nothing else, quoted where it must be."""

import re
from functools import lru_cache

from negmatrix.model.quantity import NUMBER, parse_day

_SEEN = "\x20-\x7e\u00a0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
"""What may stand in a talks file as it is; tabs could, but are better seen."""

_PLAIN = re.compile(rf"(?![\s\-?:,\[\]{{}}#&*!|>'\"%@`=<~])[{_SEEN}]+")
_SIGNS = re.compile(r":(?:\s|$)|\s#")
_FLOW = re.compile(r"[,\[\]{}?]|:$|:[,\[\]{}]")
_OTHERS = frozenset(("null", "true", "false"))
_ESCAPED = re.compile(rf'["\\]|[^{_SEEN}]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x00": "\\0"}


def write_text(text: str, *, flow: bool = False) -> str:
    """A text on one line that the reader gives back as it is; `flow` within brackets, where commas part."""
    if len(text) >= _SHORT_TEXT:
        return _write(text, flow)
    return _write_in_flow(text, True) if flow else _write_short(text, False)


def _write(text: str, flow: bool) -> str:
    if _is_plain(text) and not (flow and _FLOW.search(text)):
        return text
    if "\\" not in text and "'" not in text and not _ESCAPED.search(text.replace('"', "")):
        return f"'{text}'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


_SHORT_TEXT = 40
_write_short = lru_cache(maxsize=4096)(_write)
_write_in_flow = lru_cache(maxsize=16_384)(_write)
"""Stances stand in thousands of cells, and names, of which there may be 10,000, in thousands of rows."""


def _is_plain(text: str) -> bool:
    """Whether a text needs no quotes: nothing in it is a sign of YAML, and it is no number, day or word of YAML."""
    return (
        _PLAIN.fullmatch(text) is not None
        and text[-1:] not in (" ", "\u00a0")
        and _SIGNS.search(text) is None
        and text.lower() not in _OTHERS
        and (text[0].isalpha() or (NUMBER.fullmatch(text) is None and parse_day(text) is None and text != "..."))
    )


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    wide = f"\\U{code:08x}" if code > 0xFFFF else f"\\u{code:04x}"
    return _SHORT.get(character) or (f"\\x{code:02x}" if code < 0x100 else wide)


def can_be_block(text: str) -> bool:
    """Whether a text of several lines can stand as a block: no blanks at the ends of its lines, nothing to escape."""
    lines = text.split("\n")
    return (
        len(lines) > 1
        and all(line == line.strip() for line in lines)
        and bool(lines[0] and lines[-1])
        and not _ESCAPED.search(re.sub(r'[\n"\\]', "", text))
    )
