"""All rounds of a talks as a document."""

from negmatrix.analysis.history_records import History, RoundLine
from negmatrix.analysis.travel import Stability
from negmatrix.document import Align, Block, Cell, Column, Document, Heading, Legend, Line, Row, Sign, Table, Tone
from negmatrix.model.verdicts import Word
from negmatrix.views.history_issues import explain_bases, show_issues
from negmatrix.views.history_names import name_round
from negmatrix.views.history_pairs import show_pairs, show_parties
from negmatrix.views.history_trend import explain_sparks
from negmatrix.views.outcome import show_outcome
from negmatrix.views.percent import count_of, show_percent

_NOTHING = Cell((), None)


def show_history(history: History, outcome: bool = False) -> Document:
    """The rounds, then each issue, pair and party through them; with `outcome`, who got what instead."""
    heading = Heading(f"{history.talks} · {count_of(len(history.rounds), 'round')}", 1)
    if outcome:
        return Document(history.talks, (heading, *show_outcome(history)))
    return Document(history.talks, (heading, *show_rounds_through(history)))


def show_rounds_through(history: History) -> tuple[Block, ...]:
    """The rounds, then each issue, pair and party through them."""
    words = tuple(Sign(word.value) for word in Word if any(word in issue.verdict for issue in history.issues))
    return (
        _show_rounds(history),
        show_issues(history),
        *show_pairs(history),
        *show_parties(history),
        Legend(words, tuple(explain_bases(history))),
        *explain_sparks(history),
    )


def _show_rounds(history: History) -> Table:
    """What happened in each, how near all were, how much is stated, and what share of stances stayed from before."""
    kept: tuple[Stability | None, ...] = (None, *history.stability)
    columns = (
        (Column("Round", fixed=True), [_name_round(round_) for round_ in history.rounds]),
        (Column("What happened"), [_tell_events(round_) for round_ in history.rounds]),
        (Column("Agreement", Align.RIGHT, wraps=False), [_show_total(round_) for round_ in history.rounds]),
        (Column("Issues"), [_show_counts(round_) for round_ in history.rounds]),
        (Column("Stated", Align.RIGHT, wraps=False), [_show_stated(round_) for round_ in history.rounds]),
        (Column("Stances kept", Align.RIGHT), [_show_kept(step) for step in kept]),
    )
    told = [(column, cells) for column, cells in columns if any(cell != _NOTHING for cell in cells)]
    rows = tuple(Row(cells) for cells in zip(*(cells for _, cells in told), strict=True))
    return Table("Rounds", tuple(column for column, _ in told), rows, "details")


def _name_round(round_: RoundLine) -> Cell:
    """Its title, and beneath its id, which commands take, where that is another, and its date."""
    name = name_round(round_)
    told = (round_.id if name != round_.id else None, (round_.date or "").replace("/", " to ") or None)
    return Cell((Line(name), *(Line(text, tone=Tone.MUTED) for text in told if text)), round_.id)


def _tell_events(round_: RoundLine) -> Cell:
    told = [event.what for event in round_.events]
    return Cell(tuple(map(Line, told)), "; ".join(told)) if told else _NOTHING


def _show_total(round_: RoundLine) -> Cell:
    words = show_percent(round_.alignment) + (f" of {round_.n} in {round_.of}" if round_.n else "")
    return Cell((Line(words),), round_.alignment)


def _show_counts(round_: RoundLine) -> Cell:
    """As in: 2 aligned, 1 partial; no line ends between a number and its word."""
    told = ", ".join(f"{count} {word}" for word, count in round_.counts.items() if count)
    return Cell((Line(", ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in told.split(", "))),), told)


def _show_stated(round_: RoundLine) -> Cell:
    return Cell((Line(f"{round_.stated} of {round_.cells}"),), round_.stated)


def _show_kept(step: Stability | None) -> Cell:
    """The share of stances that stayed, of how many."""
    if step is None:
        return _NOTHING
    return Cell((Line(f"{show_percent(step.share)} of {step.n}" if step.n else "n/a"),), step.share)
