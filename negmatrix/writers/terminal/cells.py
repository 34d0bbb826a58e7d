"""A table's cells prepared for drawing: each line as one string, with all signs and escapes in it."""

from typing import NamedTuple

from negmatrix.document import Cell, Line, Tone
from negmatrix.writers.sparks import draw_spark
from negmatrix.writers.terminal.glyphs import choose_glyphs
from negmatrix.writers.terminal.inks import name_ink
from negmatrix.writers.terminal.looks import Looks
from negmatrix.writers.terminal.visible import make_visible, split_lines
from negmatrix.writers.terminal.widths import measure_longest, measure_width, wrap


class Strip(NamedTuple):
    """One line: `hang` characters of a leading sign on the left, `tail` characters of signs that stay with the last
    word.
    """

    text: str
    width: int
    hang: int = 0
    tail: int = 0
    ink: str = ""

    def longest(self) -> int:
        """The narrowest width at which no word breaks."""
        return measure_longest(self.text, self.hang, self.tail)

    def wrapped(self, width: int) -> tuple[str, ...]:
        """Its lines at a width."""
        return wrap(self.text, width, self.hang, self.tail)


class Block(NamedTuple):
    """A cell: its strips, the width at which none of them wraps, the ink that fills it from edge to edge or none, and
    how many columns it covers.
    """

    strips: tuple[Strip, ...]
    width: int = 0
    fill: str = ""
    span: int = 1

    def longest(self) -> int:
        """The narrowest width at which no word breaks."""
        return max((strip.longest() for strip in self.strips), default=0)


EMPTY = Block(())

_PLAIN = Tone.PLAIN


class Preparer:
    """Makes strips and blocks for one set of looks, and remembers the plain ones, of which a table has many."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks
        self.glyphs = choose_glyphs(looks.encoding)
        self._plain: dict[tuple[str, str], Block] = {}

    def block(self, cell: Cell, ink: str = "", indent: int = 0) -> Block:
        """A cell prepared; `ink` is what its column or row gives to words that have none of their own."""
        lines, _, look, notes, span = cell
        if not lines and look is _PLAIN and not notes and span == 1:
            return EMPTY
        fill = ""
        if look is not _PLAIN and self.looks.depth:
            ink = name_ink(look)
            fill = "" if isinstance(look, Tone) else ink
        if len(lines) == 1 and span == 1 and not notes and not indent and self._is_plain(lines[0]):
            text = lines[0].text
            return self._plain.get((text, ink)) or self._keep_plain(text, ink, fill)
        return _bind(self._strips(cell, ink, fill, indent), fill, span)

    def _is_plain(self, line: Line) -> bool:
        _, lead, signs, tone, spark = line
        return lead is None and not signs and spark is None and (tone is _PLAIN or not self.looks.depth)

    def strips(self, line: Line, ink: str = "", notes: tuple[int, ...] = ()) -> list[Strip]:
        """A line prepared; more than one only where its own text has line ends."""
        if not notes and self._is_plain(line):
            return [self.strip(text, ink=ink) for text in split_lines(line.text)]
        first, *others = split_lines(line.text)
        lead = f"{self.glyphs.signs[line.lead]} " if line.lead else ""
        if line.spark:
            lead += f"{draw_spark(line.spark, self.glyphs.bars, self.glyphs.gap)} "
        if self.looks.depth and line.tone is not _PLAIN:
            ink = name_ink(line.tone)
        marks = [self.glyphs.signs[sign] for sign in line.signs] + [f"[{note}]" for note in notes]
        texts = [lead + first if first else lead.rstrip(), *(" " * len(lead) + other for other in others)]
        return [
            self.strip(text, len(lead), marks if number == len(texts) else [], ink)
            for number, text in enumerate(texts, start=1)
        ]

    def strip(self, text: str, hang: int = 0, marks: list[str] | tuple[()] = (), ink: str = "") -> Strip:
        """One line of text with marks behind it, escaped and measured."""
        text = make_visible(text, self.looks.encoding).rstrip(" ")
        if not (hang or marks):
            return Strip(text, measure_width(text), ink=ink)
        tail = "".join(f" {mark}" for mark in marks)
        whole = text + tail if text else tail[1:]
        if len(whole) <= hang:
            hang = 0
        return Strip(whole, measure_width(whole), hang, len(tail) if text else 0, ink)

    def _keep_plain(self, text: str, ink: str, fill: str) -> Block:
        """An ink that fills is never one that does not, so text and ink tell the block."""
        if ink:
            bare = self._plain.get((text, "")) or self._keep_plain(text, "", "")
            block = Block(tuple(Strip(strip.text, strip.width, ink=ink) for strip in bare.strips), bare.width, fill)
        else:
            block = _bind([self.strip(line) for line in split_lines(text)])
        self._plain[text, ink] = block
        return block

    def _strips(self, cell: Cell, ink: str, fill: str, indent: int) -> list[Strip]:
        lines = cell.lines or ((Line(""),) if cell.notes else ())
        strips: list[Strip] = []
        for number, line in enumerate(lines, start=1):
            strips += self.strips(line, ink, cell.notes if number == len(lines) else ())
        if fill:
            strips = [strip._replace(ink=fill) for strip in strips]
        return [_indent(strip, indent) for strip in strips] if indent else strips


def _bind(strips: list[Strip], fill: str = "", span: int = 1) -> Block:
    return Block(tuple(strips), max([strip.width for strip in strips], default=0), fill, span)


def _indent(strip: Strip, by: int) -> Strip:
    if not strip.text:
        return strip
    return strip._replace(text=" " * by + strip.text, width=strip.width + by, hang=strip.hang + by)
