"""Changes of parties, proposals and the talks itself, each in a sentence."""

from collections.abc import Callable, Mapping, Sequence

from negmatrix.analysis.changes import Change, Kind
from negmatrix.document import Block, Items, Line
from negmatrix.views.diff_details import tell_plainly, tell_values, tell_way
from negmatrix.views.diff_style import DiffStyle


def show_others(changes: Sequence[Change], style: DiffStyle) -> tuple[Block, ...]:
    """A list of what changed beside positions and issues; nothing where nothing did."""
    told = [_tell(change, style) for change in changes if change.issue is None or change.proposal is not None]
    return (Items(tuple((Line(text),) for text in told)),) if told else ()


def _tell(change: Change, style: DiffStyle) -> str:
    if change.proposal is not None:
        return _tell_proposal(change, style)
    if change.party is not None:
        name = style.name(change.party)
        return (
            f"{name} {_OF_PARTY[change.kind](change)}"
            if change.kind in _OF_PARTY
            else f"{name}: {tell_plainly(change)}"
        )
    if change.kind is Kind.SOURCE and not isinstance(change.before or change.after, tuple):
        return _tell_source(change)
    return tell_plainly(change) if (change.field or "").startswith("round_") else f"talks: {tell_plainly(change)}"


def _tell_source(change: Change) -> str:
    """As in: source added: minutes, “Minutes of the council”."""
    titles = " → ".join(f"“{title}”" for title in dict.fromkeys((change.before, change.after)) if title is not None)
    return f"source {tell_way(change)}: {change.field}, {titles}"


def _tell_id(change: Change) -> str:
    return f"has the id {change.after}, before {change.before}" + (" (a guess)" if change.guess else "")


_OF_PARTY: Mapping[Kind, Callable[[Change], str]] = {
    Kind.JOINED: lambda _: "joined",
    Kind.LEFT: lambda _: "left",
    Kind.FIRST_HEARD: lambda _: "is heard for the first time",
    Kind.RENAMED: _tell_id,
}


def _tell_proposal(change: Change, style: DiffStyle) -> str:
    if change.kind in (Kind.TABLED, Kind.OVERTAKEN):
        title, status = (change.after, change.words_after) if change.kind is Kind.TABLED else (change.before, None)
        return f"{change.kind.value}: {title}" + (f" ({status})" if status not in (None, "tabled") else "")
    name = change.proposal
    if change.kind is Kind.TERMS:
        issue = style.title(change.issue or "")
        return f"proposal {name}: {tell_values(issue, change.before, change.after)}"
    return f"proposal {name}: {tell_plainly(change)}"
