"""One block for each issue on which something changed: what became of it, then party by party."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from negmatrix.analysis.changes import Change, Kind
from negmatrix.analysis.changes.records import IssueChange
from negmatrix.document import Align, Block, Cell, Column, Line, Row, Sign, Table, Tone
from negmatrix.model.verdicts import Word
from negmatrix.views.diff_blocks import IssueBlock, choose_parties
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
MAX_ROWS = 400
"""With more rows of parties than this, an issue shows only some of its parties."""

_INDENT = "  "
_NOTHING = Cell((), None)
STATEMENTS = frozenset(
    {Kind.MOVED, Kind.SWITCHED, Kind.STATED, Kind.RESTATED, Kind.CODED, Kind.UNCODED, Kind.REWORDED, Kind.CONFIRMED}
)
"""Changes that a new statement brought, whose confidence is not a change of its own."""


def show_issue_changes(changes: Sequence[Change], style: DiffStyle) -> tuple[Block, ...]:
    """The table of all issues that changes are about; nothing where there is none."""
    blocks = [IssueBlock(style.issues[issue], *_sort_changes(about)) for issue, about in _group(changes).items()]
    crowded = sum(len(block.parties) for block in blocks) > MAX_ROWS
    rows = tuple(row for block in blocks for row in _show_block(block, style, crowded))
    return (Table("", _COLUMNS, rows),) if rows else ()


def _group(changes: Sequence[Change]) -> dict[str, list[Change]]:
    by_issue: dict[str, list[Change]] = {}
    for change in changes:
        if change.issue is not None and change.proposal is None:
            by_issue.setdefault(change.issue, []).append(change)
    return by_issue


def _sort_changes(changes: Sequence[Change]) -> tuple[list[Change], dict[str, list[Change]]]:
    own: list[Change] = []
    parties: dict[str, list[Change]] = {}
    for change in changes:
        (own if change.party is None else parties.setdefault(change.party, [])).append(change)
    return own, parties


def _show_block(block: IssueBlock, style: DiffStyle, crowded: bool) -> Iterator[Row]:
    issue = block.issue
    title = Cell((Line(issue.title, tone=Tone.STRONG),), str(issue.title))
    yield Row((title, _show_own(issue, block.own, style), _show_agreement(issue)))
    shown = choose_parties(block) if crowded else block.parties
    for party, about in shown.items():
        name = style.name(party)
        unsure = any(change.kind is Kind.CONFIDENCE and change.after == "low" for change in about)
        label = Line(_INDENT + name, signs=(Sign.UNSURE,) if unsure else ())
        yield Row((Cell((label,), name), _show_party(about, style), _NOTHING))
    if len(shown) < len(block.parties):
        yield _show_rest(block, shown)


def _show_rest(block: IssueBlock, shown: Mapping[str, object]) -> Row:
    """How many further parties changed something, and what."""
    rest = [change for party, about in block.parties.items() if party not in shown for change in about]
    kinds = Counter(change.kind.value for change in rest)
    told = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
    name = f"{_INDENT}and {len(block.parties) - len(shown)} more"
    return Row((Cell((Line(name, tone=Tone.MUTED),), None), Cell((Line(told, tone=Tone.MUTED),), told), _NOTHING))


def _show_party(changes: Sequence[Change], style: DiffStyle) -> Cell:
    """All that a party changed; that it no longer accepts what it left is told with its red line."""
    new = any(change.kind in STATEMENTS for change in changes)
    crossed = any(change.kind is Kind.RED_LINE_CROSSED for change in changes)
    told = [
        change
        for change in changes
        if not (new and change.kind is Kind.CONFIDENCE)
        and not (crossed and change.kind is Kind.ACCEPTS and change.after is None)
    ]
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
        word, (told, *others) = _find_word(change), tell_issue_change(change, style)
        lines.append(Line(told, lead=Sign(word.value), tone=TONES.get(word, Tone.MUTED)) if word else Line(told))
        lines += [Line(f"{_INDENT}{other}", tone=Tone.MUTED) for other in others]
    if style.whole and issue.composition and issue.before is not None:
        before, after = show_percent(issue.before), show_percent(issue.after)
        alike = f"still {after}" if issue.before == issue.after else f"{before} → {after}"
        lines.append(Line(f"agreement of the {issue.n} with a stance both times: {alike}", tone=Tone.MUTED))
    return Cell(tuple(lines), "; ".join(line.text.strip() for line in lines) or None)


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
