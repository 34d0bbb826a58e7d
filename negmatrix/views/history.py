"""All rounds of a talks as a document."""

from negmatrix.analysis.history import History, RoundLine
from negmatrix.document import Align, Block, Cell, Column, Document, Heading, Legend, Line, Row, Sign, Table, Tone
from negmatrix.model.verdicts import Word
from negmatrix.views.history_lines import show_issues, show_pairs, show_parties
from negmatrix.views.outcome import show_outcome
from negmatrix.views.percent import count_of, show_percent


def show_history(history: History, outcome: bool = False) -> Document:
    """The rounds, then each issue, pair and party through them; with `outcome`, who got what instead."""
    heading = Heading(f"{history.talks} · {count_of(len(history.rounds), 'round')}", 1)
    if outcome:
        return Document(history.talks, (heading, *show_outcome(history)))
    return Document(history.talks, (heading, *show_rounds_through(history)))


def show_rounds_through(history: History) -> tuple[Block, ...]:
    """The rounds, then each issue, pair and party through them."""
    return (
        _show_rounds(history),
        show_issues(history),
        *show_pairs(history),
        *show_parties(history),
        Legend(tuple(Sign(word.value) for word in Word if any(word in issue.verdict for issue in history.issues))),
    )


def _show_rounds(history: History) -> Table:
    """What happened in each, how near all were, how much is stated, and what share of stances stayed from before."""
    columns = (
        Column("Round", fixed=True),
        Column("What happened"),
        Column("Agreement", Align.RIGHT, wraps=False),
        Column("Issues"),
        Column("Stated", Align.RIGHT, wraps=False),
        Column("Stances kept", Align.RIGHT),
    )
    kept = (None, *(step.share for step in history.stability))
    rows = tuple(
        Row(
            (
                _name_round(round_),
                Cell(
                    tuple(Line(event.what) for event in round_.events), "; ".join(e.what for e in round_.events) or None
                ),
                Cell((Line(_show_total(round_)),), round_.alignment),
                Cell((Line(_show_counts(round_)),), _show_counts(round_)),
                Cell((Line(f"{round_.stated} of {round_.cells}"),), round_.stated),
                Cell((Line("" if share is None else show_percent(share)),), share),
            )
        )
        for round_, share in zip(history.rounds, kept, strict=True)
    )
    return Table("Rounds", columns, rows, "details")


def _name_round(round_: RoundLine) -> Cell:
    """Its id, and beneath its title where that is another, and its date."""
    told = (round_.title if round_.title != round_.id else None, (round_.date or "").replace("/", " to ") or None)
    return Cell((Line(round_.id), *(Line(text, tone=Tone.MUTED) for text in told if text)), round_.id)


def _show_total(round_: RoundLine) -> str:
    return show_percent(round_.alignment) + (f" of {round_.n} in {round_.of}" if round_.n else "")


def _show_counts(round_: RoundLine) -> str:
    return ", ".join(f"{count} {word}" for word, count in round_.counts.items() if count)
