"""A table as a pipe table: no padding that a longer word elsewhere would change, so that exports differ where they do."""

from collections.abc import Iterator

from negmatrix.document import Align, Line, Rank, Row, Table, Tone
from negmatrix.writers.markdown.escaping import BREAK, escape_words
from negmatrix.writers.markdown.notes import Notes
from negmatrix.writers.signs import spell
from negmatrix.writers.sparks import draw_spark

_ENTRY = Rank.ENTRY
_RULES = {Align.LEFT: "---", Align.RIGHT: "---:", Align.CENTRE: ":---:"}


class CellWords(dict[tuple[Line, ...], str]):
    """The lines of one document's cells as words, written once: in a report many cells stand twice or more."""

    def __missing__(self, lines: tuple[Line, ...]) -> str:
        self[lines] = words = _show_lines(lines)
        return words


def show_table(table: Table, notes: Notes, words: CellWords) -> Iterator[str]:
    """A line for the titles (a first column without one has its name for machines), one for the sides on which texts
    stand, and one for each row; none without columns.
    """
    if not table.columns:
        return
    first, *others = table.columns
    yield _join([escape_words(first.title or first.field), *(escape_words(column.title) for column in others)])
    yield _join([_RULES[column.align] for column in table.columns])
    for row in table.rows:
        yield _join(_show_row(row, notes, words))


def _join(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _show_row(row: Row, notes: Notes, words: CellWords) -> list[str]:
    """As many cells as there are columns: behind one that covers several stand empty ones."""
    shown: list[str] = []
    for lines, _, _, numbers, span in row.cells:
        strong = not shown and row.rank is not _ENTRY
        told = _show_lines(lines, strong=True) if strong else words[lines]
        shown.append(notes.mark(told, numbers) if numbers else told)
        if span > 1:
            shown += [""] * (span - 1)
    return shown


def _show_lines(lines: tuple[Line, ...], strong: bool = False) -> str:
    told = [show_line(line, strong, beneath=number > 0) for number, line in enumerate(lines)]
    return BREAK.join([words for words in told if words])


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
