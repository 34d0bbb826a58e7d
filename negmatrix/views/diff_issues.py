"""One block for each issue on which something changed: what became of it, then party by party."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from negmatrix.analysis.changes import Change
from negmatrix.analysis.changes.records import IssueChange
from negmatrix.document import Align, Block, Cell, Column, Hunk, Line, Row, Sign, Table, Tone
from negmatrix.model.verdicts import Word
from negmatrix.views.diff_blocks import (
    IssueBlock,
    choose_parties,
    count_rest,
    is_unsure,
    leave_out_told,
    show_agreement,
    tell_composition,
)
from negmatrix.views.diff_hunks import tell_hunk
from negmatrix.views.diff_sentences import tell_change
from negmatrix.views.diff_sides import Sides, part_sides
from negmatrix.views.diff_style import DiffStyle
from negmatrix.views.diff_verdicts import VERDICTS, tell_issue_change
from negmatrix.views.verdicts import TONES

_COLUMNS = (
    Column("Issue", fixed=True),
    Column("What changed", fixed=True),
    Column("Agreement", Align.RIGHT, wraps=False, fixed=True),
)
MAX_ROWS = 400
"""With more rows of parties than this, an issue shows only some of its parties."""

_INDENT = "  "
_NOTHING = Cell((), None)


def show_issue_changes(changes: Sequence[Change], style: DiffStyle) -> tuple[Block, ...]:
    """The table of all issues that changes are about; nothing where there is none."""
    blocks = [IssueBlock(style.issues[issue], *about) for issue, about in _group(changes).items()]
    crowded = sum(len(block.parties) for block in blocks) > MAX_ROWS
    shown = [(block, choose_parties(block) if crowded else block.parties) for block in blocks]
    told = [(block.issue, tuple(_show_block(block, parties, style))) for block, parties in shown]
    if not told:
        return ()
    rows = tuple(row for _, about in told for row in about)
    table = Table("", _COLUMNS, rows, hunks=lambda: _tell_hunks(shown, style))
    return (table._replace(whole=lambda: part_sides(table, {"Agreement": [*_find_sides(told)]})),)


def _find_sides(told: Iterable[tuple[IssueChange, Sequence[Row]]]) -> Iterator[Sides]:
    """The agreement before and after in the first row of each issue, where it changed."""
    for issue, (_, *others) in told:
        changed = issue.whole_before != issue.whole_after
        yield Sides(issue.whole_before, issue.whole_after) if changed else Sides()
        yield from (Sides() for _ in others)


def _tell_hunks(shown: Iterable[tuple[IssueBlock, Mapping[str, Sequence[Change]]]], style: DiffStyle) -> Iterator[Hunk]:
    return (tell_hunk(block, parties, style) for block, parties in shown)


def _group(changes: Sequence[Change]) -> dict[str, tuple[list[Change], dict[str, list[Change]]]]:
    """By issue its own changes, and those of its parties by party."""
    by_issue: dict[str, tuple[list[Change], dict[str, list[Change]]]] = {}
    for change in changes:
        issue, party = change.issue, change.party
        if issue is None or change.proposal is not None:
            continue
        about = by_issue.get(issue)
        if about is None:
            about = by_issue[issue] = ([], {})
        (about[0] if party is None else about[1].setdefault(party, [])).append(change)
    return by_issue


def _show_block(block: IssueBlock, shown: Mapping[str, Sequence[Change]], style: DiffStyle) -> Iterator[Row]:
    issue = block.issue
    title = Cell((Line(issue.title, tone=Tone.STRONG),), str(issue.title))
    yield Row((title, _show_own(issue, block.own, style), _show_agreement(issue)))
    for party, about in shown.items():
        name = style.name(party)
        label = Line(_INDENT + name, signs=(Sign.UNSURE,) if is_unsure(about) else ())
        yield Row((Cell((label,), name), _show_party(about, style), _NOTHING))
    rest = count_rest(block, shown)
    if rest:
        name, told = rest
        yield Row((Cell((_mute(_INDENT + name),), None), Cell((_mute(told),), told), _NOTHING))


def _show_party(changes: Sequence[Change], style: DiffStyle) -> Cell:
    """All that a party changed."""
    lines = [
        Line(text, tone=Tone.MUTED if number else Tone.PLAIN)
        for change in leave_out_told(changes)
        for number, text in enumerate(tell_change(change, style))
    ]
    return Cell(tuple(lines), "; ".join(line.text for line in lines))


def _show_own(issue: IssueChange, changes: Sequence[Change], style: DiffStyle) -> Cell:
    """What became of the issue, a verdict with its sign."""
    lines, values = [], []
    for change in changes:
        word, (told, *others) = _find_word(change), tell_issue_change(change, style)
        values.append(" ".join((told, *others)))
        lines.append(Line(told, lead=Sign(word.value), tone=TONES.get(word, Tone.MUTED)) if word else Line(told))
        lines += [_mute(_INDENT + other) for other in others]
    composition = tell_composition(issue) if style.whole else None
    if composition:
        lines.append(_mute(composition))
        values.append(composition)
    return Cell(tuple(lines), "; ".join(values) or None)


def _mute(text: str) -> Line:
    return Line(text, tone=Tone.MUTED)


def _find_word(change: Change) -> Word | None:
    if change.kind in VERDICTS:
        return next((word for word in Word if word.value == change.after), None)
    return None


def _show_agreement(issue: IssueChange) -> Cell:
    agreement = show_agreement(issue, "·")
    return _NOTHING if agreement is None else Cell((Line(agreement),), issue.whole_after)
