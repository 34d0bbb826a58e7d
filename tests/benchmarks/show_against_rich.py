"""How long a table of 200 x 200 cells takes here and as a rich Table of the same cells, in the same run.

    python tests/benchmarks/show_against_rich.py

Prints milliseconds (the best of some runs) and how many times the one fits into the other. Exits 1 below 20 times."""

import io
import sys
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from rich.console import Console
from rich.table import Table as RichTable

from negmatrix.document import Cell, Column, Document, Line, Ramp, Row, Table, Tone
from negmatrix.writers.terminal.entry import write_terminal
from negmatrix.writers.terminal.inks import name_ink
from negmatrix.writers.terminal.looks import Depth, Looks, Palette
from negmatrix.writers.terminal.painting import mix_styles

SIZE = 200
STEPS = tuple(Ramp(Fraction(step, 8)) for step in range(9))


def words(row: int, column: int) -> str:
    """Some thousand different short texts."""
    return f"stance {row * 7 + column * column % 13}"


def make_document(toned: bool) -> Document:
    """The cells as a document, plain or each with a place on the ramp."""
    columns = (Column("Issue", fixed=True), *(Column(f"Party {number}") for number in range(SIZE)))
    rows = tuple(
        Row((cell(f"Issue {row}", Tone.PLAIN), *(cell(words(row, c), look_of(row, c, toned)) for c in range(SIZE))))
        for row in range(SIZE)
    )
    return Document("", (Table("", columns, rows, "parties"),))


def cell(text: str, look: Tone | Ramp) -> Cell:
    """One cell of one line."""
    return Cell((Line(text),), text, look)


def look_of(row: int, column: int, toned: bool) -> Tone | Ramp:
    """Plain, or a place on the ramp that differs from the neighbours'."""
    return STEPS[(row + column) % 9] if toned else Tone.PLAIN


def make_rich_table(toned: bool) -> RichTable:
    """The same cells as a rich Table without lines."""
    from rich.text import Text

    styles = mix_styles(Palette.PUOR, Depth.TRUE)
    table = RichTable(box=None)
    for title in ("Issue", *(f"Party {number}" for number in range(SIZE))):
        table.add_column(title)
    for row in range(SIZE):
        texts = [words(row, column) for column in range(SIZE)]
        inked = [Text(text, styles[name_ink(look_of(row, c, True))]) for c, text in enumerate(texts)]
        table.add_row(f"Issue {row}", *(inked if toned else texts))
    return table


def best(run: Callable[[], object], times: int) -> float:
    """The shortest of some runs, in seconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return min(taken)


def main() -> int:
    """Three cases: plain at full width, plain in bands for 200 columns, every cell toned.

    Rich gets a width at which it shows all cells: at 200 it would empty most columns."""
    worst = float("inf")
    for name, toned, width in (("plain", False, None), ("plain, 200 wide", False, 200), ("toned, 200 wide", True, 200)):
        document, table = make_document(toned), make_rich_table(toned)
        looks = Looks(width=width, depth=Depth.TRUE if toned else None)
        console = Console(file=io.StringIO(), width=4000, color_system="truecolor", force_terminal=toned)
        theirs = best(lambda console=console, table=table: console.print(table), 2)
        ours = best(lambda document=document, looks=looks: write_terminal(document, io.StringIO(), looks), 5)
        worst = min(worst, theirs / ours)
        print(
            f"{name:16} rich Table {theirs * 1000:6.0f} ms   negmatrix {ours * 1000:5.0f} ms   {theirs / ours:5.1f} times"
        )
    return 0 if worst >= 20 else 1


if __name__ == "__main__":
    sys.exit(main())
