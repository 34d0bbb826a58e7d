"""Who got what, as a document: openings, last words and settlements side by side."""

from collections.abc import Iterator

from negmatrix.analysis.history_records import History
from negmatrix.analysis.outcome import Outcome, PartyOutcome
from negmatrix.analysis.outcome_totals import OutcomeTotal
from negmatrix.document import Align, Block, Cell, Column, Line, Paragraph, Rank, Row, Table, Tone
from negmatrix.model.verdicts import Word
from negmatrix.views.history_names import name_round
from negmatrix.views.percent import count_of, show_percent
from negmatrix.views.quoting import quote_stance


def show_outcome(history: History) -> tuple[Block, ...]:
    """For each issue that was settled at a stance, where each party began and last stood, and what it gave."""
    told = (*_tell_words_only(history), Paragraph("It tells the ground covered, not who won.", Tone.MUTED))
    if not history.outcome:
        return (Paragraph("No issue is settled at a stance."), *told[:-1])
    return (Paragraph(_explain(history)), _show_table(history), *told)


def _tell_words_only(history: History) -> Iterator[Paragraph]:
    """The issues that are settled and on which no stance says where."""
    told = {outcome.issue for outcome in history.outcome}
    titles = [issue.title for issue in history.issues if issue.verdict[-1] is Word.SETTLED and issue.id not in told]
    if titles:
        yield Paragraph(f"Settled in words only: {'; '.join(titles)}.")


def _explain(history: History) -> str:
    """How to read the table."""
    told = (
        "Opening → last stance before the settlement; gave: the way from the opening to the settlement, "
        "as a share of the scale."
    )
    if len(history.parties) == 2:
        left, right = (party.name for party in history.parties)
        told += f" Ground given: what {left} gave : what {right} gave, of what the two gave together."
    rounds = _name_rounds(history)
    return told if len(rounds) > 1 else f"{told} All were settled in one round: {next(iter(rounds.values()))}."


def _name_rounds(history: History) -> dict[str, str]:
    """The names of the rounds in which something was settled, by id."""
    ids = {outcome.round for outcome in history.outcome}
    return {round_.id: name_round(round_) for round_ in history.rounds if round_.id in ids}


def _show_table(history: History) -> Table:
    names = {party.id: party.name for party in history.parties}
    parties = [party.id for party in history.parties]
    columns = (
        Column("Issue", fixed=True),
        Column("Settled at", fixed=True),
        *(Column(names[party]) for party in parties),
        *((Column("Ground given", Align.RIGHT, fixed=True),) if len(parties) == 2 else ()),
    )
    rounds = _name_rounds(history)
    named = rounds if len(rounds) > 1 else {}
    rows = tuple(_show_issue(outcome, parties, named.get(outcome.round)) for outcome in history.outcome)
    totals = {total.party: total for total in history.outcome_totals}
    cells = (_show_total(totals[party]) for party in parties)
    last = Row((_text("All issues, weighted"), _NOTHING, *cells, *_pad(parties, _NOTHING)), Rank.TOTAL)
    return Table("What each gave", columns, (*rows, last), "parties")


def _pad(parties: list[str], cell: Cell) -> tuple[Cell, ...]:
    """The last cell of a row, which there is where there are just two parties."""
    return (cell,) if len(parties) == 2 else ()


_NOTHING = Cell((), None)


def _show_issue(outcome: Outcome, parties: list[str], round_: str | None) -> Row:
    told = {one.party: one for one in outcome.parties}
    at = Line(quote_stance(outcome.at, outcome.scale, outcome.unit))
    since = () if round_ is None else (Line(f"in {round_}", tone=Tone.MUTED),)
    settled = Cell((at, *since), outcome.at)
    cells = (_show_party(told.get(party)) for party in parties)
    return Row((_text(outcome.title), settled, *cells, *_pad(parties, _show_ground(outcome))))


def _show_party(one: PartyOutcome | None) -> Cell:
    """As in: 16.9 → 13, gave 49%; what it had asked for."""
    if one is None:
        return Cell((Line("no stance", tone=Tone.MUTED),), None)
    way = one.opening if one.opening == one.last else f"{one.opening} → {one.last}"
    gave = "as it asked" if one.opening_distance == 0 else f"gave {show_percent(one.opening_distance)}"
    return Cell((Line(way), Line(gave, tone=Tone.MUTED)), one.opening_distance)


def _show_ground(outcome: Outcome) -> Cell:
    """The shares of the two, which add up to 100%: the second is what the first, rounded, leaves."""
    if len(outcome.ground) != 1:
        return _NOTHING
    ground = outcome.ground[0]
    if ground.left_share is None:
        return Cell((Line("none"),), None)
    left, right = show_percent(ground.left_share), show_percent(ground.right_share)
    whole = left.removesuffix("%")
    if whole.isdecimal():
        right = f"{100 - int(whole)}%"
    return Cell((Line(f"{left} : {right}"),), ground.left_share)


def _show_total(total: OutcomeTotal) -> Cell:
    """As in: gave 26% over 12 issues; 31% by its salience over 4."""
    if total.given is None:
        return Cell((Line("n/a"),), None)
    lines = [Line(f"gave {show_percent(total.given)} over {count_of(total.n, 'issue')}")]
    if total.given_by_salience is not None:
        lines.append(
            Line(
                f"{show_percent(total.given_by_salience)} by its salience, over {total.n_by_salience}", tone=Tone.MUTED
            )
        )
    return Cell(tuple(lines), total.given)


def _text(words: str) -> Cell:
    return Cell((Line(words),), words)
