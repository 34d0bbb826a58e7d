"""Footnotes: marks in cells, and what they stand for below."""

from collections.abc import Iterator

from negmatrix.document import Block, Cell, Footnotes, Table
from negmatrix.writers.addresses import is_link
from negmatrix.writers.markdown.escaping import escape_start, escape_words


class Notes:
    """The footnotes of one document. What `label` says stands before each number, so that several documents in one file
    keep theirs apart.
    """

    def __init__(self, blocks: tuple[Block, ...], label: str = "") -> None:
        self._label = label
        explained = {number for block in blocks if isinstance(block, Footnotes) for number, _, _ in block.entries}
        self._linked = explained & {number for cell in _find_cells(blocks) for number in cell.notes}

    def mark(self, words: str, numbers: tuple[int, ...]) -> str:
        """Escaped words with the marks of notes behind them; a number that nothing explains is a number in brackets."""
        marks = " ".join(self._mark(number) for number in numbers)
        if words.endswith("!"):  # else it would make an image of the mark
            words = words[:-1] + "\\!"
        return words + marks

    def explain(self, footnotes: Footnotes) -> Iterator[str]:
        """Each note on a line; one that no cell points at is a list's entry, since readers drop such footnotes."""
        for number, text, address in footnotes.entries:
            told = ", ".join(part for part in (escape_words(text), link(address) if address else "") if part)
            if number in self._linked:
                yield f"{self._mark(number)}: {escape_start(told)}"
            else:
                yield f"- {self._mark(number)} {told}"

    def _mark(self, number: int) -> str:
        return f"[^{self._label}{number}]" if number in self._linked else f"\\[{number}\\]"


def link(address: str) -> str:
    """An address as a link if it may be one, else as its words."""
    return f"<{address}>" if is_link(address) else escape_words(address)


def _find_cells(blocks: tuple[Block, ...]) -> Iterator[Cell]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row.cells if cell.notes)
