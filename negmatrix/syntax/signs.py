"""Signs that look like those of YAML and are none, found where something else went wrong."""

import re
import unicodedata

BLANKS = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000"
"""Blanks, some of no width, that YAML takes for letters: the inside of a character class."""
_COLON = "\uff1a"
_ENDS = {"“": "”", "”": "”", "„": "“", "‘": "’", "’": "’", "‚": "‘", "«": "»", "»": "«", "「": "」", "\uff02": "\uff02"}
_NEAR = 500

_START = r"[ ]*(?:- +)*"
_BLANK = rf"(?:{_START}|[^:\n]*(?::[^:\n]*)*?:)([{BLANKS}])"
_WIDE = rf"{_START}(?:[^:\n]+: +\{{(?:.*[{{,])?)?[^:,\n\"'{{}}]*?({_COLON})"
_QUOTE = rf"{_START}(?:[^:\n]+: +)?(?:[\[{{](?:.*[\[{{,:])?[ ]*)?([{''.join(_ENDS)}])"


def find_sign(line: str, *patterns: str) -> int:
    """Where in a line, up to where it went wrong, a sign stands that was meant as one of YAML; -1 without one."""
    for pattern in patterns or (_BLANK, _WIDE, _QUOTE):
        match = re.match(pattern, line[:_NEAR])
        if match and _ENDS.get(match[1], "\n") not in line[match.end() :]:
            return match.start(1)
    return -1


def tell_sign(sign: str) -> tuple[str, str]:
    """What is wrong with a sign that `find_sign` found, and what to write instead."""
    if sign == _COLON:
        return f"'{sign}' (U+FF1A) is no colon of YAML", "write ':' and a blank"
    if sign in _ENDS:
        both = " and ".join(dict.fromkeys((sign, _ENDS[sign])))
        return f"{both} {'are no quotes' if both != sign else 'is no quote'} of YAML", 'use " instead'
    return f"{name_character(sign)} is no blank of YAML", "write an ordinary blank"


def hint_sign(line: str) -> str:
    """Both in one, as words under a caret; empty without such a sign."""
    return _hint(line, find_sign(line))


def hint_quote(line: str) -> str:
    """The same of a quote that no other quote ends."""
    return _hint(line, find_sign(line, _QUOTE))


def _hint(line: str, place: int) -> str:
    return ": ".join(tell_sign(line[place])) if place >= 0 else ""


def name_character(character: str) -> str:
    """Its number and its name."""
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'a blank').lower()})"
