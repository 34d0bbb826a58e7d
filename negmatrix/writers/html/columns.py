"""A table's columns: their titles, and how much room they want."""

import re
from collections.abc import Iterator, Sequence

from negmatrix.document import Align, Cell, Column, Row, Table, Tone
from negmatrix.writers.html.escaping import escape

SHORT, LONG = 14, 48
"""A column with longer lines than this may be narrowed to some width, and to a larger one."""

ROOMS = ((57.0, "fits"), (79.0, "fits-wide"))
"""Tables that want no more room than this, in widths of an M, stand whole on screens that the style sheet knows to be
wide enough for it, and scroll with the page.
"""

_LONG = 25
_LONG_WORD = re.compile(rf"\S{{{_LONG}}}")
_SAMPLE = 200
"""So many rows tell how wide columns are: their widths are a matter of taste, and reading all of them takes long."""


def find_longest(table: Table) -> list[int]:
    """The length of the longest line in each column, among the first rows."""
    longest = [len(column.title) for column in table.columns]
    for number, cells in enumerate(_find_cells(table, table.rows[:_SAMPLE])):
        longest[number] = max(longest[number], *[len(line.text) for cell in cells for line in cell.lines], 0)
    return longest


def _find_cells(table: Table, rows: Sequence[Row]) -> Iterator[tuple[Cell, ...]]:
    """The cells of each column, without those of rows in which some cell covers several."""
    return zip(*[row.cells for row in rows if len(row.cells) == len(table.columns)], strict=True)


def name_column(column: Column, longest: int) -> str:
    """The classes of a column's cells: on which side they stand, whether they wrap, how much room they want."""
    classes = []
    if column.align is not Align.LEFT:
        classes.append(column.align.value)
    if not column.wraps:
        classes.append("whole")
    elif longest > SHORT:
        classes.append("long" if longest > LONG else "some")
    if column.tone is not Tone.PLAIN:
        classes.append(column.tone.value)
    return " ".join(classes)


def show_titles(columns: Sequence[Column], classes: Sequence[str]) -> str:
    """The titles; one that is followed by columns without a title heads those too."""
    starts = [number for number, column in enumerate(columns) if column.title or number == 0]
    spans = [stop - start for start, stop in zip(starts, [*starts[1:], len(columns)], strict=True)]
    groups = "".join(f'<colgroup span="{span}"></colgroup>' for span in spans)
    named = [f"first {classes[0]}".rstrip(), *classes[1:]]
    titles = [_show_title(columns[start], named[start], span) for start, span in zip(starts, spans, strict=True)]
    return f"{groups}<thead><tr>{''.join(titles)}</tr></thead>"


def _show_title(column: Column, classes: str, span: int) -> str:
    classes = f' class="{classes}"' if classes else ""
    if not column.title:
        return f"<td{classes}></td>"
    scope, wide = ("colgroup", f' colspan="{span}"') if span > 1 else ("col", "")
    return f'<th scope="{scope}"{wide}{classes} dir="auto">{escape(column.title)}</th>'


def name_room(table: Table, longest: Sequence[int]) -> str:
    """The class of the least room in which the table stands whole, with all its words unbroken; empty if there is
    none.
    """
    least = _choose_room(table, longest, [0] * len(longest))
    most = _choose_room(table, longest, longest) if len(table.rows) <= _SAMPLE else ""
    if least == most:  # no word is longer than the longest line
        return least
    return _choose_room(table, longest, _find_longest_words(table))


def _choose_room(table: Table, longest: Sequence[int], words: Sequence[int]) -> str:
    """The room for columns whose longest lines and words have so many characters."""
    wanted = sum(map(_want_room, table.columns, longest, words))
    return next((name for room, name in ROOMS if wanted <= room), "")


def _find_longest_words(table: Table) -> list[int]:
    longest = [_find_word(column.title) for column in table.columns]
    for number, cells in enumerate(_find_cells(table, table.rows)):
        longest[number] = max(longest[number], *[_find_word(line.text) for cell in cells for line in cell.lines], 0)
    return longest


def has_long_words(table: Table) -> bool:
    """Whether some word is so long that it must be broken to fit on paper."""
    texts = [line.text for row in table.rows for cell in row.cells for line in cell.lines]
    texts += [column.title for column in table.columns]
    return any(_LONG_WORD.search(text) for text in texts if len(text) >= _LONG)


def _want_room(column: Column, longest: int, word: int) -> float:
    """How wide a column is at least, in widths of an M, if its longest line and word have so many characters."""
    if not column.wraps:
        return max(longest, word) * 0.58 + 1.5
    return max((word + 3) * 0.55 + 1.5, 0 if longest <= SHORT else 8.5 if longest <= LONG else 13)


def _find_word(text: str) -> int:
    return max(map(len, text.split()), default=0)
