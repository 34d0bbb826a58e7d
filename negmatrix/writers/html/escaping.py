"""Text made safe for a page: markup as text, and no character that steers the page or reorders its neighbours."""

import re

from negmatrix.writers.plain import make_plain

_NONCHARACTERS = "".join(chr(plane + last) for plane in range(0x10000, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
_SIGNS = f"&<>\"'\ufdd0-\ufdef{_NONCHARACTERS}"
_SPECIAL = re.compile(f"[{_SIGNS}]")
_MARKUP, _MARKED = re.compile("[&<>\"']"), re.compile("[&<>\"'-]")
"""The same for texts that can be printed, which hold none of the others: a search for fewer takes a quarter of the time."""

_DATE = re.compile(r"(?<![\w-])[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![\w-])")
_COUNT = re.compile(r"(?<![\w.,-])[0-9]+(?: of [0-9]+)? [a-z]+(?![\w-])")
_WHOLE = r'<span class="nb">\g<0></span>'
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}


def escape(text: str) -> str:
    r"""The text as it may stand in an element or between quotes: every line end a line feed, control characters, bidi
    controls and what is no character as escapes such as `\x1b`, `\u202e`.
    """
    if text.isprintable():
        return _MARKUP.sub(_replace, text)
    return _SPECIAL.sub(_replace, make_plain(text))


def show_words(text: str) -> str:
    """The text, safe, with dates that stay on one line. Most texts are so as they are."""
    if text.isprintable() and not _MARKED.search(text):
        return text
    shown = escape(text)
    return _DATE.sub(_WHOLE, shown) if "-" in shown else shown


def show_facts(text: str) -> str:
    """Such as "2026-04-20 · 3 parties · 5 of 9 positions stated": numbers stay with the word they count."""
    return _COUNT.sub(_WHOLE, show_words(text))


def _replace(found: re.Match[str]) -> str:
    character = found[0]
    code = ord(character)
    return _NAMED.get(character) or (f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")
