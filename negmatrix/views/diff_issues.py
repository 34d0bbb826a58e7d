"""One block for each issue on which something changed: what became of it, then party by party."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from negmatrix.analysis.changes import Change, Kind
from negmatrix.analysis.changes.records import IssueChange
from negmatrix.document import Align, Block, Cell, Column, Line, Row, Sign, Table, Tone
from negmatrix.model.verdicts import Word
from negmatrix.views.diff_sentences import tell_change
from negmatrix.views.diff_style import DiffStyle
from negmatrix.views.diff_verdicts import tell_issue_change
from negmatrix.views.percent import show_percent
from negmatrix.views.verdicts import TONES

_COLUMNS = (
    Column("Issue", fixed=True),
    Column("What changed", fixed=True),
    Column("Agreement", Align.RIGHT, wraps=False, fixed=True),
)
_INDENT = "  "
_NOTHING = Cell((), None)
STATEMENTS = frozenset(
    {Kind.MOVED, Kind.SWITCHED, Kind.STATED, Kind.RESTATED, Kind.CODED, Kind.UNCODED, Kind.REWORDED, Kind.CONFIRMED}
)
"""Changes that a new statement brought, whose confidence is not a change of its own."""


def show_issue_changes(changes: Sequence[Change], style: DiffStyle) -> tuple[Block, ...]:
    """The table of all issues that changes are about; nothing where there is none."""
    by_issue: dict[str, list[Change]] = {}
    for change in changes:
        if change.issue is not None and change.proposal is None:
            by_issue.setdefault(change.issue, []).append(change)
    rows = tuple(row for issue, about in by_issue.items() for row in _show_issue(style.issues[issue], about, style))
    return (Table("", _COLUMNS, rows),) if rows else ()


def _show_issue(issue: IssueChange, changes: Sequence[Change], style: DiffStyle) -> Iterator[Row]:
    by_party: dict[str | None, list[Change]] = {None: []}
    for change in changes:
        by_party.setdefault(change.party, []).append(change)
    own = by_party.pop(None)
    title = Cell((Line(issue.title, tone=Tone.STRONG),), str(issue.title))
    yield Row((title, _show_own(issue, own, style), _show_agreement(issue)))
    for party, about in by_party.items():
        name = style.name(party or "")
        unsure = any(change.kind is Kind.CONFIDENCE and change.after == "low" for change in about)
        label = Line(_INDENT + name, signs=(Sign.UNSURE,) if unsure else ())
        yield Row((Cell((label,), name), _show_party(about, style), _NOTHING))


def _show_party(changes: Sequence[Change], style: DiffStyle) -> Cell:
    """All that a party changed."""
    new = any(change.kind in STATEMENTS for change in changes)
    told = [change for change in changes if not (new and change.kind is Kind.CONFIDENCE)]
    lines = [
        Line(text, tone=Tone.MUTED if number else Tone.PLAIN)
        for change in told
        for number, text in enumerate(tell_change(change, style))
    ]
    return Cell(tuple(lines), "; ".join(line.text for line in lines))


def _show_own(issue: IssueChange, changes: Sequence[Change], style: DiffStyle) -> Cell:
    """What became of the issue, a verdict with its sign."""
    lines = []
    for change in changes:
        word, told = _find_word(change), tell_issue_change(change, style)
        lines.append(Line(told, lead=Sign(word.value), tone=TONES.get(word, Tone.MUTED)) if word else Line(told))
    if issue.composition and issue.before is not None:
        alike = f"{show_percent(issue.before)} → {show_percent(issue.after)}"
        lines.append(Line(f"agreement among the {issue.n} who had a stance both times: {alike}", tone=Tone.MUTED))
    return Cell(tuple(lines), "; ".join(line.text for line in lines) or None)


def _find_word(change: Change) -> Word | None:
    if change.kind in (Kind.SETTLED, Kind.PARKED, Kind.REOPENED, Kind.VERDICT):
        return next((word for word in Word if word.value == change.after), None)
    return None


def _show_agreement(issue: IssueChange) -> Cell:
    """The whole agreement before and after, where it changed."""
    before, after = issue.whole_before, issue.whole_after
    return _NOTHING if before == after else Cell((Line(f"{_show_side(before)} → {_show_side(after)}"),), after)


def _show_side(share: Fraction | None) -> str:
    return "·" if share is None else show_percent(share)
