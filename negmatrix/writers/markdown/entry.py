"""The way in: a document to a stream."""

from collections.abc import Iterator
from typing import TextIO

from negmatrix.document import (
    Block,
    Document,
    Footnotes,
    Heading,
    Items,
    Legend,
    Paragraph,
    Table,
    Tone,
    Verbatim,
)
from negmatrix.writers.markdown.axes import show_axis
from negmatrix.writers.markdown.escaping import BREAK, escape_start, escape_words
from negmatrix.writers.markdown.hunks import explain_marks, find_keyed, show_fence, show_hunks
from negmatrix.writers.markdown.notes import Notes
from negmatrix.writers.markdown.tables import CellWords, show_line, show_table
from negmatrix.writers.plain import make_plain
from negmatrix.writers.signs import explain_signs

DEEPEST = 6
_APART = "<!-- -->"


def write_markdown(document: Document, out: TextIO, label: str = "") -> None:
    """Writes the document's blocks, an empty line between each two, to a stream that takes all of Unicode.

    A heading stands for the caption of a table that follows it. Text keeps to one line of the file, however long, so
    that one changed cell is one changed line. Of several documents in one file, each needs a `label` of its own (letters
    and digits) for its footnotes.
    """
    notes, keyed, words = Notes(document.blocks, label), find_keyed(document.blocks), CellWords()
    before: Block | None = None
    parted = False
    for block in document.blocks:
        lines = list(_show_block(block, before, notes, words))
        if block is keyed:
            lines = [explain_marks(), "", *lines]
        if lines:
            out.write("\n".join([*_part(lines, before if parted else None), *lines]) + "\n")
            parted = True
            before = block


def _part(lines: list[str], before: Block | None) -> list[str]:
    """What stands between two blocks; two lists would run together without a mark that shows nothing."""
    if before is None:
        return []
    lists = isinstance(before, (Items, Footnotes)) and lines[0].startswith("- ")
    return ["", _APART, ""] if lists else [""]


def _show_block(block: Block, before: Block | None, notes: Notes, words: CellWords) -> Iterator[str]:
    match block:
        case Table():
            if block.caption and block.columns and not isinstance(before, Heading):
                yield from (f"**{escape_words(block.caption)}**", "")
            yield from show_hunks(block.hunks()) if block.hunks else show_table(block, notes, words)
        case Heading():
            yield from _show_heading(block)
        case Paragraph():
            yield from _show_paragraph(block)
        case Verbatim():
            yield from _show_verbatim(block)
        case Items():
            yield from _show_items(block)
        case Footnotes():
            yield from notes.explain(block)
        case Legend():
            yield from _show_legend(block)
        case _:
            yield from show_axis(block)


def _show_heading(heading: Heading) -> Iterator[str]:
    words = escape_words(heading.text)
    if words:
        yield f"{'#' * min(heading.level, DEEPEST)} {words}"


def _show_paragraph(paragraph: Paragraph) -> Iterator[str]:
    words = escape_words(paragraph.text)
    if words:
        yield f"**{words}**" if paragraph.tone is Tone.STRONG else escape_start(words)


def _show_verbatim(verbatim: Verbatim) -> Iterator[str]:
    """Lines as they are, marks of a diff in their first column, between fences longer than any inside."""
    text = make_plain(verbatim.text).removesuffix("\n")
    yield from show_fence((text,))


def _show_items(items: Items) -> Iterator[str]:
    for entry in items.entries:
        told = (show_line(line, beneath=number > 0) for number, line in enumerate(entry))
        yield f"- {escape_start(BREAK.join(words for words in told if words))}".rstrip()


def _show_legend(legend: Legend) -> Iterator[str]:
    """The signs with their meaning in one line, then each remark in one of its own; nothing about rows that are hunks."""
    if legend.of_rows:
        return
    signs = ", ".join(explain_signs(legend.signs))
    told = [escape_start(words) for words in (signs, *map(escape_words, legend.remarks)) if words]
    for number, words in enumerate(told):
        yield from ("", words) if number else (words,)
