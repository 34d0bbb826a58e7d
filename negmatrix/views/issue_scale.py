"""The scale of an issue: its steps or options, what they mean, and who holds which."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from negmatrix.analysis.issue_report import IssueReport
from negmatrix.analysis.scale_shape import ScaleStep
from negmatrix.document import Align, Block, Cell, Column, Line, Ramp, Row, Table, Tone
from negmatrix.views.cells import show_stance
from negmatrix.views.issue_style import IssueStyle
from negmatrix.views.scale_words import find_unit_words, show_value

_CAPTIONS = {"levels": "Levels", "options": "Options", "range": "On the scale", "dates": "On the scale"}


def show_scale(report: IssueReport, style: IssueStyle) -> tuple[Block, ...]:
    """A row for each step with its meaning and those who hold it; nothing where it has no more to say than the axis."""
    shape, tally = report.scale, report.numbers.tally
    meant = any(step.means for step in shape.steps)
    if not shape.steps or not (meant or tally is not None or shape.kind == "options"):
        return ()
    columns = (
        Column(_CAPTIONS[shape.kind], fixed=True, field="Step"),
        *((Column("Meaning", fixed=True),) if meant else ()),
        *(
            (Column("Parties", Align.RIGHT, wraps=False, fixed=True), Column("Who", fixed=True))
            if tally is not None
            else ()
        ),
        *((Column("Accepted by", fixed=True),) if _is_accepted(report) else ()),
    )
    rows = tuple(Row(tuple(_cells(step, report, style, meant))) for step in shape.steps)
    return (Table("", columns, rows, "columns"),)


def _is_accepted(report: IssueReport) -> bool:
    """Whether some party says which options it could live with: where there is no axis that shows it."""
    return report.scale.kind == "options" and any(position.accepted is not None for position in report.positions)


def _cells(step: ScaleStep, report: IssueReport, style: IssueStyle, meant: bool) -> Iterator[Cell]:
    look = Tone.PLAIN if step.place is None else Ramp(step.place)
    marks = [Line(mark, tone=Tone.MUTED) for mark in _find_marks(step, report)]
    yield Cell((Line(show_stance(step.name, find_unit_words(style.shape))), *marks), str(step.name), look)
    if meant:
        yield _text(step.means or "")
    if report.numbers.tally is not None:
        count = report.numbers.tally[step.name]
        yield Cell((Line(str(count)),), count)
        yield _names(_find_holders(step, report), style)
    if _is_accepted(report):
        yield _names(_find_accepting(step, report), style)


def _find_holders(step: ScaleStep, report: IssueReport) -> list[str]:
    """Those who are counted, so not who is no party or behind a bloc."""
    holding = (position.entry.party for position in report.positions if position.entry.stance == step.name)
    return [party for party in holding if party in report.numbers.voices]


def _find_accepting(step: ScaleStep, report: IssueReport) -> list[str]:
    return [
        position.entry.party
        for position in report.positions
        if any(reach.low == step.name for reach in position.accepted or ())
    ]


def _find_marks(step: ScaleStep, report: IssueReport) -> Iterator[str]:
    """The number that a measured level carries, and what is told on an axis, where there is none."""
    if step.at is not None:
        yield show_value(Fraction(step.at), report.scale)
    if report.scale.kind == "options":
        if report.status_quo == step.name:
            yield "today"
        if any(stance == step.name for stance, _ in report.settled_at):
            yield "settled at"


def _names(parties: Sequence[str], style: IssueStyle) -> Cell:
    told = style.list_names(parties)
    return Cell((Line(told),), told or None)


def _text(words: str) -> Cell:
    return Cell((Line(words),), str(words) or None)
