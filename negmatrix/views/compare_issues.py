"""The issues between two parties, grouped by what they do to them, with both texts side by side."""

from collections.abc import Iterator, Sequence

from negmatrix.analysis.compared_issue import ComparedIssue, Relation, Side
from negmatrix.analysis.comparison import Comparison
from negmatrix.analysis.zone import ZoneState
from negmatrix.document import Cell, Column, Line, Rank, Row, Sign, Table, Tone
from negmatrix.model.positions import State
from negmatrix.model.verdicts import Word
from negmatrix.views.cells import CellStyle, Stances, show_entry
from negmatrix.views.compare_style import CompareStyle
from negmatrix.views.percent import count_of, show_measure, show_percent
from negmatrix.views.quoting import quote_stance
from negmatrix.views.scale_words import find_unit_words, show_reach, show_reaches, show_stretch
from negmatrix.views.verdicts import TONES

_HEADS = {
    Relation.UNITES: "What unites them (aligned)",
    Relation.DIFFERS: "What differs (partial)",
    Relation.DIVIDES: "What divides them (divergent)",
    Relation.UNKNOWN: "Not known, and so no disagreement",
    Relation.OUTSIDE: "Off the table between them",
}
WORDS_ONLY = "words only"
_WORDS = {Relation.UNITES: Word.ALIGNED, Relation.DIFFERS: Word.PARTIAL, Relation.DIVIDES: Word.DIVERGENT}


def show_compared(result: Comparison, style: CompareStyle) -> Table:
    """A group for each relation that some issue has."""
    meets = (Column("Both could live with", fixed=True),) if style.meets else ()
    columns = (
        Column("Issue", fixed=True),
        Column(style.left, fixed=True),
        Column(style.right, fixed=True),
        Column("Agreement", fixed=True),
        *meets,
    )
    return Table("Issue by issue", columns, tuple(_show_groups(result, style, len(columns))), "parties")


def _show_groups(result: Comparison, style: CompareStyle, width: int) -> Iterator[Row]:
    for relation, head in _HEADS.items():
        issues = [issue for issue in result.issues if issue.relation is relation]
        in_words = [issue for issue in issues if is_in_words(issue)]
        others = [issue for issue in issues if not is_in_words(issue)]
        yield from _show_group("In words only, not measured", WORDS_ONLY, in_words, style, width)
        yield from _show_group(head, relation.value, others, style, width)


def _show_group(
    head: str, value: str, issues: Sequence[ComparedIssue], style: CompareStyle, width: int
) -> Iterator[Row]:
    if issues:
        yield Row((Cell((Line(f"{head}: {count_of(len(issues), 'issue')}"),), value, span=width),), Rank.GROUP)
    yield from (_show_issue(issue, style) for issue in issues)


def is_in_words(issue: ComparedIssue) -> bool:
    """Whether both say something on an issue that has no scale to measure it by."""
    both = issue.left.entry.stated and issue.right.entry.stated
    return issue.relation is Relation.UNKNOWN and issue.scale.kind == "text" and both


def _show_issue(issue: ComparedIssue, style: CompareStyle) -> Row:
    title = [Line(issue.title)]
    if issue.weight != 1:
        title.append(Line(f"weight {issue.weight:f}" if issue.weight else "not counted", tone=Tone.MUTED))
    meet = (_show_meet(issue),) if style.meets else ()
    sides = (_show_side(side, issue, style) for side in (issue.left, issue.right))
    return Row((Cell(tuple(title), str(issue.title)), *sides, _show_agreement(issue, style), *meet))


def _show_side(side: Side, issue: ComparedIssue, style: CompareStyle) -> Cell:
    """What a party says and where it stands, then what it could live with, how much it matters to it, and why."""
    unit = find_unit_words(issue.scale)
    scaled = issue.scale.kind != "text"
    cell = show_entry(side.entry, CellStyle("both", Stances(unit), scaled, True, style.cite, style.titles))
    more = (Line(text, tone=Tone.MUTED) for text in _tell_side(side, issue, style))
    return cell._replace(lines=(*cell.lines, *more))


