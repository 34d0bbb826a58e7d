"""The marks that the terminal writer draws: one for each sign, and its rules and bullets."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from negmatrix.document import Sign
from negmatrix.writers.signs import MARKS


class Glyphs(NamedTuple):
    """One set of marks, each one cell wide."""

    signs: Mapping[Sign, str]
    rule: str
    bullet: str


_UNICODE = Glyphs(MARKS, rule="─", bullet="•")

_ASCII = Glyphs(
    {
        Sign.ALIGNED: "=",
        Sign.PARTIAL: "~",
        Sign.DIVERGENT: "/",
        Sign.UNCLEAR: ":",
        Sign.OPEN: "_",
        Sign.SETTLED: "+",
        Sign.PARKED: "|",
        Sign.DROPPED: "x",
        Sign.FIXED: "#",
        Sign.UNSURE: "?",
        Sign.CARRIED: "^",
        Sign.STALE: "*",
        Sign.DISPUTED: "!",
        Sign.NOT_STATED: ".",
        Sign.NOT_APPLICABLE: "-",
        Sign.WITHDRAWN: "<",
    },
    rule="-",
    bullet="-",
)


@lru_cache
def choose_glyphs(encoding: str) -> Glyphs:
    """The Unicode marks where the encoding has all of them, else the ASCII ones, so that the two never mix."""
    try:
        "".join((*_UNICODE.signs.values(), _UNICODE.rule, _UNICODE.bullet)).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return _ASCII
    return _UNICODE
