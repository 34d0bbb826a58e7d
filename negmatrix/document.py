"""What is shown, before anything is decided about looks.

A view builds a Document; a writer turns it into one format. A document says what things are:
colour enters as a Look, and a sign, a word or a number always says the same beside it.
"""

from collections.abc import Callable, Iterator
from enum import Enum
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from negmatrix.tones import Heat as Heat
from negmatrix.tones import Look as Look
from negmatrix.tones import Ramp as Ramp
from negmatrix.tones import Tone as Tone

Bare: TypeAlias = str | int | Fraction | None
"""A cell's value for machines: unknown is None, never an empty text or a zero."""


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


class Spark(NamedTuple):
    """Shares of one, 0 to 1, in the order of time, to be drawn as a row of small bars; None where there is no value.

    `labels` name them, such as by their rounds, as many as there are values.
    """

    values: tuple[Fraction | None, ...]
    labels: tuple[str, ...]


class Line(NamedTuple):
    """One line of a cell: words, a sign that leads them, signs that follow. Words alone are never cut. A spark stands
    before the words.
    """

    text: str
    lead: Sign | None = None
    signs: tuple[Sign, ...] = ()
    tone: Tone = Tone.PLAIN
    spark: Spark | None = None


class Cell(NamedTuple):
    """A table's cell: lines for people and a bare value for machines, both required.

    `notes` are numbers of footnotes; `span` is how many columns it covers.
    """

    lines: tuple[Line, ...]
    value: Bare
    look: Look = Tone.PLAIN
    notes: tuple[int, ...] = ()
    span: int = 1


class Align(Enum):
    """On which side a column's texts stand."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


class Column(NamedTuple):
    """A table's column. One that is `fixed` stands in every band of a table too wide for one; one that `wraps` may be
    narrowed, at words. `field` is its name for machines, where the title is none.
    """

    title: str
    align: Align = Align.LEFT
    wraps: bool = True
    fixed: bool = False
    tone: Tone = Tone.PLAIN
    field: str = ""


class Rank(Enum):
    """What a row is: one entry, the head of a group (with the group's own numbers), or the total of all."""

    ENTRY = "entry"
    GROUP = "group"
    TOTAL = "total"


class Row(NamedTuple):
    """Cells whose spans add up to the table's columns."""

    cells: tuple[Cell, ...]
    rank: Rank = Rank.ENTRY


class Told(Enum):
    """What a line about a change tells."""

    WAS = "before"
    IS = "after"
    MEANS = "what that means"


class Hunk(NamedTuple):
    """All that changed on one thing, line by line: what was, what is instead, what that means."""

    title: str
    lines: tuple[tuple[Told, str], ...]


class Table(NamedTuple):
    """Rows under columns. `caption` says what it holds; `counted` names, in the plural, what its columns that are not
    fixed stand for ("parties"). Rows of changes may be told as `hunks` too, once somebody asks: for a format of plain text,
    in which a mark at the start of a line tells before from after. Where people are shown a part of what would be too
    much to read, `whole` makes the table of all of it, for machines and spreadsheets.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    counted: str = "columns"
    hunks: Callable[[], Iterator[Hunk]] | None = None
    whole: "Callable[[], Table] | None" = None


class Heading(NamedTuple):
    """A title; level 1 is the document's own."""

    text: str
    level: int = 2


class Paragraph(NamedTuple):
    """Running text in one tone."""

    text: str
    tone: Tone = Tone.PLAIN


class Verbatim(NamedTuple):
    """Text whose lines and blanks matter, such as an example to copy; it is never wrapped."""

    text: str


class Items(NamedTuple):
    """A list of short entries, each with lines as in a cell."""

    entries: tuple[tuple[Line, ...], ...]


class Footnotes(NamedTuple):
    """Numbered notes, as (number, text, address or None)."""

    entries: tuple[tuple[int, str, str | None], ...]


class Legend(NamedTuple):
    """The place where the signs in use are explained, and further words on how to read what stands above; or, `of_rows`,
    how to read only the rows of tables that are told as hunks too.
    """

    signs: tuple[Sign, ...]
    remarks: tuple[str, ...] = ()
    of_rows: bool = False


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


Block: TypeAlias = Heading | Paragraph | Verbatim | Table | Items | Footnotes | Legend | Axis


class Document(NamedTuple):
    """Blocks in reading order, under a title for formats that want one (a page, a file name)."""

    title: str
    blocks: tuple[Block, ...]


def find_signs(blocks: tuple[Block, ...]) -> tuple[Sign, ...]:
    """The signs that some block uses, each once, in the order of `Sign`."""
    signed = (line for block in blocks for line in _lines_of(block) if line.lead is not None or line.signs)
    used = {sign for line in signed for sign in (line.lead, *line.signs)}
    return tuple(sign for sign in Sign if sign in used)


def has_ramps(block: Block) -> bool:
    """Whether some cell is coloured by its place on a scale."""
    return isinstance(block, Table) and any(isinstance(cell.look, Ramp) for row in block.rows for cell in row.cells)


def _lines_of(block: Block) -> Iterator[Line]:
    if isinstance(block, Table):
        yield from (line for row in block.rows for cell in row.cells for line in cell.lines)
    elif isinstance(block, Items):
        yield from (line for entry in block.entries for line in entry)
    elif isinstance(block, Axis):
        yield from (Line(mark.label, signs=mark.signs) for mark in block.marks)
