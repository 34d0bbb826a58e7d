"""A scale, and what of it a party could live with, each drawn as one line of characters."""

from fractions import Fraction
from math import floor, lcm

from negmatrix.document import Axis, Mark, MarkKind
from negmatrix.writers.terminal.cells import Block, Strip
from negmatrix.writers.terminal.glyphs import AxisGlyphs
from negmatrix.writers.terminal.widths import measure_width


def snap(axis: Axis, length: int) -> int:
    """The length, or a bit less, at which all named places fall on whole characters."""
    steps = lcm(*(place.denominator for place, _ in axis.anchors))
    return (length - 1) // steps * steps + 1 if steps < length else length


def draw_scale(axis: Axis, length: int, glyphs: AxisGlyphs) -> Block:
    """The scale from end to end, with its named places."""
    line = [glyphs.line] * length
    for place, _ in axis.anchors:
        line[_find_spot(place, length)] = glyphs.anchor
    line[0], line[-1] = glyphs.first, glyphs.last
    return _drawn("".join(line))


def draw_bar(mark: Mark, length: int, glyphs: AxisGlyphs) -> Block:
    """Where a mark stands, upon its stretches; nothing right of them."""
    line = [" "] * length
    for low, high in mark.stretches:
        start, stop = _find_spot(low, length), _find_spot(high, length) + 1
        line[start:stop] = [glyphs.zone if mark.kind is MarkKind.ZONE else glyphs.stretch] * (stop - start)
    if mark.place is not None:
        line[_find_spot(mark.place, length)] = glyphs.party if mark.kind is MarkKind.PARTY else glyphs.point
    return _drawn("".join(line).rstrip())


def _find_spot(place: Fraction, length: int) -> int:
    return max(0, min(length - 1, floor(place * (length - 1) + Fraction(1, 2))))


def _drawn(text: str) -> Block:
    return Block((Strip(text, measure_width(text)),), measure_width(text))
