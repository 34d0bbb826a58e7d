"""A table that scrolls within the page, its titles and first column in sight; on paper, wide ones come in parts."""

from collections.abc import Iterator
from itertools import groupby

from negmatrix.document import Cell, Heat, Ramp, Rank, Row, Table
from negmatrix.writers.html.bands import part_columns
from negmatrix.writers.html.cells import CellWriter, name_column, show_title
from negmatrix.writers.html.escaping import escape
from negmatrix.writers.html.naming import Names

_SCOPES = {Rank.ENTRY: "row", Rank.GROUP: "rowgroup", Rank.TOTAL: "row"}
_KEYS: dict[type, tuple[str, str, str]] = {
    Ramp: ("ramp", "first end of an issue’s scale", "last end"),
    Heat: ("heat", "0%", "100%"),
}


def show_table(table: Table, names: Names, heading: tuple[str, str] | None) -> Iterator[str]:
    """The table under its caption, or labelled by the heading (id, text) that stands directly above it; then the key to
    its fills.
    """
    if not table.columns:
        return
    writer = CellWriter(names)
    classes = _name_columns(table)
    label = escape(names.label(heading[1] if heading else table.caption))
    caption = "" if heading or not table.caption else f"<caption><span>{escape(table.caption)}</span></caption>"
    labelled = f' aria-labelledby="{heading[0]}"' if heading else ""
    bands = part_columns(table)
    screen = " screen" if bands else ""
    yield f'<div class="scroll{screen}" role="region" tabindex="0" aria-label="{label}"><table{labelled}>{caption}'
    yield from _show_rows(table, classes, writer)
    yield "</table></div>\n"
    for band in bands:
        yield f'<table class="paper"><caption>{escape(band.caption)}</caption>'
        yield from _show_rows(band, _name_columns(band), CellWriter(None))
        yield "</table>\n"
    yield from (_show_key(kind) for kind in _KEYS if kind in writer.filled)


def _show_rows(table: Table, classes: list[str], writer: CellWriter) -> Iterator[str]:
    yield from _show_titles(table, classes)
    for number, (rank, rows) in enumerate(_group(table.rows)):
        yield f'<tbody class="{rank}">' if rank else "<tbody>" if number == 0 else '<tbody class="entry">'
        for row in rows:
            yield _show_row(row, classes, writer)
        yield "</tbody>"


def _group(rows: tuple[Row, ...]) -> Iterator[tuple[str, list[Row]]]:
    """Rows that belong together: a group with its head, totals, the entries before any group."""
    started, group = 0, []
    for row in rows:
        started += row.rank is not Rank.ENTRY
        group.append((started, row))
    for _, members in groupby(group, key=lambda member: member[0]):
        together = [row for _, row in members]
        yield {Rank.ENTRY: "", Rank.GROUP: "group", Rank.TOTAL: "total"}[together[0].rank], together


def _show_titles(table: Table, classes: list[str]) -> Iterator[str]:
    """A title with columns without one behind it heads those too."""
    starts = [number for number, column in enumerate(table.columns) if column.title or number == 0]
    spans = [stop - start for start, stop in zip(starts, [*starts[1:], len(table.columns)], strict=True)]
    yield "".join(f'<colgroup span="{span}"></colgroup>' for span in spans)
    titles = (
        show_title(table.columns[start], classes[start] if start else "first", span)
        for start, span in zip(starts, spans, strict=True)
    )
    yield f"<thead><tr>{''.join(titles)}</tr></thead>"


def _show_row(row: Row, classes: list[str], writer: CellWriter) -> str:
    first, *others = row.cells
    parts = [writer.head(first, _SCOPES[row.rank])]
    if len(row.cells) == len(classes):
        parts += [writer.data(cell, own) for cell, own in zip(others, classes[1:], strict=True)]
    else:
        column = first.span
        for cell in others:
            parts.append(writer.data(cell, classes[column] if cell.span == 1 else ""))
            column += cell.span
    return f"<tr>{''.join(parts)}</tr>\n"


def _name_columns(table: Table) -> list[str]:
    """The classes of each column, which depend on the longest line in it."""
    longest = [len(column.title) for column in table.columns]
    for row in table.rows:
        if len(row.cells) == len(longest):
            longest = [max(most, _measure(cell)) for most, cell in zip(longest, row.cells, strict=True)]
    return [name_column(column, most) for column, most in zip(table.columns, longest, strict=True)]


def _measure(cell: Cell) -> int:
    lines = cell.lines
    return len(lines[0].text) if len(lines) == 1 else max([len(line.text) for line in lines], default=0)


def _show_key(kind: type) -> str:
    name, first, last = _KEYS[kind]
    steps = "".join(f'<span class="{name}{step}"></span>' for step in range(0, 17, 4))
    return f'<p class="key"><span>{first}</span><span aria-hidden="true">{steps}</span><span>{last}</span></p>\n'