def _tell_side(side: Side, issue: ComparedIssue, style: CompareStyle) -> Iterator[str]:
    entry = side.entry
    if side.accepted is not None:
        alone = entry.fixed and entry.stance is not None
        yield "accepts nothing else" if alone else f"accepts {show_reaches(side.accepted, issue.scale)}"
    if entry.rejects:
        yield f"rejects {show_stretch(entry.rejects, issue.scale)}"
    if entry.red_line is not None:
        yield f"red line: {entry.red_line}"
    if entry.salience is not None:
        yield f"salience {entry.salience:f} of 100"
    if entry.interest is not None:
        yield f"interest: {entry.interest}"
    if entry.depends_on:
        yield f"depends on {', '.join(style.titles.get(other, other) for other in entry.depends_on)}"


def _show_agreement(issue: ComparedIssue, style: CompareStyle) -> Cell:
    """The agreement with the sign of its word; beneath, what was judged or agreed between the two."""
    word = _WORDS.get(issue.relation)
    if word is None or issue.agreement is None:
        lines: tuple[Line, ...] = tuple(Line(text, tone=Tone.MUTED) for text in _tell_missing(issue, style))
        return Cell((*lines, *_show_verdict(issue)), None, Tone.MUTED, _cite(issue, style))
    tone = TONES[word]
    first = Line(show_measure(issue.agreement, issue.span), Sign(word.value), tone=tone)
    return Cell((first, *_show_verdict(issue)), issue.agreement, tone, _cite(issue, style))


def _cite(issue: ComparedIssue, style: CompareStyle) -> tuple[int, ...]:
    return style.cite([source for ruled in issue.verdicts for source in ruled.source])


def _tell_missing(issue: ComparedIssue, style: CompareStyle) -> Iterator[str]:
    """Why the two cannot be compared; a dropped issue's verdict says it."""
    entries = (issue.left.entry, issue.right.entry)
    if issue.relation is Relation.OUTSIDE:
        if any(entry.state == State.NOT_APPLICABLE.value for entry in entries):
            yield "not applicable"
        return
    text = issue.scale.kind == "text"
    missing = [entry.party for entry in entries if not entry.stated] if text else issue.without_stance
    if missing:
        name = "either" if len(missing) == 2 else style.names[missing[0]]
        yield f"no {'position' if text else 'stance'} of {name}"
    else:
        yield "words only" if text else "not measured"


def _show_verdict(issue: ComparedIssue) -> Iterator[Line]:
    """What was judged or agreed, marked as disputed where there are rival accounts of that."""
    for number, ruled in enumerate(issue.verdicts):
        signs = (Sign.DISPUTED,) if number == 0 and len(issue.verdicts) > 1 else ()
        at = "" if ruled.at is None else f" at {quote_stance(ruled.at, issue.scale.kind, issue.scale.unit)}"
        words = f"or: {ruled.verdict.value}{at}" if ruled.rival else f"{ruled.verdict.value}{at}"
        judged = "" if ruled.verdict in (Word.SETTLED, Word.PARKED, Word.DROPPED) or ruled.rival else "judged "
        yield Line(judged + words, signs=signs, tone=Tone.MUTED)


def _show_meet(issue: ComparedIssue) -> Cell:
    """What suits both, or how far apart that lies; not said, where one of them does not say."""
    meet = issue.meet
    if meet.state is ZoneState.ZONE:
        words = show_reaches(meet.pieces, issue.scale)
        return Cell((Line(words),), words)
    if meet.state is not ZoneState.NONE:
        return Cell((Line("", Sign.NOT_STATED, tone=Tone.MUTED),), None)
    blocked = meet.blocked_by[0]
    lines = [Line("nothing")]
    if blocked.ends is not None:
        lines.append(Line(f"apart from {show_reach(blocked.ends, issue.scale)}", tone=Tone.MUTED))
        lines.append(Line(f"{show_percent(blocked.gap)} of the scale", tone=Tone.MUTED))
    return Cell(tuple(lines), "nothing")
