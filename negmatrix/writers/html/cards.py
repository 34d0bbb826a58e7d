"""A table that a phone shows as one card for each row: its values beneath each other, each beside its column's title.

What a style sheet lays out otherwise is no table to some screen readers, unless each of its parts says what it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from negmatrix.document import Column, Row, Table
from negmatrix.writers.html.columns import SHORT
from negmatrix.writers.html.escaping import escape

_TAG = re.compile(r"<(table|thead|tbody|tr|td|th(?=[^>]* scope=\"(?P<scope>\w+)\"))(?=[ >])")
_ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}


def has_prose(table: Table, longest: Sequence[int]) -> bool:
    """Whether some column but the first holds lines that are long enough to be wrapped."""
    return any(column.wraps and long > SHORT for column, long in list(zip(table.columns, longest, strict=True))[1:])


def name_parts(parts: Iterable[str]) -> Iterator[str]:
    """A table's parts, each with its role."""
    return (_TAG.sub(_add_role, part) for part in parts)


def _add_role(found: re.Match[str]) -> str:
    scope = found["scope"]
    role = _ROLES.get(found[1]) or ("columnheader" if scope.startswith("col") else "rowheader")
    return f'{found[0]} role="{role}"'


def label_cells(row: Row, cells: list[str], columns: Sequence[Column]) -> list[str]:
    """A row's written cells, each but the first with the title of its column, if it is in one only."""
    labelled, number = cells[:1], row.cells[0].span
    for shown, cell in zip(row.cells[1:], cells[1:], strict=True):
        labelled.append(_label(cell, columns[number].title if shown.span == 1 else ""))
        number += shown.span
    return labelled


def _label(cell: str, title: str) -> str:
    """The contents become one element, to stand beside the title; where there are none, there is nothing to label."""
    opening, _, rest = cell.partition(">")
    inner = rest.removesuffix("</td>")
    if not inner or not cell.startswith("<td"):
        return cell
    label = f' data-label="{escape(title)}"' if title else ""
    return f"{opening}{label}><div>{inner}</div></td>"
