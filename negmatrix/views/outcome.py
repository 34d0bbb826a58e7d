"""Who got what, as a document: openings, last words and settlements side by side."""

from negmatrix.analysis.history import History
from negmatrix.analysis.outcome import Outcome, OutcomeTotal, PartyOutcome
from negmatrix.document import Align, Block, Cell, Column, Line, Paragraph, Rank, Row, Table, Tone
from negmatrix.views.cells import show_stance
from negmatrix.views.percent import count_of, show_percent


def show_outcome(history: History) -> tuple[Block, ...]:
    """For each issue that was settled at a stance, where each party began and last stood, and what it gave."""
    if not history.outcome:
        return (Paragraph("No issue is settled at a stance."),)
    names = {party.id: party.name for party in history.parties}
    parties = [party.id for party in history.parties]
    columns = (
        Column("Issue", fixed=True),
        Column("Settled at", fixed=True),
        *(Column(names[party]) for party in parties),
        Column("Ground given", Align.RIGHT, fixed=True),
    )
    rows = tuple(_show_issue(outcome, parties) for outcome in history.outcome)
    totals = {total.party: total for total in history.outcome_totals}
    last = Row(
        (_text("All issues, weighted"), Cell((), None), *(_show_total(totals[party]) for party in parties), _NOTHING),
        Rank.TOTAL,
    )
    return (
        Table(
            "Opening → last stance before the settlement, and the way from the opening to it",
            columns,
            (*rows, last),
            "parties",
        ),
        Paragraph("It tells the ground covered, not who won.", Tone.MUTED),
    )


_NOTHING = Cell((), None)


def _show_issue(outcome: Outcome, parties: list[str]) -> Row:
    told = {one.party: one for one in outcome.parties}
    settled = Cell(
        (Line(show_stance(outcome.at, outcome.unit)), Line(f"in {outcome.round}", tone=Tone.MUTED)), outcome.at
    )
    cells = (_show_party(told.get(party)) for party in parties)
    return Row((_text(outcome.title), settled, *cells, _show_ground(outcome, parties)))


def _show_party(one: PartyOutcome | None) -> Cell:
    """As in: 16.9 → 13, gave 49%; what it had asked for."""
    if one is None:
        return Cell((Line("no stance", tone=Tone.MUTED),), None)
    way = one.opening if one.opening == one.last else f"{one.opening} → {one.last}"
    gave = "as it asked" if one.opening_distance == 0 else f"gave {show_percent(one.opening_distance)}"
    return Cell((Line(way), Line(gave, tone=Tone.MUTED)), one.opening_distance)


def _show_ground(outcome: Outcome, parties: list[str]) -> Cell:
    """The shares of the two where there are just two."""
    if len(parties) != 2 or len(outcome.ground) != 1:
        return _NOTHING
    ground = outcome.ground[0]
    if ground.left_share is None:
        return Cell((Line("none"),), None)
    return Cell((Line(f"{show_percent(ground.left_share)} : {show_percent(ground.right_share)}"),), ground.left_share)


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
