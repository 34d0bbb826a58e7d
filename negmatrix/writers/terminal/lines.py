"""Single toned lines to a stream, such as those of problems: nothing here knows of tables."""

from collections.abc import Iterable
from typing import TextIO

from negmatrix.tones import Look
from negmatrix.writers.terminal.inks import name_ink
from negmatrix.writers.terminal.looks import Looks
from negmatrix.writers.terminal.painting import paint
from negmatrix.writers.terminal.visible import make_visible


def write_lines(lines: Iterable[Iterable[tuple[str, Look]]], out: TextIO, looks: Looks) -> None:
    """Writes lines of toned stretches as they are, unwrapped, with escapes for what may not be written."""
    inked = ([(name_ink(look), make_visible(text, looks.encoding)) for text, look in line] for line in lines)
    paint(inked, out, looks)
