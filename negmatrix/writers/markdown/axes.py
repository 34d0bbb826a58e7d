"""An axis as a pipe table: for each mark its name, a drawing, and the words that say the same."""

from collections.abc import Iterator
from fractions import Fraction

from negmatrix.document import Axis, Mark, MarkKind
from negmatrix.writers.axes import UNTITLED, fold_marks
from negmatrix.writers.markdown.escaping import escape_words
from negmatrix.writers.signs import MARKS
from negmatrix.writers.terminal.glyphs import choose_glyphs

LENGTH = 25
"""How many characters a drawing has, however long the words beside it: halves, thirds, quarters fall on whole ones."""

_WORDS = "In words"
_GLYPHS = choose_glyphs("utf-8").axis


def show_axis(axis: Axis) -> Iterator[str]:
    """The table, with the names of the scale's steps, from its first end to its last, above the drawings."""
    steps = (axis.ends[0], *(name for _, name in axis.anchors), axis.ends[1])
    yield f"| {escape_words(axis.title) or UNTITLED} | {' → '.join(map(escape_words, steps))} | {_WORDS} |"
    yield "| --- | --- | --- |"
    for mark in fold_marks(axis.marks):
        name = " ".join((escape_words(mark.label), *(MARKS[sign] for sign in mark.signs)))
        yield f"| {name} | `{_draw(mark, axis)}` | {escape_words(mark.words)} |"


def _draw(mark: Mark, axis: Axis) -> str:
    """Signs of this writer's own only, and no blanks, which readers would fold."""
    drawn = [_GLYPHS.line] * LENGTH
    for place, _ in axis.anchors:
        drawn[_find_spot(place)] = _GLYPHS.anchor
    drawn[0], drawn[-1] = _GLYPHS.first, _GLYPHS.last
    for low, high in mark.stretches:
        start, stop = _find_spot(low), _find_spot(high) + 1
        drawn[start:stop] = [_GLYPHS.zone if mark.kind is MarkKind.ZONE else _GLYPHS.stretch] * (stop - start)
    if mark.place is not None:
        drawn[_find_spot(mark.place)] = _GLYPHS.party if mark.kind is MarkKind.PARTY else _GLYPHS.point
    return "".join(drawn)


def _find_spot(place: Fraction) -> int:
    above, below = place.as_integer_ratio()
    return max(0, min(LENGTH - 1, (2 * above * (LENGTH - 1) + below) // (2 * below)))
