"""A scale's axis as lines: the scale, and beneath it who stands where and could live with what."""

from collections.abc import Iterator

from negmatrix.document import Align, Axis, Mark
from negmatrix.writers.axes import fold_marks
from negmatrix.writers.terminal.axis_lines import draw_bar, draw_scale, snap
from negmatrix.writers.terminal.bands import GAP
from negmatrix.writers.terminal.cells import Block, Preparer
from negmatrix.writers.terminal.inks import HEAD, MUTED
from negmatrix.writers.terminal.painting import InkedLine
from negmatrix.writers.terminal.rows import Place, draw_row, wrap_block
from negmatrix.writers.terminal.texts import MEASURE
from negmatrix.writers.terminal.visible import split_lines
from negmatrix.writers.terminal.widths import measure_width

LONGEST, SHORTEST = 61, 25
"""How many characters an axis has where there is room, and at least, if words stand beside it."""

_MARGIN = 1
_BESIDE = 24


def show_axis(axis: Axis, preparer: Preparer) -> Iterator[InkedLine]:
    """The axis with its words beside it where there is room, else with them beneath, and on the shortest lines with
    names above. Parties that stand at one place and could live with the same share a line.
    """
    room = MEASURE if preparer.looks.width is None else preparer.looks.width
    marks = fold_marks(axis.marks)
    names = [_block(mark.label, preparer, [preparer.glyphs.signs[sign] for sign in mark.signs]) for mark in marks]
    title = _block(axis.title, preparer, ink=HEAD if preparer.looks.depth else "")
    drawing = Drawing(axis, preparer, room - _MARGIN)
    rows = drawing.lay_out(title, list(zip(names, marks, strict=True)))
    for row in rows:
        places = [(wrap_block(block, width), width, align) for block, width, align in row]
        yield from draw_row(places, preparer.looks.isolates, _MARGIN if room > 2 else 0)


class Drawing:
    """An axis to be fitted into a room."""

    def __init__(self, axis: Axis, preparer: Preparer, room: int) -> None:
        self.axis, self.preparer, self.room = axis, preparer, max(1, room)
        self.glyphs = preparer.glyphs.axis
        self.first, self.last = (_block(end, preparer) for end in axis.ends)

    def lay_out(self, title: Block, marks: list[tuple[Block, Mark]]) -> Iterator[list[Place]]:
        """The rows of the widest way to draw it for which there is room."""
        names = [title, *(name for name, _ in marks)]
        label = min(max(name.width for name in names), max(12, self.room // 3, *(name.longest() for name in names)))
        words = max((measure_width(mark.words) for _, mark in marks), default=0)
        left = self.room - label - GAP - self.first.width - 2 * GAP
        if left - SHORTEST >= max(min(words, _BESIDE), self.last.width):
            length = snap(self.axis, min(LONGEST, max(SHORTEST, left - max(words, self.last.width))))
            return self._beside(title, marks, label, length, left - length)
        if self.room - label - GAP >= SHORTEST - 8:
            return self._beneath(title, marks, label, snap(self.axis, min(LONGEST, self.room - label - GAP)))
        return self._stacked(title, marks, snap(self.axis, min(LONGEST, self.room)))

    def _beside(
        self, title: Block, marks: list[tuple[Block, Mark]], label: int, length: int, words: int
    ) -> Iterator[list[Place]]:
        ends = self.first.width
        yield [
            _left(title, label),
            (self.first, ends, Align.RIGHT),
            _left(draw_scale(self.axis, length, self.glyphs), length),
            _left(self.last, words),
        ]
        for name, mark in marks:
            told = _block(mark.words, self.preparer)
            yield [
                _left(name, label),
                _left(Block(()), ends),
                _left(draw_bar(mark, length, self.glyphs), length),
                _left(told, words),
            ]

    def _beneath(self, title: Block, marks: list[tuple[Block, Mark]], label: int, length: int) -> Iterator[list[Place]]:
        room = self.room - label - GAP
        yield from ([_left(Block(()), label), *end] for end in self._ends(length, room))
        yield [_left(title, label), _left(draw_scale(self.axis, length, self.glyphs), length)]
        for name, mark in marks:
            drawn = draw_bar(mark, length, self.glyphs)
            told = (*(drawn.strips if drawn.width else ()), *wrap_block(self._words(mark), room).strips)
            yield [_left(name, label), _left(Block(told, room), room)]

    def _stacked(self, title: Block, marks: list[tuple[Block, Mark]], length: int) -> Iterator[list[Place]]:
        if title.width:
            yield [_left(title, self.room)]
        yield from self._ends(length, self.room)
        yield [_left(draw_scale(self.axis, length, self.glyphs), length)]
        for name, mark in marks:
            yield [_left(name, self.room)]
            drawn = draw_bar(mark, length, self.glyphs)
            if drawn.width:
                yield [_left(drawn, length)]
            yield [_left(self._words(mark), self.room)]

    def _ends(self, length: int, room: int) -> list[list[Place]]:
        """Both ends on one line where they fit above the axis, else one below the other."""
        if self.first.width + GAP + self.last.width <= length:
            return [[_left(self.first, self.first.width), (self.last, length - GAP - self.first.width, Align.RIGHT)]]
        return [
            [_left(self.first, room)],
            [(self.last, length if self.last.longest() <= length else room, Align.RIGHT)],
        ]

    def _words(self, mark: Mark) -> Block:
        return _block(mark.words, self.preparer, ink=MUTED if self.preparer.looks.depth else "")


def _left(block: Block, width: int) -> Place:
    return block, width, Align.LEFT


def _block(text: str, preparer: Preparer, marks: list[str] | tuple[()] = (), ink: str = "") -> Block:
    lines = split_lines(text)
    strips = tuple(
        preparer.strip(line, marks=marks if number == len(lines) else (), ink=ink)
        for number, line in enumerate(lines, start=1)
    )
    return Block(strips, max(strip.width for strip in strips))
