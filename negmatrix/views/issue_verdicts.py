"""The verdicts in force on an issue: who judged or agreed what, and where that is known from."""

from collections.abc import Callable
from typing import NamedTuple

from negmatrix.analysis.issue_report import IssueReport
from negmatrix.analysis.rulings import RuledWord
from negmatrix.document import Block, Cell, Column, Heading, Line, Row, Sign, Table, Tone
from negmatrix.views.cells import show_stance
from negmatrix.views.issue_style import IssueStyle, show_words
from negmatrix.views.scale_words import find_unit_words
from negmatrix.views.verdicts import TONES


class _Field(NamedTuple):
    title: str
    tell: Callable[[RuledWord, IssueStyle], str | None]


def show_verdicts(report: IssueReport, style: IssueStyle) -> tuple[Block, ...]:
    """A row for each verdict, in order of force, with just the columns that some verdict fills; nothing where the word
    and where it was settled are all there is, which the issue's facts tell.
    """
    ruled = report.row.verdicts
    fields = [field for field in _FIELDS if any(field.tell(one, style) for one in ruled)]
    if len(ruled) < 2 and all(field.title == "At" for field in fields):
        return ()
    columns = (Column("Verdict", fixed=True), *(Column(field.title) for field in fields))
    rows = tuple(
        Row((_show_word(one, style), *(show_words(field.tell(one, style)) for field in fields))) for one in ruled
    )
    return (Heading("Verdicts"), Table("", columns, rows, "details"))


def _show_word(ruled: RuledWord, style: IssueStyle) -> Cell:
    word = ruled.verdict
    tone = TONES.get(word, Tone.MUTED)
    signs = (Sign.DISPUTED,) if ruled.rival else ()
    return Cell((Line(word.value, Sign(word.value), signs, tone),), word.value, tone, style.cite(ruled.source))


def _tell_place(ruled: RuledWord, style: IssueStyle) -> str | None:
    return None if ruled.at is None else show_stance(ruled.at, find_unit_words(style.shape))


_FIELDS = (
    _Field("At", _tell_place),
    _Field("In words", lambda ruled, _: ruled.says),
    _Field("Published as", lambda ruled, _: ruled.label),
    _Field("Between", lambda ruled, style: style.list_names(ruled.between) or None),
    _Field("Over", lambda ruled, style: style.list_names(ruled.over) or None),
    _Field("Sent to", lambda ruled, _: ruled.to),
    _Field("By", lambda ruled, _: ruled.by),
    _Field("Date", lambda ruled, _: ruled.date),
    _Field("Coder's confidence", lambda ruled, _: ruled.confidence),
    _Field("Stands from", lambda ruled, _: ruled.carried_from),
)
