"""Every position on an issue with all that is known of it, in just the columns that some position fills."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from negmatrix.analysis.entries import NOT_STATED, Account, Entry
from negmatrix.analysis.issue_positions import PartyPosition
from negmatrix.analysis.issue_report import IssueReport
from negmatrix.document import Block, Cell, Column, Heading, Line, Paragraph, Rank, Row, Table, Tone
from negmatrix.views.cells import show_entry, show_stance
from negmatrix.views.issue_style import IssueStyle
from negmatrix.views.percent import show_percent
from negmatrix.views.scale_words import find_unit_words, show_reaches, show_stretch


class _Field(NamedTuple):
    title: str
    tell: Callable[[PartyPosition, IssueStyle], str | None]


def show_positions(report: IssueReport, style: IssueStyle) -> tuple[Block, ...]:
    """The table of those in whose cell something stands, then the rival accounts where there are some."""
    written = [position for position in report.positions if position.entry != Entry(position.entry.party, NOT_STATED)]
    if not written:
        return (Paragraph("Nobody has said anything on it."),)
    return (Heading("Positions"), _show_table(written, style), *_show_claims(written, style))


def _show_table(written: Sequence[PartyPosition], style: IssueStyle) -> Table:
    fields = [field for field in _FIELDS if any(field.tell(position, style) for position in written)]
    columns = (Column("Party", fixed=True), Column("Position"), *(Column(field.title) for field in fields))
    cells = style.cells
    rows = tuple(
        Row((_name(position, style), show_entry(position.entry, cells), *_details(position, fields, style)))
        for position in written
    )
    return Table("", columns, rows, "details")


def _name(position: PartyPosition, style: IssueStyle) -> Cell:
    name = style.names[position.entry.party]
    return Cell((Line(name),), str(position.entry.party))


def _details(position: PartyPosition, fields: Sequence[_Field], style: IssueStyle) -> Iterator[Cell]:
    for field in fields:
        words = field.tell(position, style)
        yield Cell((Line(words or ""),), words)


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
    _Field("Could live with", _tell_accepted),
    _Field("Rejects", _tell_rejected),
    _Field("Red line", lambda position, _: position.entry.red_line),
    _Field("Salience, of 100", _tell_salience),
    _Field("Interest", lambda position, _: position.entry.interest),
    _Field("Depends on", _tell_links),
    _Field("By", lambda position, _: position.entry.by),
    _Field("Date", lambda position, _: position.entry.date),
    _Field("Coder's confidence", lambda position, _: position.entry.confidence),
    _Field("Stands from", lambda position, _: position.entry.carried_from),
    _Field("Note", lambda position, _: position.entry.note),
)


def _show_claims(written: Sequence[PartyPosition], style: IssueStyle) -> tuple[Block, ...]:
    """Each party's accounts with who gave them, under how far apart they lie; the first is the one that is measured."""
    rivals = [position for position in written if position.entry.claims]
    if not rivals:
        return ()
    columns = (Column("Account", fixed=True), Column("By", fixed=True), Column("Date", fixed=True))
    rows = tuple(row for position in rivals for row in _claim_rows(position, style))
    return (Heading("Rival accounts"), Table("", columns, rows, "details"))


def _claim_rows(position: PartyPosition, style: IssueStyle) -> Iterator[Row]:
    name, apart = style.names[position.entry.party], position.claims_apart
    told = name if apart is None else f"{name}: up to {show_percent(apart)} of the scale apart"
    yield Row((Cell((Line(told),), name, span=3),), Rank.GROUP)
    for number, account in enumerate(position.entry.claims):
        yield _claim_row(account, number == 0, style)


def _claim_row(account: Account, measured: bool, style: IssueStyle) -> Row:
    stance = None if account.stance is None else show_stance(account.stance, find_unit_words(style.shape))
    words = [words for words in (account.says, stance) if words]
    lines = [Line(text, tone=Tone.MUTED if number else Tone.PLAIN) for number, text in enumerate(words)]
    remark = [Line("the one that is measured", tone=Tone.MUTED)] if measured else []
    cell = Cell((*lines, *remark), "; ".join(words), notes=style.cite(account.source))
    return Row((cell, _text(account.by), _text(account.date)))


def _text(words: str | None) -> Cell:
    return Cell((Line(words or ""),), words)
