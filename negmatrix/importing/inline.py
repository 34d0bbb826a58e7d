"""Markdown within a cell: marks go, their words stay."""

import html
import re

_MOST_MARKS = 2000
"""Marks are paired in shorter cells only: pairing takes the square of a cell's length."""

_MARKS = re.compile(r"[\\`<\[*_~&\x00\x01]")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_KEPT = re.compile("\x00([0-9]+)\x01")
_BREAK = re.compile(r"<br\s*/?>\s*", re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?>", re.DOTALL)
_AUTOLINK = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_LINK = re.compile(
    r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)|\[[^\[\]]*\])"
)
_STRONG = re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_STARS = re.compile(r"\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*", re.DOTALL)
_SCORES = re.compile(r"(?<!\w)_(?=[^\s_])(.+?)(?<=[^\s_])_(?!\w)", re.DOTALL)


def is_bare(text: str) -> bool:
    """Whether a text holds nothing that could be a mark."""
    return _MARKS.search(text) is None


def strip_marks(cell: str) -> str:
    """The words of a Markdown cell: links, emphasis and code by their text, `<br>` as a line end, entities read."""
    if is_bare(cell):
        bare = cell.strip()
        return "\n".join(map(str.strip, bare.split("\n"))) if "\n" in bare else bare
    text = _BREAK.sub("\n", cell)
    text = _strip_short(text) if len(text) <= _MOST_MARKS else html.unescape(_ESCAPE.sub(r"\1", text))
    return "\n".join(line.strip() for line in text.strip().split("\n"))


def _strip_short(text: str) -> str:
    text = text.replace("\x00", "").replace("\x01", "")
    text = _CODE.sub(lambda match: _keep(match[2].strip().replace("\\|", "|") or match[2]), text)
    text = _ESCAPE.sub(lambda match: _keep(match[1]), text)
    text = _TAG.sub("", _AUTOLINK.sub(lambda match: _keep(match[1]), _FOOTNOTE.sub("", text)))
    text = _LINK.sub(r"\1", text)
    for mark in (_STRONG, _STRONG):
        text = mark.sub(r"\2", text)
    text = _SCORES.sub(r"\1", _STARS.sub(r"\1", text))
    return _KEPT.sub(lambda match: chr(int(match[1])), html.unescape(text))


def _keep(words: str) -> str:
    """Words out of reach of what else is stripped."""
    return "".join(f"\x00{ord(character)}\x01" for character in words)
