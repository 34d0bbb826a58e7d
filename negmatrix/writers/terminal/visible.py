"""Text made safe and visible: no character may steer the terminal, reorder its neighbours or stop the writing."""

import re
from functools import lru_cache

# Patterns are compiled, and kept, where they are first needed: most calls show nothing but ASCII, and start that much sooner.
_HIDDEN = "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
_NAMED = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}
_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_PLAINER = str.maketrans(
    {"\xa0": " ", "→": "->", "·": "-", "–": "-", "—": "-", "…": "...", "“": '"', "”": '"', "‘": "'", "’": "'"}
)
"""What an encoding that lacks one of a text's characters gets for those that have a plain likeness."""

_LINE_END = r"\r\n|\n|\r"


def make_visible(text: str, encoding: str = "utf-8") -> str:
    r"""The text with each control character, bidi control, line separator, lone surrogate, and each character that the
    encoding lacks written as an escape such as `\x1b` or `\u202e`. Measure widths after this, not before.
    """
    if text.isprintable() and text.isascii():
        return text
    return _make_visible(text, encoding)


def split_lines(text: str) -> list[str]:
    """The lines of a text; ends at its own line ends only, without the empty rest that a last line end leaves."""
    if "\n" not in text and "\r" not in text:
        return [text]
    lines = re.split(_LINE_END, text)
    return lines[:-1] if not lines[-1] else lines


def isolate(text: str) -> str:
    """The text between FIRST STRONG ISOLATE and its end if it holds right-to-left characters, else as it is."""
    if text.isascii() or not re.search(_RIGHT_TO_LEFT, text):
        return text
    return f"\u2068{text}\u2069"


@lru_cache(maxsize=8192)
def _make_visible(text: str, encoding: str) -> str:
    text = re.sub(_HIDDEN, lambda found: _escape(found[0]), text)
    if not _holds_all(encoding, text):
        text = text.translate(_PLAINER)
    try:
        return text.encode(encoding, "backslashreplace").decode(encoding)
    except LookupError:
        return text.encode("ascii", "backslashreplace").decode("ascii")


def _holds_all(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _escape(character: str) -> str:
    code = ord(character)
    return _NAMED.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
