"""A table's cells. Cells that look alike are written once and remembered: a table has many."""

from negmatrix.document import Align, Cell, Column, Heat, Line, Look, Ramp, Tone
from negmatrix.writers.html.escaping import escape
from negmatrix.writers.html.lines import name_line, show_line, show_lines
from negmatrix.writers.html.naming import Names
from negmatrix.writers.terminal.inks import name_ink

_PLAIN = Tone.PLAIN


class CellWriter:
    """Writes the cells of one document; `names` is None for a copy of a table, whose ids stand elsewhere."""

    def __init__(self, names: Names | None) -> None:
        self.names = names
        self.filled: set[type[Ramp] | type[Heat]] = set()
        self._plain: dict[tuple[str, Look, str], str] = {}
        self._many: dict[tuple[tuple[Line, ...], Look, str], str] = {}

    def data(self, cell: Cell, classes: str) -> str:
        """A cell of data; `classes` are those of its column."""
        lines, look = cell.lines, cell.look
        if cell.notes or cell.span > 1:
            return self._write("td", cell, classes, f' colspan="{cell.span}"' if cell.span > 1 else "")
        if len(lines) == 1:
            text, lead, signs, tone, spark = lines[0]
            if lead is None and not signs and tone is _PLAIN and spark is None:
                key = text, look, classes
                return self._plain.get(key) or self._plain.setdefault(key, self._write("td", cell, classes, ""))
        known = lines, look, classes
        return self._many.get(known) or self._many.setdefault(known, self._write("td", cell, classes, ""))

    def head(self, cell: Cell, scope: str) -> str:
        """The cell that heads a row or a group of rows; one without words heads nothing."""
        span = f' colspan="{cell.span}"' if cell.span > 1 else ""
        if not any(line.text for line in cell.lines):
            return self._write("td", cell, "first", span)
        return self._write("th", cell, "first", f' scope="{scope}"{span}')

    def _write(self, tag: str, cell: Cell, classes: str, attributes: str) -> str:
        if isinstance(cell.look, (Ramp, Heat)):
            self.filled.add(type(cell.look))
        if cell.look is not _PLAIN:
            ink = name_ink(cell.look)
            classes = f"{classes} {ink}" if classes else ink
        content, own = self._content(cell)
        classes = f' class="{classes}"' if classes else ""
        return f"<{tag}{classes}{attributes}{own}>{content}</{tag}>"

    def _content(self, cell: Cell) -> tuple[str, str]:
        """What stands in the cell, and the attribute that gives it a direction, where its lines have none."""
        notes = "".join(self._cite(note) for note in cell.notes)
        if len(cell.lines) == 1 and cell.lines[0].tone is _PLAIN:
            return show_line(cell.lines[0]) + notes, ' dir="auto"'
        *before, last = cell.lines or (Line(""),)
        content = (
            f'{show_lines(tuple(before))}<div class="{name_line(last.tone)}" dir="auto">{show_line(last)}{notes}</div>'
        )
        return (content if cell.lines or notes else ""), ""

    def _cite(self, note: int) -> str:
        own, target = self.names.cite(note) if self.names else (None, None)
        if target is None:
            return f'<sup class="cite">[{note}]</sup>'
        name = f' id="{own}"' if own else ""
        return f'<sup class="cite"><a href="#{target}"{name} role="doc-noteref">[{note}]</a></sup>'


def name_column(column: Column, longest: int) -> str:
    """The classes of a column's cells: on which side they stand, whether they wrap, how much room they want."""
    classes = []
    if column.align is not Align.LEFT:
        classes.append(column.align.value)
    if not column.wraps:
        classes.append("whole")
    elif longest > 14:
        classes.append("long" if longest > 48 else "some")
    if column.tone is not _PLAIN:
        classes.append(column.tone.value)
    return " ".join(classes)


def show_title(column: Column, classes: str, span: int) -> str:
    """A column's title; that of several columns heads them all."""
    if not column.title:
        return f"<td{_class(classes)}></td>"
    scope, wide = ("colgroup", f' colspan="{span}"') if span > 1 else ("col", "")
    return f'<th scope="{scope}"{wide}{_class(classes)} dir="auto">{escape(column.title)}</th>'


def _class(classes: str) -> str:
    return f' class="{classes}"' if classes else ""
