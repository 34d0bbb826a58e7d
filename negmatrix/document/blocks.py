"""The blocks of a document, and what can be asked of them."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from negmatrix.document.axes import Axis
from negmatrix.document.signs import Sign
from negmatrix.document.tables import Line, Table
from negmatrix.tones import Ramp, Tone


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
