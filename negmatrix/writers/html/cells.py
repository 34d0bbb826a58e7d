"""A table's cells. In a table that becomes cards, each has its role, and its contents as one element beside its column's
title.
"""

from typing import NamedTuple

from negmatrix.document import Cell, Look, Tone
from negmatrix.writers.html.cards import CELL, HEAD
from negmatrix.writers.html.lines import fill, join_sentences
from negmatrix.writers.html.naming import Names
from negmatrix.writers.terminal.inks import name_ink

_PLAIN = Tone.PLAIN


class Place(NamedTuple):
    """What a cell has of its column: classes, and the attribute that holds the title, where there is one to show."""

    classes: str = ""
    label: str = ""


class CellWriter:
    """Writes the cells of one table, of `cards` or not; tells which kinds of fills they have, and whether one `cites` a note."""

    def __init__(self, names: Names, cards: bool) -> None:
        self.filled: set[type] = set()
        self.cites = False
        self._names, self._fill = names, names.fills.fill
        self._starts: dict[tuple[int, Place, int, str, bool], str] = {}
        self._cards = cards
        self._data, self._head = (f"<td{CELL}", f"<th{HEAD}") if cards else ("<td", "<th")

    def data(self, cell: Cell, place: Place) -> str:
        """A cell of data."""
        lines, _, look, notes, span = cell
        direction, inner = self._fill(lines) if not notes else fill(join_sentences(lines), self._cite_all(notes))
        labelled = self._cards and inner != ""
        manner = id(look), place, span, direction, labelled  # looks are held by the table
        start = self._starts.get(manner)
        if start is None:
            start = self._starts[manner] = (
                self._start(look, place, span) + direction + (place.label if labelled else "")
            )
        return f"{start}><div>{inner}</div></td>" if labelled else f"{start}>{inner}</td>"

    def _start(self, look: Look, place: Place, span: int) -> str:
        classes = place.classes if look is _PLAIN else self._add_ink(place.classes, look)
        kind = f' class="{classes}"' if classes else ""
        return f'{self._data}{kind} colspan="{span}"' if span > 1 else f"{self._data}{kind}"

    def head(self, cell: Cell, scope: str) -> str:
        """The cell that heads a row or a group of rows; one without words heads nothing."""
        lines, _, look, notes, span = cell
        classes = "first" if look is _PLAIN else self._add_ink("first", look)
        wide = f' colspan="{span}"' if span > 1 else ""
        alone = len(lines) == 1 and not notes
        direction, inner = self._fill(lines) if alone else fill(lines, self._cite_all(notes))
        if not "".join([line.text for line in lines]):
            return f'{self._data} class="{classes}"{wide}{direction}>{inner}</td>'
        return f'{self._head} class="{classes}" scope="{scope}"{wide}{direction}>{inner}</th>'

    def _add_ink(self, classes: str, look: Look) -> str:
        self.filled.add(type(look))
        ink = name_ink(look)
        return f"{classes} {ink}" if classes else ink

    def _cite_all(self, notes: tuple[int, ...]) -> str:
        self.cites = self.cites or bool(notes)
        return "".join([self._cite(note) for note in notes])

    def _cite(self, note: int) -> str:
        own, target = self._names.cite(note)
        if target is None:
            return f'<sup class="cite">[{note}]</sup>'
        name = f' id="{own}"' if own else ""
        return f'<sup class="cite"><a href="#{target}"{name} role="doc-noteref">[{note}]</a></sup>'
