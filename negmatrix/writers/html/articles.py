"""A document as an article: its title, then its blocks in order."""

from collections.abc import Iterator

from negmatrix.document import (
    Axis,
    Block,
    Document,
    Footnotes,
    Heading,
    Items,
    Legend,
    Paragraph,
    Table,
    Verbatim,
)
from negmatrix.writers.html.axes import show_axis
from negmatrix.writers.html.naming import Names
from negmatrix.writers.html.tables import show_table
from negmatrix.writers.html.texts import (
    show_footnotes,
    show_heading,
    show_items,
    show_legend,
    show_paragraph,
    show_title,
    show_verbatim,
)

NAMELESS = "negmatrix"
"""Stands where a page or a document has no title."""

WIDE = 6
"""A document in which some table has more columns than this lies on its side on paper."""


def show_article(document: Document, names: Names, level: int) -> Iterator[str]:
    """First all up to and with the title, at this level of headings, then block by block."""
    blocks = document.blocks
    crowded = any(isinstance(block, Table) and len(block.columns) > WIDE for block in blocks)
    wide = ' class="wide"' if crowded else ""
    title = document.title
    if blocks and isinstance(blocks[0], Heading) and blocks[0].level == 1:
        title, blocks = blocks[0].text, blocks[1:]
    name = names.heading(title or NAMELESS)
    opening = show_title(document.title, title or NAMELESS, level, name)
    yield f'<article aria-labelledby="{name}"{wide}>\n{opening}'
    yield from _show_blocks(blocks, names, level, name)
    yield "</article>\n"


def _show_blocks(blocks: tuple[Block, ...], names: Names, title: int, nearest: str) -> Iterator[str]:
    """Headings go no more than one level deeper at a time, and never up to the title's, whose id is `nearest`."""
    level, above = title, None
    for block in blocks:
        if isinstance(block, Heading):
            level = max(title + 1, min(block.level + title - 1, level + 1, 6))
            above = names.heading(block.text, level == title + 1), block.text
            nearest = above[0]
            yield show_heading(block.text, level, nearest)
        elif isinstance(block, Axis):
            yield show_axis(block, nearest)
            above = None
        else:
            yield from _show_block(block, names, above)
            above = None


def _show_block(
    block: Paragraph | Verbatim | Table | Items | Footnotes | Legend,
    names: Names,
    heading: tuple[str, str] | None,
) -> Iterator[str]:
    match block:
        case Table():
            yield from show_table(block, names, heading)
        case Paragraph():
            yield show_paragraph(block)
        case Verbatim():
            yield show_verbatim(block)
        case Items():
            yield show_items(block)
        case Footnotes():
            yield show_footnotes(block, names)
        case _:
            yield show_legend(block)
