"""The formats that results are written in."""

import io
from collections.abc import Callable, Sequence
from typing import BinaryIO, TextIO

from negmatrix.cli.emitting import Content, choose_streams_looks, print_documents
from negmatrix.cli.options import FORM_OF_ENDING as ENDINGS
from negmatrix.cli.wishes import Output
from negmatrix.document import Document
from negmatrix.finding.lost import LostError
from negmatrix.nearest import find_nearest


def choose_format(output: Output, content: Content) -> str:
    """The format asked for, else that of the file's ending, else the terminal's. LostError where they do not fit."""
    form = output.form or _of_ending(output)
    if output.tidy and content.tidy is None:
        raise LostError(f"'{content.command}' has no cells for --tidy: 'show' and 'export' have")
    if output.tidy and form not in ("csv", "terminal"):
        raise LostError(f"--tidy is for csv, not for {form}")
    if form == "xlsx" and output.path is None:
        raise LostError("a workbook needs a file: name one with --output")
    return "csv" if output.tidy else form


def _of_ending(output: Output) -> str:
    if output.path is None:
        return "terminal"
    ending = output.path.suffix.lower()
    if ending not in ENDINGS:
        nearest = find_nearest(ending, ENDINGS)
        meant = f"; did you mean '{nearest}'?" if nearest else ""
        raise LostError(
            f"'{output.path}' does not tell its format by its ending{meant}",
            f"known: {', '.join(ENDINGS)}; or use --format",
        )
    return ENDINGS[ending]


def write_format(form: str, output: Output, content: Content, file: BinaryIO) -> None:
    """Results in a format to a file, which stays open."""
    if form == "xlsx":
        _write_xlsx(content, file)
        return
    out = io.TextIOWrapper(file, encoding="utf-8", errors="backslashreplace", newline="")
    writers: dict[str, Callable[[], None]] = {
        "json": lambda: _write_json(content, out),
        "markdown": lambda: _write_markdown(content.show(), out),
        "html": lambda: _write_html(content, out),
        "csv": lambda: _write_csv(output, content, out),
        "terminal": lambda: print_documents(content.show(), choose_streams_looks(out, output.width, output.color), out),
    }
    writers[form]()
    out.detach()


def _write_json(content: Content, out: TextIO) -> None:
    from negmatrix.writers.json import write_json

    write_json(content.command, content.record, out)


def _write_markdown(documents: Sequence[Document], out: TextIO) -> None:
    from negmatrix.writers.markdown.entry import write_markdown

    for number, document in enumerate(documents):
        if number:
            out.write("\n")
        write_markdown(document, out, f"d{number}" if len(documents) > 1 else "")


def _write_html(content: Content, out: TextIO) -> None:
    from negmatrix.writers.html.entry import write_html_page

    write_html_page(content.title, content.show(), out)


def _write_csv(output: Output, content: Content, out: TextIO) -> None:
    from negmatrix.writers.csv_tables import write_csv
    from negmatrix.writers.csv_tidy import write_tidy

    if output.tidy and content.tidy is not None:
        write_tidy(content.tidy(), out)
        return
    for number, document in enumerate(content.show()):
        out.write("\r\n" if number else "")
        write_csv(document, out)


def _write_xlsx(content: Content, file: BinaryIO) -> None:
    from negmatrix.writers.xlsx.entry import write_xlsx

    book = (
        io.BytesIO()
    )  # an archive that breaks off would be closed, with complaints, when nothing can be written any more
    write_xlsx(content.show(), book)
    file.write(book.getvalue())
