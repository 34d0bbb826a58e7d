"""All that stands beside the tables, as rows of one sheet: headings, sentences, lists, axes, the legend, sources."""

from collections.abc import Iterator
from typing import NamedTuple

from negmatrix.document import Axis, Block, Footnotes, Heading, Items, Legend, Paragraph, Table, Tone, Verbatim
from negmatrix.writers.axes import UNTITLED, fold_marks
from negmatrix.writers.plain import make_plain
from negmatrix.writers.signs import MARKS, explain_signs
from negmatrix.writers.xlsx.texts import show_line


class Remark(NamedTuple):
    """One row: what it says, more in a second column, and whether it heads what follows."""

    text: str
    more: str = ""
    strong: bool = False


def find_remarks(blocks: tuple[Block, ...]) -> Iterator[Remark]:
    """The rows; a heading below the first level that stands over a table is not one of them: a sheet is named so."""
    for number, block in enumerate(blocks):
        tabled = number + 1 < len(blocks) and isinstance(blocks[number + 1], Table)
        if not (isinstance(block, Heading) and block.level > 1 and tabled):
            yield from (remark for remark in _tell(block) if remark.text or remark.more)


def _tell(block: Block) -> Iterator[Remark]:
    match block:
        case Heading():
            yield Remark(block.text, strong=True)
        case Paragraph():
            yield Remark(block.text, strong=block.tone is Tone.STRONG)
        case Verbatim():
            yield from (Remark(line) for line in make_plain(block.text).split("\n"))
        case Items():
            for entry in block.entries:
                yield Remark("\n".join(told for told in map(show_line, entry) if told))
        case Footnotes():
            yield from (Remark(f"[{number}] {text}", address or "") for number, text, address in block.entries)
        case Legend():
            yield from map(Remark, (*explain_signs(block.signs), *block.remarks))
        case Table():
            pass
        case _:
            yield from _tell_axis(block)


def _tell_axis(axis: Axis) -> Iterator[Remark]:
    yield Remark(
        axis.title or UNTITLED,
        " → ".join((axis.ends[0], *(name for _, name in axis.anchors), axis.ends[1])),
        strong=True,
    )
    for mark in fold_marks(axis.marks):
        yield Remark(" ".join((mark.label, *(MARKS[sign] for sign in mark.signs))), mark.words)
