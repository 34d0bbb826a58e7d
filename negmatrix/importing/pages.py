"""The tables of an HTML page, by the standard library's parser."""

import re
from html.parser import HTMLParser

from negmatrix.importing.limits import check_tables
from negmatrix.importing.page_tables import PageTable, count_spans, tidy
from negmatrix.importing.spans import lay_out
from negmatrix.importing.tables import Document, Lines, RawTable, make_table

_DEEPEST = 50
_BARE = re.compile("<(td|tr|th|p|br|div|table|h[1-6])>")
_SILENT = frozenset({"script", "style", "template", "noscript", "svg", "math", "select"})
_BLOCKS = frozenset({"p", "div", "li", "ul", "ol", "br", "tr", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class _Reader(HTMLParser):
    """Collects tables, also those within tables, with the heading above each."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title: list[str] = []
        self.heading: list[str] = []
        self.done: list[PageTable] = []
        self._stack: list[PageTable] = []
        self._silent = ""
        self._into: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent:
            return
        if tag in _SILENT:
            self._silent = tag
        elif tag == "table":
            self._open_table()
        elif tag in ("title", "caption") or (tag in _HEADINGS and not self._stack):
            self._open_heading(tag)
        elif self._stack:
            self._start_in_table(self._stack[-1], tag, dict(attrs))

    def parse_starttag(self, i: int) -> int:
        """Read a tag; one of a table that has no attributes, as most are, at once."""
        bare = _BARE.match(self.rawdata, i)
        if bare is None:
            return super().parse_starttag(i)
        self.lasttag = bare[1]
        self.handle_starttag(bare[1], [])
        return bare.end()

    def _open_table(self) -> None:
        if len(self._stack) < _DEEPEST:
            table = PageTable(tidy(self.heading), self.getpos()[0])
            self._stack.append(table)
            self.done.append(table)
            check_tables(len(self.done))

    def _open_heading(self, tag: str) -> None:
        self._into = []
        if tag == "title":
            self.title = self.title or self._into
        elif tag != "caption":
            self.heading = self._into

    def _start_in_table(self, table: PageTable, tag: str, attributes: dict[str, str | None]) -> None:
        if tag in ("td", "th"):
            table.close_cell()
            table.cell = []
            table.spans = (count_spans(attributes.get("colspan")), count_spans(attributes.get("rowspan")))
        elif tag in ("tr", "thead", "tbody", "tfoot"):
            table.close_row()
            table.in_head = tag == "thead" or (tag == "tr" and table.in_head)
            if tag == "tr":
                table.rows.append([])
        elif tag in _BLOCKS and table.cell is not None:
            table.cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            self._silent = "" if tag == self._silent else self._silent
        elif tag == "table":
            if self._stack:
                self._stack.pop().close_row()
        elif tag in ("title", "caption") or tag in _HEADINGS:
            self._close_heading(tag)
        elif self._stack:
            self._end_in_table(self._stack[-1], tag)

    def _close_heading(self, tag: str) -> None:
        if tag == "caption" and self._into is not None and self._stack and tidy(self._into):
            self._stack[-1].heading = tidy(self._into)
        self._into = None

    def _end_in_table(self, table: PageTable, tag: str) -> None:
        if tag in ("td", "th"):
            table.close_cell()
        elif tag in ("tr", "thead"):
            table.close_row()
            table.in_head = table.in_head and tag != "thead"
        elif tag in _BLOCKS and table.cell is not None:
            table.cell.append("\n")

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._into is not None:
            self._into.append(data)
        elif self._stack and self._stack[-1].cell is not None:
            self._stack[-1].cell.append(data)


def read_page(text: str) -> Document:
    """All tables of an HTML text in order, with the caption of each or the heading above it."""
    reader = _Reader()
    reader.feed(_defuse(text))
    reader.close()
    lines = Lines()
    tables = [table for number, raw in enumerate(reader.done, 1) if (table := _finish(raw, number, lines))]
    return Document(tidy(reader.title), tables, lines.told())


def _finish(table: PageTable, number: int, lines: Lines) -> RawTable | None:
    table.close_row()
    place = f"table {number} in line {table.line}"
    return make_table(place, table.heading, lay_out(table.rows, max(table.head_rows, 1), place), lines)


def _defuse(text: str) -> str:
    """The text without what the parser searches to the end for, again and again: open comments, marked sections."""
    pieces: list[str] = []
    start = 0
    while (open_at := text.find("<!--", start)) >= 0:
        pieces.append(text[start:open_at])
        end = text.find("-->", open_at + 4)
        start = end + 3 if end >= 0 else len(text)
    pieces.append(text[start:])
    whole = "".join(pieces).replace("<![", "&lt;![")
    end = whole.rfind(">") + 1
    return whole[:end] + whole[end:].replace("<", "&lt;")
