"""The changes of one issue line by line: what was, what is instead, and what that means."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from negmatrix.analysis.changes import Change, Kind
from negmatrix.document import Hunk, Told
from negmatrix.model.positions import State
from negmatrix.views.amounts import show_move
from negmatrix.views.diff_blocks import (
    IssueBlock,
    count_rest,
    is_unsure,
    leave_out_told,
    show_agreement,
    tell_composition,
)
from negmatrix.views.diff_details import name_field, show_value
from negmatrix.views.diff_sentences import quote_words, tell_change, tell_direction
from negmatrix.views.diff_stretches import show_stretch
from negmatrix.views.diff_style import DiffStyle
from negmatrix.views.diff_verdicts import VERDICTS, tell_ground, tell_issue_change, tell_new_word, tell_terms
from negmatrix.views.percent import show_percent

_Line: TypeAlias = tuple[Told, str]
_WITHOUT_STANCE = frozenset({State.WITHDRAWN.value, State.NOT_APPLICABLE.value})


def tell_hunk(block: IssueBlock, shown: Mapping[str, Sequence[Change]], style: DiffStyle) -> Hunk:
    """All that changed on an issue: itself, then the parties shown, and how many more there are."""
    agreement = show_agreement(block.issue, "n/a")
    title = block.issue.title if agreement is None else f"{block.issue.title} · agreement {agreement}"
    return Hunk(title, tuple(_tell_block(block, shown, style)))


def _tell_block(block: IssueBlock, shown: Mapping[str, Sequence[Change]], style: DiffStyle) -> Iterator[_Line]:
    for change in block.own:
        yield from _tell_own(change, style)
    composition = tell_composition(block.issue) if style.whole else None
    if composition:
        yield Told.MEANS, composition
    for party, changes in shown.items():
        for told, text in _tell_party(changes, style):
            yield told, f"{style.name(party)}: {text}"
    rest = count_rest(block, shown)
    if rest:
        yield Told.MEANS, ": ".join(rest)


def _tell_party(changes: Sequence[Change], style: DiffStyle) -> Iterator[_Line]:
    for change in leave_out_told(changes):
        yield from _TELLERS.get(change.kind, _tell_detail)(change, style)
    if is_unsure(changes):
        yield Told.MEANS, "coder is unsure"


def _tell_own(change: Change, style: DiffStyle) -> Iterable[_Line]:
    """What became of an issue itself."""
    if change.kind in VERDICTS:
        return _tell_verdict(change, style)
    if change.kind is Kind.RENAMED:
        return (*_both("id", change.before, change.after), *([(Told.MEANS, "a guess")] if change.guess else []))
    if change.kind is Kind.RESCALED:
        return (*_both("scale", change.before, change.after), (Told.MEANS, "rescaled, no number is compared"))
    if change.kind in _OF_ISSUE:
        return ((_OF_ISSUE[change.kind], tell_issue_change(change, style)[0]),)
    return _both(name_field(change), change.before, change.after)


def _tell_verdict(change: Change, style: DiffStyle) -> Iterator[_Line]:
    if change.before not in (None, change.after):
        yield Told.WAS, f"verdict: {change.before}"
    yield Told.IS, f"verdict: {tell_new_word(change)}{tell_terms(change, style)}"
    ground = tell_ground(change, style)
    if ground:
        yield Told.MEANS, f"{change.after}: {', '.join(ground)}"


def _both(name: str, before: object, after: object, join: str = ": ") -> tuple[_Line, ...]:
    """A detail's two values, where it has two."""
    if before == after:
        return ((Told.MEANS, f"{name} changed"),)
    told = ((Told.WAS, before), (Told.IS, after))
    return tuple((which, f"{name}{join}{show_value(value)}") for which, value in told if value is not None)


def _tell_detail(change: Change, _: DiffStyle) -> tuple[_Line, ...]:
    return _both(name_field(change), change.before, change.after, " ")


def _tell_move(change: Change, style: DiffStyle) -> Iterator[_Line]:
    yield Told.WAS, _show_position(change.before, change.words_before, change, style)
    yield Told.IS, _show_position(change.after, change.words_after, change, style)
    yield Told.MEANS, ", ".join([f"{change.kind.value}{_tell_way(change)}", *tell_direction(change, style)])


def _tell_way(change: Change) -> str:
    """How far, where there is a way: in the stances' unit, or in levels or days."""
    if change.move is None or change.share is None:
        return ""
    move = show_move(change.move, change.unit if change.unit in ("levels", "days") else None)
    return f" {move}, {show_percent(abs(change.share))} of the scale"


def _tell_state(change: Change, style: DiffStyle) -> Iterator[_Line]:
    """A party that began or ceased to say something, or says it in other words."""
    kind = _VERBS.get(change.kind, change.kind.value)
    before = _show_position(change.before, change.words_before, change, style)
    after = _show_position(change.after, change.words_after, change, style)
    if change.after in _WITHOUT_STANCE:
        after = quote_words(change.words_after)
    if before:
        yield Told.WAS, before
    gone = change.after is None
    yield (Told.MEANS, kind.rstrip(":")) if gone else (Told.IS, f"{kind} {after}".rstrip())


def _tell_rescaled(change: Change, _: DiffStyle) -> Iterator[_Line]:
    """Two stances that cannot be compared, each in its own unit."""
    yield Told.WAS, show_value(change.before)
    yield Told.IS, show_value(change.after)
    yield Told.MEANS, change.kind.value


def _tell_meaning(change: Change, style: DiffStyle) -> Iterator[_Line]:
    """What has no other side."""
    yield Told.MEANS, " ".join(tell_change(change, style))


def _tell_bounds(change: Change, style: DiffStyle) -> Iterator[_Line]:
    verb = "accepts" if change.kind is Kind.ACCEPTS else "rejects"
    for told, stretch in ((Told.WAS, change.before), (Told.IS, change.after)):
        if stretch is not None:
            yield told, f"{verb} {show_stretch(change, stretch, style)}"


def _show_position(stance: object, words: str | None, change: Change, style: DiffStyle) -> str:
    """A stance with its words, or one alone; nothing for neither."""
    if stance is None or stance == words:
        return quote_words(words)
    return f"{style.stance(change.issue, stance)} {quote_words(words)}".rstrip()


_OF_ISSUE = {Kind.ADDED: Told.IS, Kind.DROPPED: Told.WAS, Kind.RAISED: Told.MEANS}
_VERBS = {Kind.APPLICABLE: "applicable now:", Kind.UNCODED: "no longer coded:", Kind.REWORDED: "reworded:"}
_TELLERS: Mapping[Kind, Callable[[Change, DiffStyle], Iterable[_Line]]] = {
    Kind.MOVED: _tell_move,
    Kind.SWITCHED: _tell_move,
    **dict.fromkeys(
        (
            *(Kind.STATED, Kind.RESTATED, Kind.NO_LONGER_RECORDED, Kind.WITHDRAWN, Kind.NOT_APPLICABLE),
            *(Kind.APPLICABLE, Kind.CODED, Kind.UNCODED, Kind.REWORDED),
        ),
        _tell_state,
    ),
    Kind.RESCALED: _tell_rescaled,
    Kind.CONFIRMED: _tell_meaning,
    Kind.RED_LINE_CROSSED: _tell_meaning,
    Kind.ACCEPTS: _tell_bounds,
    Kind.REJECTS: _tell_bounds,
}
