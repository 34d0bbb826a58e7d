"""The way in: a document, or single toned lines, to a stream."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from negmatrix.document import Block, Document, Footnotes, Heading, Items, Legend, Look, Paragraph, Table, Verbatim
from negmatrix.writers.terminal.cells import Preparer
from negmatrix.writers.terminal.inks import name_ink
from negmatrix.writers.terminal.looks import Looks
from negmatrix.writers.terminal.painting import InkedLine, paint
from negmatrix.writers.terminal.table import show_table
from negmatrix.writers.terminal.texts import (
    show_footnotes,
    show_heading,
    show_items,
    show_legend,
    show_paragraph,
    show_verbatim,
)
from negmatrix.writers.terminal.visible import make_visible


def write_terminal(document: Document, out: TextIO, looks: Looks) -> None:
    """Writes the document's blocks, an empty line between each two; a heading below the first level stands close to
    what follows. The document's title is not shown: a heading says it.

    No line is wider than `looks.width`, except that a character of two cells needs two and that verbatim text is never
    wrapped.
    """
    paint(_show_blocks(document.blocks, Preparer(looks)), out, looks)


def write_lines(lines: Iterable[Iterable[tuple[str, Look]]], out: TextIO, looks: Looks) -> None:
    """Writes lines of toned stretches as they are, unwrapped, with escapes for what may not be written."""
    inked = ([(name_ink(look), make_visible(text, looks.encoding)) for text, look in line] for line in lines)
    paint(inked, out, looks)


def _show_blocks(blocks: tuple[Block, ...], preparer: Preparer) -> Iterator[InkedLine]:
    before: Block | None = None
    for block in blocks:
        if before and not (isinstance(before, Heading) and before.level > 1):
            yield ()
        yield from _show_block(block, preparer)
        before = block


def _show_block(block: Block, preparer: Preparer) -> Iterator[InkedLine]:
    match block:
        case Table():
            return show_table(block, preparer)
        case Heading():
            return show_heading(block, preparer)
        case Paragraph():
            return show_paragraph(block, preparer)
        case Verbatim():
            return show_verbatim(block, preparer)
        case Items():
            return show_items(block, preparer)
        case Footnotes():
            return show_footnotes(block, preparer)
        case Legend():
            return show_legend(block, preparer)
