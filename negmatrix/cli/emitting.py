"""Results to where the user wants them: standard output or a file, in one of the formats."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TextIO

from negmatrix.document import Document, Tone
from negmatrix.writers.terminal.lines import write_lines
from negmatrix.writers.terminal.looks import ColorWish, Looks, Palette, choose_looks


class Output(NamedTuple):
    """What the user said of the output."""

    form: str = "terminal"
    width: int | None = None
    color: str = "auto"
    palette: str = "puor"


def emit(
    output: Output, command: str, content: Mapping[str, Any], show: Callable[[], Sequence[Document]]
) -> None:
    """Write a command's results: `content` as JSON, or the documents that `show` makes of it in any other format."""
    if output.form == "json":
        from negmatrix.writers.json import write_json

        write_json(command, content, sys.stdout)
        return
    looks = choose_streams_looks(sys.stdout, output.width, output.color, output.palette)
    print_documents(show(), looks)


def choose_streams_looks(stream: TextIO, width: int | None = None, color: str = "auto", palette: str = "puor") -> Looks:
    """The looks for a stream, from what the user asked for, the environment and what the stream is."""
    return choose_looks(os.environ, stream, width, ColorWish(color), Palette(palette))


def print_lines(lines: Iterable[Iterable[tuple[str, Tone]]], stream: TextIO, looks: Looks | None = None) -> None:
    """Toned lines to a stream."""
    write_lines(lines, stream, looks or choose_streams_looks(stream))


def print_documents(documents: Iterable[Document], looks: Looks) -> None:
    """Documents to standard output, an empty line between each two."""
    from negmatrix.writers.terminal.entry import write_terminal

    for number, document in enumerate(documents):
        if number:
            sys.stdout.write("\n")
        write_terminal(document, sys.stdout, looks)
