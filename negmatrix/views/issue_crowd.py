"""Many parties on one axis: those that stand near each other in one line, counted and named."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm
from operator import itemgetter

from negmatrix.analysis.issue_positions import PartyPosition
from negmatrix.document import Mark, Stretch
from negmatrix.views.cells import show_stance
from negmatrix.views.issue_style import IssueStyle
from negmatrix.views.percent import count_of
from negmatrix.views.scale_words import find_unit_words

PARTS = 20
"""Into how many equal parts a range is divided."""


def show_crowd(placed: Sequence[PartyPosition], style: IssueStyle) -> list[Mark]:
    """A line for each level, or for each part of a range, on which somebody stands, in the order of the scale."""
    return [_mark(near, style) for near in _gather(placed, style)]


def _gather(placed: Sequence[PartyPosition], style: IssueStyle) -> Iterator[list[PartyPosition]]:
    places = [_place_of(position).as_integer_ratio() for position in placed]
    length = lcm(*(below for _, below in places))
    steps = [above * (length // below) for above, below in places]
    groups: dict[int, list[PartyPosition]] = {}
    for step, position in sorted(zip(steps, placed, strict=True), key=itemgetter(0)):
        key = step if style.shape.kind == "levels" else min(step * PARTS // length, PARTS - 1)
        groups.setdefault(key, []).append(position)
    yield from groups.values()


def _place_of(position: PartyPosition) -> Fraction:
    return position.entry.place or Fraction()


def _mark(near: Sequence[PartyPosition], style: IssueStyle) -> Mark:
    """As in: 17 parties, 12 to 14 nights: City, Port, Union and 14 others."""
    first, last = near[0], near[-1]
    low, high = _place_of(first), _place_of(last)
    ends = [position.entry.stance or "" for position in (first, last)]
    unit = find_unit_words(style.shape)
    where = show_stance(ends[1], unit) if low == high else f"{ends[0]} to {show_stance(ends[1], unit)}"
    names = style.list_names([position.entry.party for position in near])
    label = count_of(len(near), "party", plural="parties")
    return Mark(label, f"{where}: {names}", low if low == high else None, () if low == high else (Stretch(low, high),))
