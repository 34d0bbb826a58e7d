"""A table's columns: their titles, and how much room they want."""

import re
from collections.abc import Sequence

from negmatrix.document import Align, Column, Table, Tone
from negmatrix.writers.html.escaping import escape

SHORT, LONG = 14, 48
"""A column with longer lines than this may be narrowed to some width, and to a larger one."""

ROOMS = ((57.0, "fits"), (79.0, "fits-wide"))
"""Tables that want no more room than this, in widths of an M, stand whole on screens that the style sheet knows to be
wide enough for it, and scroll with the page.
"""

_LONG_WORD = re.compile(r"\S{25}")
_SAMPLE = 200
"""So many rows tell how wide columns are: their widths are a matter of taste, and reading all of them takes long."""


def find_longest(table: Table) -> list[int]:
    """The length of the longest line in each column, among the first rows."""
    longest = [len(column.title) for column in table.columns]
    for row in table.rows[:_SAMPLE]:
        if len(row.cells) == len(longest):
            lengths = (max([len(line.text) for line in cell.lines], default=0) for cell in row.cells)
            longest = list(map(max, longest, lengths))
    return longest


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
    wanted = want_room(table, longest)
    return next((name for room, name in ROOMS if wanted <= room), "")


def want_room(table: Table, longest: Sequence[int]) -> float:
    """How wide the table is at least, in widths of an M; words are looked at only where that may matter."""
    least = sum(map(_want_room, table.columns, longest, [0] * len(longest)))
    if least > ROOMS[-1][0]:
        return least
    words = [_find_word(column.title) for column in table.columns]
    for row in table.rows:
        if len(row.cells) == len(words):
            found = [max([_find_word(line.text) for line in cell.lines], default=0) for cell in row.cells]
            words = list(map(max, words, found))
    return sum(map(_want_room, table.columns, longest, words))


def has_long_words(table: Table) -> bool:
    """Whether some word is so long that it must be broken to fit on paper."""
    return any(_LONG_WORD.search(line.text) for row in table.rows for cell in row.cells for line in cell.lines) or any(
        _LONG_WORD.search(column.title) for column in table.columns
    )


def _want_room(column: Column, longest: int, word: int) -> float:
    """How wide a column is at least, in widths of an M, if its longest line and word have so many characters."""
    if not column.wraps:
        return max(longest, word) * 0.58 + 1.5
    return max((word + 3) * 0.55 + 1.5, 0 if longest <= SHORT else 8.5 if longest <= LONG else 13)


def _find_word(text: str) -> int:
    return max(map(len, text.split()), default=0)
