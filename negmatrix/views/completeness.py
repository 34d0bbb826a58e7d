"""How much of the table is stated, as a document."""

from collections.abc import Iterable

from negmatrix.analysis.completeness import Completeness, Filled
from negmatrix.document import Align, Cell, Column, Document, Line, Paragraph, Row, Table
from negmatrix.model.talks import Talks
from negmatrix.views.percent import show_percent

_COLUMNS = ("stated", "of", "share")


def show_completeness(talks: Talks, measured: Completeness) -> Document:
    """A sentence, then parties and issues with their stated cells."""
    sentence = f"{measured.stated} of {measured.of} positions are stated ({show_percent(measured.share)})"
    return Document(
        talks.title,
        (
            Paragraph(f"{talks.title}: {sentence}"),
            _table("Party", "Stated positions by party", measured.parties),
            _table("Issue", "Stated positions by issue", measured.issues),
        ),
    )


def _table(title: str, caption: str, rows: Iterable[Filled]) -> Table:
    numbers = tuple(Column(name.title(), Align.RIGHT, wraps=False) for name in _COLUMNS)
    return Table(caption, (Column(title, fixed=True), *numbers), tuple(_row(row) for row in rows))


def _row(filled: Filled) -> Row:
    values = (filled.name, str(filled.stated), str(filled.of), show_percent(filled.share))
    bare = (filled.name, filled.stated, filled.of, filled.share)
    return Row(tuple(Cell((Line(text),), value) for text, value in zip(values, bare, strict=True)))
