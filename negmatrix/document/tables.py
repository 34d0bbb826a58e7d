"""Tables, and the lines that stand in their cells and in lists."""

from collections.abc import Callable, Iterator
from enum import Enum
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from negmatrix.document.signs import Sign
from negmatrix.tones import Look, Tone

Bare: TypeAlias = str | int | Fraction | None
"""A cell's value for machines: unknown is None, never an empty text or a zero."""


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
    narrowed, at words. `field` is its name for machines, where the title is none. One that is `drawn` shows as pictures
    what other columns say in numbers, so that machines need none of it.
    """

    title: str
    align: Align = Align.LEFT
    wraps: bool = True
    fixed: bool = False
    tone: Tone = Tone.PLAIN
    field: str = ""
    drawn: bool = False


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
