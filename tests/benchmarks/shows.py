"""A table as it is shown here and as a rich Table of the same cells, in one process and run."""

import io
from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from negmatrix.document import Cell, Column, Document, Line, Ramp, Row, Table, Tone
from negmatrix.writers.terminal.entry import write_terminal
from negmatrix.writers.terminal.inks import name_ink
from negmatrix.writers.terminal.looks import Depth, Looks, Palette
from negmatrix.writers.terminal.painting import mix_styles
from tests.benchmarks import rows

SIZES = (20, 80, 200)
STEPS = tuple(Ramp(Fraction(step, 8)) for step in range(9))


def words(row: int, column: int) -> str:
    """Some thousand different short texts."""
    return f"stance {row * 7 + column * column % 13}"


def make_document(size: int, toned: bool) -> Document:
    """The cells as a document, plain or each with a place on the ramp."""
    columns = (Column("Issue", fixed=True), *(Column(f"Party {number}") for number in range(size)))
    rows = tuple(
        Row((cell(f"Issue {row}", Tone.PLAIN), *(cell(words(row, c), look_of(row, c, toned)) for c in range(size))))
        for row in range(size)
    )
    return Document("", (Table("", columns, rows, "parties"),))


def cell(text: str, look: Tone | Ramp) -> Cell:
    """One cell of one line."""
    return Cell((Line(text),), text, look)


def look_of(row: int, column: int, toned: bool) -> Tone | Ramp:
    """Plain, or a place on the ramp that differs from the neighbours'."""
    return STEPS[(row + column) % 9] if toned else Tone.PLAIN


def make_rich_table(size: int, toned: bool) -> RichTable:
    """The same cells as a rich Table without lines."""
    styles = mix_styles(Palette.PUOR, Depth.TRUE)
    table = RichTable(box=None)
    for title in ("Issue", *(f"Party {number}" for number in range(size))):
        table.add_column(title)
    for row in range(size):
        texts = [words(row, column) for column in range(size)]
        inked = [Text(text, styles[name_ink(look_of(row, c, True))]) for c, text in enumerate(texts)]
        table.add_row(f"Issue {row}", *(inked if toned else texts))
    return table


def compare_shows() -> Iterator[rows.Row]:
    """Plain at full width, plain in bands for 200 columns, and every cell toned.

    Rich gets a width at which it shows all cells: at 200 it would empty most columns.
    """
    for size in SIZES:
        for name, toned, width in (("plain", False, None), ("in bands", False, 200), ("toned, in bands", True, 200)):
            document, table = make_document(size, toned), make_rich_table(size, toned)
            looks = Looks(width=width, depth=Depth.TRUE if toned else None)
            console = Console(file=io.StringIO(), width=4000, color_system="truecolor", force_terminal=toned)
            theirs = rows.time_best(partial(console.print, table), 3)
            ours = rows.time_best(partial(draw, document, looks), 7)
            yield rows.Row(f"a table, {name}", f"{size} × {size}", ours, "rich `Table`", theirs)


def draw(document: Document, looks: Looks) -> None:
    """Show a document to nobody."""
    write_terminal(document, io.StringIO(), looks)
