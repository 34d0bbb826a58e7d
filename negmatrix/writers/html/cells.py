"""A table's cells. Cells that look alike are written once and remembered: a table has many."""

from negmatrix.document import Cell, Heat, Look, Ramp, Tone
from negmatrix.writers.html.lines import join_sentences, show_line, show_lines
from negmatrix.writers.html.naming import Names
from negmatrix.writers.terminal.inks import name_ink

SHORT, LONG = 14, 48
"""A column with longer lines than this may be narrowed to some width, and to a larger one."""

_PLAIN = Tone.PLAIN


class CellWriter:
    """Writes the cells of one table, and notes which kinds of fills they have."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.filled: set[type[Ramp] | type[Heat]] = set()
        self._plain: dict[tuple[str, str], str] = {}

    def data(self, cell: Cell, classes: str) -> str:
        """A cell of data; `classes` are those of its column. Plain ones, of which a table has many alike, are
        remembered.
        """
        if len(cell.lines) > 1:
            cell = cell._replace(lines=join_sentences(cell.lines))
        lines, _, look, notes, span = cell
        if look is not _PLAIN:
            classes = self._add_ink(classes, look)
        if notes or span > 1:
            return self._write("td", cell, classes, f' colspan="{span}"' if span > 1 else "")
        if len(lines) == 1:
            text, lead, signs, tone, spark = lines[0]
            if lead is None and not signs and tone is _PLAIN and spark is None:
                known = self._plain.get((text, classes))
                if known is None:
                    known = self._plain[text, classes] = self._write("td", cell, classes, "")
                return known
        return self._write("td", cell, classes, "")

    def head(self, cell: Cell, scope: str) -> str:
        """The cell that heads a row or a group of rows; one without words heads nothing."""
        classes = self._add_ink("first", cell.look) if cell.look is not _PLAIN else "first"
        span = f' colspan="{cell.span}"' if cell.span > 1 else ""
        if not any(line.text for line in cell.lines):
            return self._write("td", cell, classes, span)
        return self._write("th", cell, classes, f' scope="{scope}"{span}')

    def _add_ink(self, classes: str, look: Look) -> str:
        if isinstance(look, (Ramp, Heat)):
            self.filled.add(type(look))
        return f"{classes} {name_ink(look)}" if classes else name_ink(look)

    def _write(self, tag: str, cell: Cell, classes: str, attributes: str) -> str:
        """A lone line gives the cell its direction; several have each their own."""
        if classes:
            attributes = f' class="{classes}"{attributes}'
        notes = "".join([self._cite(note) for note in cell.notes]) if cell.notes else ""
        lines = cell.lines
        if len(lines) == 1 and lines[0].tone is _PLAIN:
            return f'<{tag}{attributes} dir="auto">{show_line(lines[0])}{notes}</{tag}>'
        return f"<{tag}{attributes}>{show_lines(lines, notes)}</{tag}>"

    def _cite(self, note: int) -> str:
        own, target = self.names.cite(note)
        if target is None:
            return f'<sup class="cite">[{note}]</sup>'
        name = f' id="{own}"' if own else ""
        return f'<sup class="cite"><a href="#{target}"{name} role="doc-noteref">[{note}]</a></sup>'
