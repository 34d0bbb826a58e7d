"""Names of things on a page: ids that are unique even with several documents, labels that tell regions apart."""

from collections.abc import Iterable

from negmatrix.document import Block, Footnotes
from negmatrix.writers.html.lines import Fills


class Names:
    """The names that one document uses, and what its cells hold; `labels`, with the number that each got last, and the kinds of
    fills of which there is a key are shared by all documents of a page.
    """

    def __init__(
        self, number: int, blocks: Iterable[Block], labels: dict[str, int], keyed: set[type] | None = None
    ) -> None:
        self.document = f"d{number}"
        self.fills = Fills()
        self.headings: list[tuple[str, str]] = []
        self._notes = {note for block in blocks if isinstance(block, Footnotes) for note, _, _ in block.entries}
        self._count = 0
        self._cited: set[int] = set()
        self._noted: set[int] = set()
        self._labels = labels
        self._keyed = set[type]() if keyed is None else keyed

    def heading(self, text: str, listed: bool = True) -> str:
        """An id for a heading, which is remembered with its text for the contents, if it is to be listed there."""
        self._count += 1
        name = f"{self.document}-h{self._count}"
        if listed:
            self.headings.append((name, text))
        return name

    def label(self, text: str) -> str:
        """The text, numbered if something on the page has it already."""
        name = words = text or "Table"
        number = self._labels.get(name, 1)
        while words in self._labels:
            number += 1
            words = f"{name} ({number})"
        self._labels[name] = number
        self._labels.setdefault(words, 1)
        return words

    def needs_key(self, kind: type) -> bool:
        """Whether nothing on the page explains this kind of fill yet; from now on something does."""
        known = kind in self._keyed
        self._keyed.add(kind)
        return not known

    def cite(self, note: int) -> tuple[str | None, str | None]:
        """The id of the place that cites a note, if it is the first, and that of the note, if there is one."""
        target = f"{self.document}-n{note}" if note in self._notes else None
        if note in self._cited or target is None:
            return None, target
        self._cited.add(note)
        return f"{self.document}-r{note}", target

    def note(self, note: int) -> tuple[str | None, str | None]:
        """The id of a note, if it is the first of its number, and that of the place that cites it first."""
        back = f"{self.document}-r{note}" if note in self._cited else None
        if note in self._noted:
            return None, back
        self._noted.add(note)
        return f"{self.document}-n{note}", back
