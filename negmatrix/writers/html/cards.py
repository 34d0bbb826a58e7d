"""A table that a phone shows as one card for each row: its values beneath each other, each beside its column's title.

What a style sheet lays out otherwise is no table to some screen readers, unless each of its parts says what it is.
"""

import re
from collections.abc import Sequence

from negmatrix.document import Table
from negmatrix.writers.html.columns import SHORT

CELL, HEAD, ROW = ' role="cell"', ' role="rowheader"', ' role="row"'
"""What the parts of a row say of themselves."""

_TAG = re.compile(r"<(table|thead|tbody|tr|td|th)(?=[ >])")
_ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell", "th": "columnheader"}


def has_prose(table: Table, longest: Sequence[int]) -> bool:
    """Whether some column but the first holds lines that are long enough to be wrapped."""
    return any(column.wraps and long > SHORT for column, long in list(zip(table.columns, longest, strict=True))[1:])


def name_frame(frame: str) -> str:
    """A part of a table outside its rows, or of its titles, each element with its role."""
    return _TAG.sub(lambda found: f'{found[0]} role="{_ROLES[found[1]]}"', frame)
