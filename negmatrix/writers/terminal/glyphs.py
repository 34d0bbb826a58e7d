"""The marks that the terminal writer draws: one for each sign, its rules and bullets, bars and axes."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from negmatrix.document import Sign
from negmatrix.writers.signs import MARKS
from negmatrix.writers.sparks import BARS, GAP


class AxisGlyphs(NamedTuple):
    """What an axis is drawn with: its ends, its line, a place with a name; then what stands on it."""

    first: str
    line: str
    anchor: str
    last: str
    stretch: str
    zone: str
    party: str
    point: str


class Glyphs(NamedTuple):
    """One set of marks, each one cell wide."""

    signs: Mapping[Sign, str]
    rule: str
    bullet: str
    bars: str
    gap: str
    axis: AxisGlyphs


_UNICODE = Glyphs(MARKS, "─", "•", BARS, GAP, AxisGlyphs("├", "─", "┼", "┤", "━", "▒", "●", "◆"))

# No sign is a mark of the axis, of the rules or of numbers.
_ASCII = Glyphs(
    {
        Sign.ALIGNED: "*",
        Sign.PARTIAL: "~",
        Sign.DIVERGENT: "\\",
        Sign.UNCLEAR: ",",
        Sign.OPEN: ":",
        Sign.SETTLED: "v",
        Sign.PARKED: ";",
        Sign.DROPPED: "x",
        Sign.FIXED: "#",
        Sign.UNSURE: "?",
        Sign.CARRIED: "^",
        Sign.STALE: "@",
        Sign.DISPUTED: "!",
        Sign.WORDS_ONLY: '"',
        Sign.NOT_STATED: ".",
        Sign.NOT_APPLICABLE: "_",
        Sign.WITHDRAWN: "{",
        Sign.IMPUTED: "&",
    },
    rule="-",
    bullet="-",
    bars=".:-=+*#@",
    gap="_",
    axis=AxisGlyphs("|", "-", "+", "|", "=", "%", "o", "X"),
)


@lru_cache
def choose_glyphs(encoding: str) -> Glyphs:
    """The Unicode marks where the encoding has all of them, else the ASCII ones, so that the two never mix."""
    try:
        "".join((*_UNICODE.signs.values(), *_UNICODE[1:5], *_UNICODE.axis)).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return _ASCII
    return _UNICODE
