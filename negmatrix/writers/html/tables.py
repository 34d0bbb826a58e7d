"""A table that scrolls sideways within the page, its first column in sight, or becomes cards on a phone; on paper, wide
ones come in parts.
"""

from collections.abc import Iterator

from negmatrix.document import Column, Heat, Ramp, Rank, Row, Table, Tone
from negmatrix.writers.html.bands import Band, drop_ids, part_columns
from negmatrix.writers.html.cards import ROW, has_prose, name_frame
from negmatrix.writers.html.cells import CellWriter, Place
from negmatrix.writers.html.columns import find_longest, has_long_words, name_column, name_room, show_titles
from negmatrix.writers.html.escaping import escape
from negmatrix.writers.html.naming import Names

_SCOPES = {Rank.ENTRY: "row", Rank.GROUP: "rowgroup", Rank.TOTAL: "row"}
_ENTRY = Rank.ENTRY
_NO_PLACE = Place()
_KEYS: dict[type, tuple[str, str, str]] = {
    Ramp: ("ramp", "A stance’s place on its issue’s scale: first end", "last end"),
    Heat: ("heat", "Shares from 0%", "to 100%"),
}


def show_table(table: Table, names: Names, heading: tuple[str, str] | None) -> Iterator[str]:
    """The table under its caption, or labelled by the heading (id, text) that stands directly above it; then the key to
    its fills.
    """
    if not table.columns:
        return
    longest = find_longest(table)
    classes = list(map(name_column, table.columns, longest))
    bands = part_columns(table)
    cards = not bands and has_prose(table, longest)
    places = [Place(named, _label(column, cards)) for named, column in zip(classes, table.columns, strict=True)]
    writer = CellWriter(names, cards)
    rows = [_show_cells(row, places, writer) for row in table.rows]
    kind = " ".join(
        filter(None, ("scroll", "screen" if bands else name_room(table, longest), "cards" if cards else ""))
    )
    label = escape(names.label(heading[1] if heading else table.caption))
    yield f'<div class="{kind}" role="region" tabindex="0" aria-label="{label}">'
    caption = "" if heading else table.caption
    breaks = has_long_words(table)
    named = ' class="breaks"' if breaks else ""
    labelled = f' aria-labelledby="{heading[0]}"' if heading else ""
    start = f"<table{named}{labelled}>"
    yield from _show_grid(start, caption, show_titles(table.columns, classes), table, rows, cards)
    yield "</div>\n"
    if bands and writer.cites:
        rows = list(map(drop_ids, table.rows, rows))
    for band in bands:
        start = f'<table class="paper{" breaks" if breaks else ""}">'
        yield from _show_band(start, band, table, classes, rows)
    yield from (_show_key(kind, table) for kind in _KEYS if kind in writer.filled and names.needs_key(kind))


def _label(column: Column, cards: bool) -> str:
    return f' data-label="{escape(column.title)}"' if cards and column.title else ""


def _show_band(start: str, band: Band, table: Table, classes: list[str], rows: list[list[str]]) -> Iterator[str]:
    kept = band.columns
    titles = show_titles([table.columns[number] for number in kept], [classes[number] for number in kept])
    cut = [band.cut(row, cells) for row, cells in zip(table.rows, rows, strict=True)]
    caption = f"{table.caption}: {band.told}" if table.caption else band.told
    yield from _show_grid(start, caption, titles, table, cut, cards=False)


def _show_grid(
    start: str, caption: str, titles: str, table: Table, rows: list[list[str]], cards: bool
) -> Iterator[str]:
    """A group, with its head, is a body of its own, and so are totals, and the entries before any group."""
    name = name_frame if cards else str
    row_start = f"<tr{ROW}>" if cards else "<tr>"
    yield name(start + (f"<caption><span>{escape(caption)}</span></caption>" if caption else "") + titles)
    body = ""
    for row, cells in zip(table.rows, rows, strict=True):
        if row.rank is not _ENTRY or not body:
            yield body + name("<tbody>" if row.rank is _ENTRY else f'<tbody class="{row.rank.value}">')
            body = "</tbody>"
        yield f"{row_start}{''.join(cells)}</tr>\n"
    yield f"{body}</table>"


def _show_cells(row: Row, places: list[Place], writer: CellWriter) -> list[str]:
    first, *others = row.cells
    cells = [writer.head(first, _SCOPES[row.rank])]
    if len(row.cells) == len(places):
        return cells + list(map(writer.data, others, places[1:]))
    column = first.span
    for cell in others:
        cells.append(writer.data(cell, places[column] if cell.span == 1 else _NO_PLACE))
        column += cell.span
    return cells


def _show_key(kind: type, table: Table) -> str:
    name, first, last = _KEYS[kind]
    if kind is Ramp and _has_plain(table):
        last += "; no colour: no order, or no stance"
    steps = "".join(f'<span class="{name}{step}"></span>' for step in range(0, 17, 4))
    return f'<p class="key"><span>{first}</span><span aria-hidden="true">{steps}</span><span>{last}</span></p>\n'


def _has_plain(table: Table) -> bool:
    """Whether some cell among those on a ramp has words and no colour."""
    whole = [row.cells for row in table.rows if row.rank is Rank.ENTRY and len(row.cells) == len(table.columns)]
    ramped = {number for cells in whole for number, cell in enumerate(cells) if isinstance(cell.look, Ramp)}
    return any(cells[number].look is Tone.PLAIN and cells[number].lines for cells in whole for number in ramped)
