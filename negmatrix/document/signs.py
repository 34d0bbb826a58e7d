"""Small marks with their meanings."""

from enum import Enum


class Sign(Enum):
    """A small mark with its meaning, which the legend spells out; each writer draws its own."""

    __hash__ = object.__hash__  # that of Enum is slow, and signs are looked up for each line

    ALIGNED = "aligned"
    PARTIAL = "partial"
    DIVERGENT = "divergent"
    UNCLEAR = "unclear"
    OPEN = "open"
    SETTLED = "settled"
    PARKED = "parked"
    DROPPED = "dropped"
    FIXED = "fixed"
    UNSURE = "coder is unsure"
    CARRIED = "carried"
    STALE = "stale"
    DISPUTED = "disputed"
    WORDS_ONLY = "in words only, not measured"
    NOT_STATED = "not stated"
    NOT_APPLICABLE = "not applicable"
    WITHDRAWN = "withdrawn"
    IMPUTED = "rests on a stance that a bloc lent to a silent member"
