"""Rival accounts of where a party stands on an issue."""

from collections.abc import Iterator, Sequence

from negmatrix.analysis.entries import Account
from negmatrix.analysis.issue_positions import PartyPosition
from negmatrix.document import Block, Cell, Column, Heading, Line, Rank, Row, Table, Tone
from negmatrix.views.cells import show_stance
from negmatrix.views.issue_style import IssueStyle, show_words
from negmatrix.views.percent import show_percent
from negmatrix.views.scale_words import find_unit_words


def show_claims(written: Sequence[PartyPosition], style: IssueStyle) -> tuple[Block, ...]:
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
    return Row((cell, show_words(account.by), show_words(account.date)))
