"""A result with all the ways to look at it."""

import io
import json
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Generic, TypeVar

from negmatrix.document import Document

ResultT_co = TypeVar("ResultT_co", covariant=True)


class View(Generic[ResultT_co]):
    """What was measured, and how it is shown.

    `result` holds the exact numbers as typed records: fractions, and None for what is not known. `str()` is what the
    terminal shows, without colours; a notebook shows a page's tables. Every format is made only when it is asked for.

    >>> import negmatrix as nm
    >>> view = nm.pairs(nm.load("data/paris.yaml"))
    >>> view.result.pairs[0].agreement
    Fraction(5, 9)
    >>> view.to_dict()["pairs"][0]["agreement"]
    0.555555555556
    """

    def __init__(
        self,
        command: str,
        result: ResultT_co,
        show: Callable[[ResultT_co], Document],
        record: Callable[[ResultT_co], Mapping[str, Any]],
    ) -> None:
        self.command = command
        self.result = result
        self._show = show
        self._record = record

    @cached_property
    def document(self) -> Document:
        """The headings, paragraphs and tables that show the result, before any format."""
        return self._show(self.result)

    def to_text(self, width: int | None = None) -> str:
        """What a terminal of a width in columns shows; None: as wide as it needs, nothing wrapped."""
        from negmatrix.writers.terminal.entry import write_terminal
        from negmatrix.writers.terminal.looks import Looks

        out = io.StringIO()
        write_terminal(self.document, out, Looks(width=width))
        return out.getvalue()

    def to_markdown(self) -> str:
        """Markdown with tables, as GitHub reads it."""
        from negmatrix.writers.markdown import write_markdown

        out = io.StringIO()
        write_markdown(self.document, out)
        return out.getvalue()

    def to_html(self) -> str:
        """A page that needs nothing but itself, for screens, phones and paper."""
        from negmatrix.writers.html import write_html

        out = io.StringIO()
        write_html(self.document, out)
        return out.getvalue()

    def to_json(self) -> str:
        """What the command of the same name writes with `--format json`."""
        from negmatrix.writers.json import write_json

        out = io.StringIO()
        write_json(self.command, self._record(self.result), out)
        return out.getvalue()

    def to_dict(self) -> dict[str, Any]:
        """The same as plain dictionaries, lists and numbers, such as data frames are made of."""
        record: dict[str, Any] = json.loads(self.to_json())
        return record

    def to_csv(self) -> str:
        """The bare values of all tables, an empty line between each two."""
        from negmatrix.writers.csv_tables import write_csv

        out = io.StringIO(newline="")
        write_csv(self.document, out)
        return out.getvalue()

    def to_xlsx(self) -> bytes:
        """A workbook with a sheet for each table; it needs openpyxl, which `negmatrix[xlsx]` brings."""
        from negmatrix.writers.xlsx import write_xlsx

        book = io.BytesIO()
        write_xlsx([self.document], book)
        return book.getvalue()

    def __str__(self) -> str:
        return self.to_text().removesuffix("\n")

    __repr__ = __str__

    def _repr_html_(self) -> str:
        """What a notebook shows: a part of a page with a style of its own that touches nothing else."""
        from negmatrix.writers.html.fragment import write_html_fragment

        out = io.StringIO()
        write_html_fragment(self.document, out)
        return out.getvalue()

    def _repr_markdown_(self) -> str:
        """What is shown where a notebook takes no HTML."""
        return self.to_markdown()
