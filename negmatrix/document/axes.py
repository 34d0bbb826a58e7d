"""Scales drawn from end to end, with what stands on them."""

from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from negmatrix.document.signs import Sign


class Stretch(NamedTuple):
    """A part of an axis from one place to another, both 0 to 1."""

    low: Fraction
    high: Fraction


class MarkKind(Enum):
    """What a mark on an axis stands for: someone's stance, a point to compare with (the status quo, the centre), or a
    zone where parties meet.
    """

    PARTY = "party"
    POINT = "point"
    ZONE = "zone"


class Mark(NamedTuple):
    """A line of an axis: where something stands, 0 to 1, and which stretches it covers: what a party could live with,
    or a zone. `words` say the same.
    """

    label: str
    words: str
    place: Fraction | None = None
    stretches: tuple[Stretch, ...] = ()
    kind: MarkKind = MarkKind.PARTY
    signs: tuple[Sign, ...] = ()


class Axis(NamedTuple):
    """A scale drawn from its first end to its last, with a line for each mark beneath; `anchors` are the places between
    the ends that have a name.
    """

    title: str
    ends: tuple[str, str]
    marks: tuple[Mark, ...]
    anchors: tuple[tuple[Fraction, str], ...] = ()
