"""Documents and lines to the streams, in the looks that fit them."""

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from negmatrix.document import Document, Tone
from negmatrix.writers.terminal.lines import write_lines
from negmatrix.writers.terminal.looks import ColorWish, Looks, Palette, choose_looks


def choose_streams_looks(
    stream: TextIO, width: int | None = None, color: str = "auto", palette: str = "puor"
) -> Looks:
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
