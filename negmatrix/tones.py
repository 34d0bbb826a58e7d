"""What colour may mean. Problems need this much of a document, and nothing more is loaded for them."""

from enum import Enum
from fractions import Fraction
from typing import NamedTuple, TypeAlias


class Tone(Enum):
    """What a text means to its reader; each writer owns the colours."""

    __hash__ = object.__hash__  # that of Enum is slow, and a tone is asked for with each line

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    GOOD = "good"
    FAIR = "fair"
    BAD = "bad"


class Ramp(NamedTuple):
    """A stance's place on its scale, 0 to 1; neither end is the bad one."""

    place: Fraction


class Heat(NamedTuple):
    """How much of something there is, such as agreement of a pair, 0 to 1: more is deeper."""

    share: Fraction


Look: TypeAlias = Tone | Ramp | Heat
