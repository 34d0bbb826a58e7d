"""All rounds of a talks as a document."""

from fractions import Fraction

from negmatrix.analysis.history import History, IssueLine, PairLine, RoundLine
from negmatrix.document import Align, Block, Cell, Column, Document, Heading, Legend, Line, Rank, Row, Sign, Table, Tone
from negmatrix.model.verdicts import Word
from negmatrix.views.amounts import show_points
from negmatrix.views.outcome import show_outcome
from negmatrix.views.percent import count_of, show_percent
from negmatrix.views.sparkline import draw_sparkline
from negmatrix.views.verdicts import TONES

MAX_PAIRS = 20
"""Of more pairs than this, those are shown that changed most."""

_RIGHT = Align.RIGHT


def show_history(history: History, outcome: bool = False) -> Document:
    """The rounds, then each issue, pair and party through them; with `outcome`, who got what instead."""
    rounds = count_of(len(history.rounds), "round")
    heading = Heading(f"{history.talks} · {rounds}", 1)
    if outcome:
        return Document(history.talks, (heading, *show_outcome(history)))
    blocks: tuple[Block, ...] = (
        heading,
        _show_rounds(history),
        _show_issues(history),
        *_show_pairs(history),
        *_show_parties(history),
        Legend(tuple(Sign(word.value) for word in Word if _is_used(history, word))),
    )
    return Document(history.talks, blocks)


def _is_used(history: History, word: Word) -> bool:
    return any(word in issue.verdict for issue in history.issues)


def _show_rounds(history: History) -> Table:
    columns = (
        Column("Round", fixed=True),
        Column("Date"),
        Column("What happened"),
        Column("Agreement", _RIGHT, wraps=False),
        Column("Issues"),
        Column("Stated", _RIGHT, wraps=False),
        Column("Stances kept", _RIGHT),
    )
    kept = [None, *history.stability]
    rows = tuple(
        Row(
            (
                Cell((Line(round_.id), Line(round_.title, tone=Tone.MUTED)), round_.id),
                _text((round_.date or "").replace("/", " to ")),
                Cell(
                    tuple(Line(event.what) for event in round_.events), "; ".join(e.what for e in round_.events) or None
                ),
                Cell((Line(_show_total(round_)),), round_.alignment),
                _text(", ".join(f"{count} {word}" for word, count in round_.counts.items() if count)),
                Cell((Line(f"{round_.stated} of {round_.cells}"),), round_.stated),
                Cell((Line(show_percent(step.share) if step else ""),), step.share if step else None),
            )
        )
        for round_, step in zip(history.rounds, kept, strict=True)
    )
    return Table("Rounds", columns, rows, "details")


def _show_total(round_: RoundLine) -> str:
    return show_percent(round_.alignment) + (f" of {round_.n} in {round_.of}" if round_.n else "")


def _text(words: str) -> Cell:
    return Cell((Line(words),), words or None)


def _rounds_of(history: History) -> tuple[Column, ...]:
    return tuple(Column(round_.id, _RIGHT, wraps=False) for round_ in history.rounds)


def _show_issues(history: History) -> Table:
    columns = (
        Column("Issue", fixed=True),
        Column("", wraps=False, fixed=True),
        *_rounds_of(history),
        Column("Since", wraps=False, fixed=True),
    )
    rows = [_show_issue(issue) for issue in history.issues]
    alignments = [round_.alignment for round_ in history.rounds]
    total = (Cell((Line(show_percent(share)),), share) for share in alignments)
    spark = draw_sparkline(alignments)
    last = Row((_text("All issues"), _text(spark), *total, Cell((), None)), Rank.TOTAL)
    return Table("Agreement on each issue", columns, (*rows, last), "rounds")


def _show_issue(issue: IssueLine) -> Row:
    cells = (
        Cell(
            (
                Line(
                    show_percent(share) if share is not None else "", Sign(word.value), tone=TONES.get(word, Tone.MUTED)
                ),
            ),
            share,
        )
        for share, word in zip(issue.alignment, issue.verdict, strict=True)
    )
    since = issue.settled_in or issue.parked_in
    word = "settled" if issue.settled_in else "parked"
    return Row(
        (_text(issue.title), _text(draw_sparkline(issue.alignment)), *cells, _text(f"{word} {since}" if since else ""))
    )


def _show_pairs(history: History) -> tuple[Block, ...]:
    """The agreement of each pair, over how many issues; of many pairs those that changed most."""
    names = {party.id: party.name for party in history.parties}
    pairs = (
        sorted(history.pairs, key=_range, reverse=True)[:MAX_PAIRS] if len(history.pairs) > MAX_PAIRS else history.pairs
    )
    caption = "Agreement of each pair, and over how many issues"
    if len(pairs) < len(history.pairs):
        caption += f": the {len(pairs)} of {len(history.pairs)} that changed most"
    rows = tuple(_show_pair(pair, names) for pair in pairs)
    columns = (Column("Pair", fixed=True), Column("", wraps=False, fixed=True), *_rounds_of(history))
    return (Table(caption, columns, rows, "rounds"),) if rows else ()


def _range(pair: PairLine) -> Fraction | int:
    known = [share for share in pair.agreement if share is not None]
    return max(known) - min(known) if known else -1


def _show_pair(pair: PairLine, names: dict[str, str]) -> Row:
    cells = (
        Cell((Line(f"{show_percent(share)} of {n}" if n else "n/a"),), share)
        for share, n in zip(pair.agreement, pair.n, strict=True)
    )
    return Row((_text(f"{names[pair.left]} – {names[pair.right]}"), _text(draw_sparkline(pair.agreement)), *cells))


def _show_parties(history: History) -> tuple[Block, ...]:
    if not any(party.travelled for party in history.parties):
        return ()
    columns = (
        Column("Party", fixed=True),
        Column("Came closer, in points", _RIGHT, fixed=True),
        Column("Travelled, in points", _RIGHT, fixed=True),
    )
    rows = tuple(
        Row(
            (
                _text(party.name),
                Cell((Line(show_points(party.concession)),), party.concession),
                Cell((Line(show_points(party.travelled).lstrip("+")),), party.travelled),
            )
        )
        for party in history.parties
    )
    return (Table("Who moved, over all rounds", columns, rows),)
