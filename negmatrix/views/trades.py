"""Trades as a document: the best in words, then all that are told in numbers."""

from collections.abc import Iterator, Mapping

from negmatrix.analysis.trade import Gift, Trade
from negmatrix.analysis.trades import Trades
from negmatrix.document import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Items,
    Legend,
    Line,
    Paragraph,
    Row,
    Table,
    Tone,
)
from negmatrix.model.parties import Role
from negmatrix.views.amounts import show_number
from negmatrix.views.headline import show_round
from negmatrix.views.percent import count_of
from negmatrix.views.sheet import name_party
from negmatrix.views.trades_missing import tell_missing
from negmatrix.views.trades_words import show_end, show_gift_move, show_hundredths, show_start, tell_trade

TOLD = 3
"""How many of the best are told in words, too."""

_REMARKS = (
    "each gains: what it gets less what it gives, in points of 100: how far the centre of an issue goes × what that "
    "matters to it",
    "no forecast and no advice: what could be exchanged, by what each is known to care for",
)
_LINKED = Column("Linked to", fixed=True, field="linked")
_COLUMNS = (
    Column("Each gains", Align.RIGHT, fixed=True, field="gain"),
    Column("Gives", fixed=True, field="party"),
    Column("On", fixed=True, field="issue"),
    Column("Moves", Align.RIGHT, fixed=True, field="move"),
    Column("of 100", Align.RIGHT, fixed=True, field="move_of_100"),
    Column("From – to", fixed=True, field="from_to"),
    Column("Matters to it", Align.RIGHT, fixed=True, field="salience"),
    Column("to the other", Align.RIGHT, fixed=True, field="salience_of_other"),
)


def show_trades(result: Trades) -> Document:
    """The document of trades."""
    names: Mapping[str, str] = {party.id: name_party(party) for party in result.talks.parties}
    return Document(f"{result.talks.title}: trades", (_show_head(result, names), *show_found_trades(result, names)))


def _show_head(result: Trades, names: Mapping[str, str]) -> Heading:
    head = result.talks
    who = (" – ".join(names[party] for party in result.between),) if result.between else ()
    measured = sum(party.role == Role.PARTY.value for party in head.parties)
    parties = count_of(measured, "party", head.of_parties, "parties")
    issues = count_of(len(result.titles), "issue", head.of_issues)
    return Heading(" · ".join(("Trades", *who, *show_round(head), parties, issues)), 1)


def show_found_trades(result: Trades, names: Mapping[str, str]) -> Iterator[Block]:
    """How many there are, the best in words, and a table of those told; a sentence where there are none."""
    if not result.trades:
        yield Paragraph(tell_missing(result))
        return
    yield Paragraph(_count(result))
    told = result.trades[:TOLD]
    yield Items(tuple(tuple(map(Line, tell_trade(trade, names, result.titles))) for trade in told))
    yield _show_table(result, names)
    yield Legend((), _REMARKS)


def _count(result: Trades) -> str:
    known = f"{result.known} of {count_of(result.stances, 'stance')} come with a salience"
    told = len(result.trades)
    some = "" if told == result.of else f" The best {told} of them are told here (all of them: --all)."
    return f"{count_of(result.of, 'trade')} from which both sides would gain alike; {known}.{some}"


def _show_table(result: Trades, names: Mapping[str, str]) -> Table:
    linked = any(trade.ties for trade in result.trades)
    rows = tuple(row for trade in result.trades for row in _show_trade(trade, names, result.titles, linked))
    columns = (*_COLUMNS, *((_LINKED,) if linked else ()))
    return Table("Two rows a trade: each gives what the other gets", columns, rows)


def _show_trade(trade: Trade, names: Mapping[str, str], titles: Mapping[str, str], linked: bool) -> Iterator[Row]:
    """A row for each side, the gain told in the first."""
    for number, (party, gift) in enumerate(((trade.left, trade.left_gift), (trade.right, trade.right_gift))):
        gain = Cell(() if number else (Line(show_hundredths(trade.gain)),), trade.gain * 100)
        links = (_show_links(trade, gift, names, titles),) if linked else ()
        yield Row((gain, *_show_gift(names[party], gift), *links))


def _show_gift(giver: str, gift: Gift) -> tuple[Cell, ...]:
    stretch = f"{show_start(gift)} – {show_end(gift)}"
    return (
        Cell((Line(giver),), giver),
        Cell((Line(gift.title),), str(gift.title)),
        Cell((Line(show_gift_move(gift)),), gift.move),
        Cell((Line(show_hundredths(gift.share)),), gift.share * 100),
        Cell((Line(stretch),), stretch),
        Cell((Line(show_number(gift.matters * 100)),), gift.matters * 100),
        Cell((Line(show_number(gift.matters_to_other * 100)),), gift.matters_to_other * 100),
    )


def _show_links(trade: Trade, gift: Gift, names: Mapping[str, str], titles: Mapping[str, str]) -> Cell:
    """What the issue of a gift is tied to, and by whose position."""
    told = [
        f"{titles[tie.depends_on if tie.issue == gift.issue else tie.issue]}, by {names[tie.party]}"
        for tie in trade.ties
        if gift.issue in (tie.issue, tie.depends_on)
    ]
    return Cell(tuple(Line(text, tone=Tone.MUTED) for text in told), "; ".join(told) or None)
