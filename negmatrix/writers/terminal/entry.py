"""The way in: a document to a stream."""

from collections.abc import Iterator
from typing import TextIO

from negmatrix.document import Block, Document, Footnotes, Heading, Items, Legend, Paragraph, Table, Verbatim, has_ramps
from negmatrix.writers.terminal.cells import Preparer
from negmatrix.writers.terminal.looks import Looks
from negmatrix.writers.terminal.painting import InkedLine, paint
from negmatrix.writers.terminal.table import show_table
from negmatrix.writers.terminal.texts import (
    show_footnotes,
    show_heading,
    show_items,
    show_key,
    show_legend,
    show_paragraph,
    show_verbatim,
)


def write_terminal(document: Document, out: TextIO, looks: Looks) -> None:
    """Writes the document's blocks, an empty line between each two; a heading below the first level stands close to
    what follows and stands for the caption of a table. The document's title is not shown: a heading says it.

    Where cells are coloured by their place on a scale, a key of the colours follows the next legend, or the last block.

    No line is wider than `looks.width`, except that a character of two cells needs two and that verbatim text is never
    wrapped.
    """
    paint(_show_blocks(document.blocks, Preparer(looks)), out, looks)


def _show_blocks(blocks: tuple[Block, ...], preparer: Preparer) -> Iterator[InkedLine]:
    before: Block | None = None
    filled = False
    for block in blocks:
        if before and not (isinstance(before, Heading) and before.level > 1):
            yield ()
        if isinstance(before, Heading) and isinstance(block, Table):
            block = block._replace(caption="")
        yield from _show_block(block, preparer)
        before = block
        filled = filled or has_ramps(block)
        if filled and isinstance(block, Legend):
            yield from show_key(preparer)
            filled = False
    if filled and preparer.looks.depth:
        yield ()
        yield from show_key(preparer)


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
        case _:
            from negmatrix.writers.terminal.axes import show_axis

            return show_axis(block, preparer)
