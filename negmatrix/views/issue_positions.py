"""Every position on an issue with all that is known of it, in just the columns that some position fills."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeGuard

from negmatrix.analysis.entries import NOT_STATED, Entry
from negmatrix.analysis.issue_positions import PartyPosition
from negmatrix.analysis.issue_report import IssueReport
from negmatrix.document import Block, Cell, Column, Heading, Paragraph, Row, Table
from negmatrix.source import Text
from negmatrix.views.cells import show_entry, show_stance, show_whole
from negmatrix.views.issue_claims import show_claims
from negmatrix.views.issue_style import IssueStyle, show_words
from negmatrix.views.percent import count_of
from negmatrix.views.scale_words import find_unit_words, show_reaches, show_stretch
from negmatrix.views.sheet import FilledRow


class _Field(NamedTuple):
    """A column, which is told `of` a field of an entry or a position."""

    title: str
    of: str
    tell: Callable[[PartyPosition, IssueStyle], str | None]


def show_positions(
    report: IssueReport, style: IssueStyle, filled: FilledRow | None = None, *, briefly: bool = False
) -> tuple[Block, ...]:
    """The table of those in whose cell something stands, then the rival accounts where there are some. `filled` are the
    cells of a matrix, if they are there already; `briefly` leaves out those of whom these tell everything.
    """
    written = [position for position in report.positions if _is_written(position.entry)]
    if not written:
        return (Paragraph("Nobody has said anything on it."),)
    brief = briefly and filled is not None and (not filled.style.differs or _tells_stances(filled, style))
    told = [position for position in written if _says_more(position)] if brief else written
    rest = (Paragraph(_tell_rest(written, len(told), filled, style)),) if filled and len(told) < len(written) else ()
    if not told:
        return rest
    cells = _find_cells(told, report, style, filled)
    return (Heading("Positions"), _show_table(told, style, cells), *rest, *show_claims(told, style))


def _tell_rest(written: Sequence[PartyPosition], apart: int, filled: FilledRow, style: IssueStyle) -> str:
    """How many the matrix tells all of, with the stance that it leaves out where all hold the same."""
    known = f"Of {count_of(len(written) - apart, 'party', plural='parties')} the matrix above tells all that is known"
    held = next((position.entry.stance for position in written if position.entry.stance is not None), None)
    if filled.style.differs or held is None:
        return f"{known}."
    return f"{known}; the stance is the same throughout: {show_stance(held, find_unit_words(style.shape))}."


def _says_more(position: PartyPosition) -> bool:
    """Whether more is known of a position than a matrix tells."""
    entry = position.entry
    if entry[_UNSEEN] != _NOTHING_UNSEEN or entry.carried_from is not None or entry.note is not None:
        return True
    return position.accepted is not None or bool(entry.claims)


def _is_written(entry: Entry) -> bool:
    return entry.state != NOT_STATED or entry[1:] != _NOTHING


def _tells_stances(filled: FilledRow | None, style: IssueStyle) -> TypeGuard[FilledRow]:
    """Whether there are a matrix's cells that tell stances too, in the issue's own unit."""
    return filled is not None and filled.style.differs and filled.style.stances.unit == find_unit_words(style.shape)


def _find_cells(
    told: Sequence[PartyPosition], report: IssueReport, style: IssueStyle, filled: FilledRow | None
) -> Mapping[str, Cell]:
    """The cells by party: with the lines of a matrix's, unless these lack stances."""
    if not _tells_stances(filled, style):
        return {position.entry.party: show_entry(position.entry, style.cells) for position in told}
    shown = zip(report.row.positions, filled.cells, strict=True)
    return {entry.party: show_whole(entry, cell) for entry, cell in shown}


def _show_table(written: Sequence[PartyPosition], style: IssueStyle, cells: Mapping[str, Cell]) -> Table:
    fields = _find_filled(written)
    columns = (Column("Party", fixed=True), Column("Position"), *(Column(field.title) for field in fields))
    rows = tuple(
        Row(
            (
                style.heads[position.entry.party],
                cells[position.entry.party],
                *[show_words(field.tell(position, style)) for field in fields],
            )
        )
        for position in written
    )
    return Table("", columns, rows, "details")


def _find_filled(written: Sequence[PartyPosition]) -> list[_Field]:
    """The columns that some position fills. All that is held of a field is looked at at once: there are many cells."""
    held = dict(zip(Entry._fields, zip(*[position.entry for position in written], strict=True), strict=True))
    held["accepted"] = tuple([position.accepted is not None or None for position in written])
    return [field for field in _FIELDS if not _BLANK.issuperset(held[field.of])]


def _tell_accepted(position: PartyPosition, style: IssueStyle) -> str | None:
    return None if position.accepted is None else show_reaches(position.accepted, style.shape)


def _tell_rejected(position: PartyPosition, style: IssueStyle) -> str | None:
    rejects = position.entry.rejects
    return None if rejects is None else show_stretch(rejects, style.shape)


def _tell_links(position: PartyPosition, style: IssueStyle) -> str | None:
    return ", ".join(style.titles.get(issue, issue) for issue in position.entry.depends_on) or None


def _tell_salience(position: PartyPosition, _: IssueStyle) -> str | None:
    return None if position.entry.salience is None else f"{position.entry.salience:f}"


_FIELDS = (
    _Field("Could live with", "accepted", _tell_accepted),
    _Field("Rejects", "rejects", _tell_rejected),
    _Field("Red line", "red_line", lambda position, _: position.entry.red_line),
    _Field("Salience, of 100", "salience", _tell_salience),
    _Field("Interest", "interest", lambda position, _: position.entry.interest),
    _Field("Depends on", "depends_on", _tell_links),
    _Field("By", "by", lambda position, _: position.entry.by),
    _Field("Date", "date", lambda position, _: position.entry.date),
    _Field("Coder's confidence", "confidence", lambda position, _: position.entry.confidence),
    _Field("Stands from", "carried_from", lambda position, _: position.entry.carried_from),
    _Field("Note", "note", lambda position, _: position.entry.note),
)
_BLANK = frozenset({None, (), ""})
_UNSEEN = slice(Entry._fields.index("accepts"), Entry._fields.index("source"))
"""What a matrix has no room for."""

_NOTHING = Entry(Text(""), NOT_STATED)[1:]
_NOTHING_UNSEEN = Entry(Text(""), NOT_STATED)[_UNSEEN]
