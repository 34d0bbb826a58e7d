"""Results to where the user wants them: standard output or a file, in one of the formats."""

import io
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, TextIO

from negmatrix.cli.wishes import Output
from negmatrix.tones import Tone
from negmatrix.writers.terminal.lines import write_lines
from negmatrix.writers.terminal.looks import ColorWish, Looks, Palette, choose_looks

if TYPE_CHECKING:
    from negmatrix.document import Document


class Content(NamedTuple):
    """A command's results: a title for a page, the content of its JSON, the documents that show it and, where there
    are cells, the rows of these. `read` are the files that it was read from.
    """

    command: str
    title: str
    record: Mapping[str, Any]
    show: "Callable[[], Sequence[Document]]"
    read: Sequence[Path] = ()
    tidy: Callable[[], Sequence[Any]] | None = None


def emit(output: Output, content: Content) -> int:
    """Write results, and return the exit code of a command that did what it was asked."""
    if output.public:
        content = _mark_public(content)
    form = _choose_form(output, content)
    if output.path is None and form == "terminal":
        looks = choose_streams_looks(sys.stdout, output.width, output.color, output.palette)
        print_documents(content.show(), looks)
    elif output.path is None:
        from negmatrix.cli.standard import write_standard

        book = io.BytesIO()
        _write(form, output, content, book)
        write_standard(book.getvalue())
    else:
        _write_file(output.path, form, output, content)
    return 0


def _choose_form(output: Output, content: Content) -> str:
    """What a bare call gets needs no look at the formats."""
    if output.form in (None, "terminal") and output.path is None and not output.tidy:
        return "terminal"
    from negmatrix.cli.formats import choose_format

    return choose_format(output, content)


def _write(form: str, output: Output, content: Content, file: BinaryIO) -> None:
    from negmatrix.cli.formats import write_format

    write_format(form, output, content, file)


def _mark_public(content: Content) -> Content:
    """The same results, saying that they are of a public version."""
    from negmatrix.views.public import mark_public

    return content._replace(
        record=dict(content.record) | {"public": True}, show=lambda: [*map(mark_public, content.show())]
    )


def _write_file(path: Path, form: str, output: Output, content: Content) -> None:
    from negmatrix.cli.writing import refuse_talks, write_whole

    refuse_talks(path, content.read, force=output.force)
    write_whole(path, lambda file: _write(form, output, content, file), force=output.force)


def choose_streams_looks(stream: TextIO, width: int | None = None, color: str = "auto", palette: str = "puor") -> Looks:
    """The looks for a stream, from what the user asked for, the environment and what the stream is."""
    return choose_looks(os.environ, stream, width, ColorWish(color), Palette(palette))


def print_lines(lines: Iterable[Iterable[tuple[str, Tone]]], stream: TextIO, looks: Looks | None = None) -> None:
    """Toned lines to a stream."""
    write_lines(lines, stream, looks or choose_streams_looks(stream))


def print_documents(documents: "Iterable[Document]", looks: Looks, stream: TextIO | None = None) -> None:
    """Documents to standard output or another stream, an empty line between each two."""
    from negmatrix.writers.terminal.entry import write_terminal

    out = stream or sys.stdout
    for number, document in enumerate(documents):
        if number:
            out.write("\n")
        write_terminal(document, out, looks)
