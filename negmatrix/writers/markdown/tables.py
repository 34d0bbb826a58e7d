"""A table as a pipe table: no padding that a longer word elsewhere would change, so that exports differ where they do."""

from collections.abc import Iterator

from negmatrix.document import Align, Cell, Line, Rank, Row, Table, Tone
from negmatrix.writers.markdown.escaping import BREAK, escape_words
from negmatrix.writers.markdown.notes import Notes
from negmatrix.writers.signs import spell
from negmatrix.writers.sparks import draw_spark

_RULES = {Align.LEFT: "---", Align.RIGHT: "---:", Align.CENTRE: ":---:"}


def show_table(table: Table, notes: Notes) -> Iterator[str]:
    """A line for the titles (a first column without one has its name for machines), one for the sides on which texts stand, and one for each row; none without columns."""
    if not table.columns:
        return
    first, *others = table.columns
    yield _join([escape_words(first.title or first.field), *(escape_words(column.title) for column in others)])
    yield _join([_RULES[column.align] for column in table.columns])
    for row in table.rows:
        yield _join(_show_row(row, notes))


def _join(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _show_row(row: Row, notes: Notes) -> list[str]:
    """As many cells as there are columns: behind one that covers several stand empty ones."""
    shown: list[str] = []
    for number, cell in enumerate(row.cells):
        shown.append(_show_cell(cell, notes, strong=row.rank is not Rank.ENTRY and number == 0))
        if cell.span > 1:
            shown += [""] * (cell.span - 1)
    return shown


def _show_cell(cell: Cell, notes: Notes, strong: bool) -> str:
    if len(cell.lines) == 1:
        words = show_line(cell.lines[0], strong)
    else:
        told = (show_line(line, strong, beneath=number > 0) for number, line in enumerate(cell.lines))
        words = BREAK.join(words for words in told if words)
    return notes.mark(words, cell.notes) if cell.notes else words


def show_line(line: Line, strong: bool = False, beneath: bool = False) -> str:
    """A line with its signs: strong words in bold, and muted ones beneath others in italics."""
    words = escape_words(line.text)
    if words:
        if strong or line.tone is Tone.STRONG:
            words = f"**{words}**"
        elif beneath and line.tone is Tone.MUTED:
            words = f"*{words}*"
    if line.spark is not None:
        words = f"{escape_words(draw_spark(line.spark))} {words}".rstrip(" ")
    return spell(line, words)
