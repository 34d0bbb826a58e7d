"""Text for formats that carry tabs and line ends themselves: nothing else in it steers, hides or reorders."""

import re

_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n?")


def make_plain(text: str) -> str:
    r"""The text with LF for every line end, and with each control character, bidi control, line separator, byte-order
    mark, lone surrogate and noncharacter written as an escape such as `\x1b` or `\u202e`.

    Marks that scripts and emoji need (LRM, RLM, ZWJ, ZWNJ) stay.
    """
    if text.isprintable():
        return text
    return _HIDDEN.sub(_escape, _LINE_END.sub("\n", text))


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
