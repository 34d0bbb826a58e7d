"""Words as Markdown that shows these words and does nothing.

Escaped is what CommonMark, GitHub, GitLab or pandoc would take for markup, and no more, so that a plain reader can read
on. What stands for line ends is `<br>`, which holds in tables too.
"""

import re
from functools import lru_cache

from negmatrix.writers.plain import make_plain

BREAK = "<br>"

_ALWAYS = re.compile(r"[\\`*\[\]|~^$@{]")
_HARMLESS = re.compile(r"[\w ,;()/%'\"“”„«»–—…’-]*")
_SOMETIMES = re.compile(
    r"""
    (?= [<&_\#:.] ) (?:
      (?P<tag> <(?=[A-Za-z/!?]) )
    | (?P<entity> &(?=\#?\w{1,40};) )
    | (?P<underscore> (?<![A-Za-z0-9])_ | _(?![A-Za-z0-9]) )
    | (?P<hash> (?<!\w)\# )
    | (?P<address> :(?=//) | (?<=\b(?:data|file)): | (?<=\bmailto): | (?<=\bxmpp): | (?<=script): )
    | (?P<host> (?<=\b(?:tel|sms|www))[:.] )
    | (?P<shortcode> :(?=[a-z0-9_+-]{1,64}:)(?!\d{1,64}:) )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BLANKS = re.compile(r"[ \t]+")
_LEADS = re.compile(
    r"""
      (?P<mark> [>=:%] | [-+](?![A-Za-z0-9]))
    | (?P<number> \(? (?: \d+ | [A-Za-z] | [ivxlcdmIVXLCDM]+ ) ) (?=[.)](?:\s|$|<))
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=8192)
def escape_words(text: str) -> str:
    """Words as they stand within a line of Markdown, one line however many they had; runs of blanks fold to one."""
    if _HARMLESS.fullmatch(text) and "  " not in text and "_" not in text:
        return text.strip(" ")
    lines = make_plain(text).removesuffix("\n").split("\n")
    return BREAK.join(_escape_line(line) for line in lines)


def escape_start(markdown: str) -> str:
    """Escaped words made safe at the start of a line, where more signs mean something: a list, a quotation, a rule."""
    found = _LEADS.match(markdown)
    if found is None:
        return markdown
    end = found.end() if found["number"] else 0
    return f"{markdown[:end]}\\{markdown[end:]}"


def _escape_line(line: str) -> str:
    line = _BLANKS.sub(" ", line).strip(" ")
    escaped = _SOMETIMES.sub(_escape_some, _ALWAYS.sub(r"\\\g<0>", line))
    words = escaped.strip()
    if words == escaped:
        return escaped
    start, end = (escaped.index(words), escaped.rindex(words) + len(words)) if words else (len(escaped), len(escaped))
    return _spell_out(escaped[:start]) + words + _spell_out(escaped[end:])


def _escape_some(found: re.Match[str]) -> str:
    return "&lt;" if found["tag"] else f"\\{found[0]}"


def _spell_out(blanks: str) -> str:
    """Wide and unbreakable blanks at an end, which readers cut off and beside which `**` would not close, as numbers."""
    return "".join(blank if blank == " " else f"&#{ord(blank)};" for blank in blanks)
