"""How an issue came to stand where it does: verdict, agreement and every position, round by round."""

from collections.abc import Iterator, Sequence

from negmatrix.analysis.issue_positions import PartyPosition
from negmatrix.analysis.issue_report import IssueReport
from negmatrix.analysis.past import PastPosition, PastRound
from negmatrix.document import Block, Cell, Column, Heading, Line, Ramp, Rank, Row, Sign, Table, Tone
from negmatrix.views.cells import ABSENT, show_stance
from negmatrix.views.issue_style import IssueStyle
from negmatrix.views.percent import show_percent
from negmatrix.views.scale_words import find_unit_words
from negmatrix.views.verdicts import TONES


def show_past(report: IssueReport, style: IssueStyle) -> tuple[Block, ...]:
    """The rounds from the first in which somebody spoke; nothing where there is just one."""
    rounds = _find_told(report)
    if len(rounds) < 2:
        return ()
    columns = (Column("", fixed=True, field="Party"), *(Column(str(round_.id)) for round_ in rounds))
    ids = [str(round_.id) for round_ in rounds]
    parties = tuple(_show_party(position, ids, style) for position in report.positions if _has_spoken(position))
    return (Heading("Over the rounds"), Table("", columns, (*parties, _show_verdicts(rounds)), "rounds"))


def _has_spoken(position: PartyPosition) -> bool:
    return any(past.state != "not stated" for past in position.past)


def _find_told(report: IssueReport) -> Sequence[PastRound]:
    """The rounds from the first in which something stood."""
    spoken = {past.round for position in report.positions for past in position.past if past.state != "not stated"}
    first = next((number for number, round_ in enumerate(report.rounds) if round_.id in spoken), len(report.rounds))
    return report.rounds[first:]


def _show_party(position: PartyPosition, rounds: Sequence[str], style: IssueStyle) -> Row:
    name = style.names[position.entry.party]
    by_round: dict[str, list[PastPosition]] = {round_: [] for round_ in rounds}
    for past in position.past:
        if past.round in by_round:
            by_round[past.round].append(past)
    return Row((Cell((Line(name),), name), *(_show_moments(told, style) for told in by_round.values())))


def _show_moments(told: Sequence[PastPosition], style: IssueStyle) -> Cell:
    """What was said in one round, one below the other; what just stands is marked as carried and not told again."""
    lines = tuple(line for past in told for line in _show_moment(past, style))
    last = told[-1]
    look = Tone.PLAIN if last.place is None else Ramp(last.place)
    value = last.stance or last.says if last.state == "stated" else None if last.state == "not stated" else last.state
    return Cell(lines, value, look)


def _show_moment(past: PastPosition, style: IssueStyle) -> Iterator[Line]:
    stance = None if past.stance is None else show_stance(past.stance, find_unit_words(style.shape))
    if past.state != "stated":
        yield Line("", ABSENT.get(past.state, Sign.WITHDRAWN), tone=Tone.MUTED)
        return
    carried = (Sign.CARRIED,) if past.carried_from is not None else ()
    if stance is not None or carried:
        yield Line(stance or "", signs=carried, tone=Tone.MUTED if carried else Tone.PLAIN)
    if past.says is not None and past.written and past.says != stance:
        yield Line(past.says, tone=Tone.MUTED if stance else Tone.PLAIN)
    if past.passing:
        yield Line("then", tone=Tone.MUTED)


def _show_verdicts(rounds: Sequence[PastRound]) -> Row:
    """The last row: each round's verdict with the agreement that it rests on, and of how many."""
    return Row((Cell((Line("Agreement"),), "Agreement"), *map(_show_verdict, rounds)), Rank.TOTAL)


def _show_verdict(round_: PastRound) -> Cell:
    word = round_.verdict
    tone = TONES.get(word, Tone.MUTED)
    share = "" if round_.alignment is None else f"{show_percent(round_.alignment)} of {round_.n}"
    lines = (Line(word.value, Sign(word.value), tone=tone), *((Line(share),) if share else ()))
    return Cell(lines, round_.alignment)
