"""The changes of one issue line by line: itself, then its parties."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from negmatrix.analysis.changes import Change, Kind
from negmatrix.document import Hunk, Told
from negmatrix.views.diff_blocks import IssueBlock, count_rest, show_agreement, tell_composition
from negmatrix.views.diff_details import name_field
from negmatrix.views.diff_lines import HunkLine, tell_both, tell_party
from negmatrix.views.diff_style import DiffStyle
from negmatrix.views.diff_verdicts import VERDICTS, tell_ground, tell_issue_change, tell_new_word, tell_terms


def tell_hunk(block: IssueBlock, shown: Mapping[str, Sequence[Change]], style: DiffStyle) -> Hunk:
    """All that changed on an issue: itself, then the parties shown, and how many more there are."""
    agreement = show_agreement(block.issue, "n/a")
    title = block.issue.title if agreement is None else f"{block.issue.title} · agreement {agreement}"
    return Hunk(title, tuple(_tell_block(block, shown, style)))


def _tell_block(block: IssueBlock, shown: Mapping[str, Sequence[Change]], style: DiffStyle) -> Iterator[HunkLine]:
    for change in block.own:
        yield from _tell_own(change, style)
    composition = tell_composition(block.issue) if style.whole else None
    if composition:
        yield Told.MEANS, composition
    for party, changes in shown.items():
        for told, text in tell_party(changes, style):
            yield told, f"{style.name(party)}: {text}"
    rest = count_rest(block, shown)
    if rest:
        yield Told.MEANS, ": ".join(rest)


def _tell_own(change: Change, style: DiffStyle) -> Iterable[HunkLine]:
    """What became of an issue itself."""
    if change.kind in VERDICTS:
        return _tell_verdict(change, style)
    if change.kind is Kind.RENAMED:
        return (*tell_both("id", change.before, change.after), *([(Told.MEANS, "a guess")] if change.guess else []))
    if change.kind is Kind.RESCALED:
        return (*tell_both("scale", change.before, change.after), (Told.MEANS, "rescaled, no number is compared"))
    if change.kind in _OF_ISSUE:
        return ((_OF_ISSUE[change.kind], tell_issue_change(change, style)[0]),)
    return tell_both(name_field(change), change.before, change.after)


def _tell_verdict(change: Change, style: DiffStyle) -> Iterator[HunkLine]:
    if change.before not in (None, change.after):
        yield Told.WAS, f"verdict: {change.before}"
    yield Told.IS, f"verdict: {tell_new_word(change)}{tell_terms(change, style)}"
    ground = tell_ground(change, style)
    if ground:
        yield Told.MEANS, f"{change.after}: {', '.join(ground)}"


_OF_ISSUE = {Kind.ADDED: Told.IS, Kind.DROPPED: Told.WAS, Kind.RAISED: Told.MEANS}
