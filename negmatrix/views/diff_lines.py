"""The changes of one party line by line: what was, what is instead, and what that means."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from negmatrix.analysis.changes import Change, Kind
from negmatrix.document import Told
from negmatrix.model.positions import State
from negmatrix.views.amounts import show_move
from negmatrix.views.diff_blocks import is_unsure, leave_out_told
from negmatrix.views.diff_details import name_field, show_value
from negmatrix.views.diff_sentences import quote_words, tell_change, tell_direction
from negmatrix.views.diff_stretches import show_stretch
from negmatrix.views.diff_style import DiffStyle
from negmatrix.views.percent import show_percent

HunkLine: TypeAlias = tuple[Told, str]
"""A line and which side of a comparison it tells of."""

_WITHOUT_STANCE = frozenset({State.WITHDRAWN.value, State.NOT_APPLICABLE.value})


def tell_party(changes: Sequence[Change], style: DiffStyle) -> Iterator[HunkLine]:
    """What a party changed on an issue, and whether the coder is unsure of it."""
    for change in leave_out_told(changes):
        yield from _TELLERS.get(change.kind, _tell_detail)(change, style)
    if is_unsure(changes):
        yield Told.MEANS, "coder is unsure"


def tell_both(name: str, before: object, after: object, join: str = ": ") -> tuple[HunkLine, ...]:
    """A detail's two values, where it has two."""
    if before == after:
        return ((Told.MEANS, f"{name} changed"),)
    told = ((Told.WAS, before), (Told.IS, after))
    return tuple((which, f"{name}{join}{show_value(value)}") for which, value in told if value is not None)


def _tell_detail(change: Change, _: DiffStyle) -> tuple[HunkLine, ...]:
    return tell_both(name_field(change), change.before, change.after, " ")


def _tell_move(change: Change, style: DiffStyle) -> Iterator[HunkLine]:
    yield Told.WAS, _show_position(change.before, change.words_before, change, style)
    yield Told.IS, _show_position(change.after, change.words_after, change, style)
    yield Told.MEANS, ", ".join([f"{change.kind.value}{_tell_way(change)}", *tell_direction(change, style)])


def _tell_way(change: Change) -> str:
    """How far, where there is a way: in the stances' unit, or in levels or days."""
    if change.move is None or change.share is None:
        return ""
    move = show_move(change.move, change.unit if change.unit in ("levels", "days") else None)
    return f" {move}, {show_percent(abs(change.share))} of the scale"


def _tell_state(change: Change, style: DiffStyle) -> Iterator[HunkLine]:
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


def _tell_rescaled(change: Change, _: DiffStyle) -> Iterator[HunkLine]:
    """Two stances that cannot be compared, each in its own unit."""
    yield Told.WAS, show_value(change.before)
    yield Told.IS, show_value(change.after)
    yield Told.MEANS, change.kind.value


def _tell_meaning(change: Change, style: DiffStyle) -> Iterator[HunkLine]:
    """What has no other side."""
    yield Told.MEANS, " ".join(tell_change(change, style))


def _tell_bounds(change: Change, style: DiffStyle) -> Iterator[HunkLine]:
    verb = "accepts" if change.kind is Kind.ACCEPTS else "rejects"
    for told, stretch in ((Told.WAS, change.before), (Told.IS, change.after)):
        if stretch is not None:
            yield told, f"{verb} {show_stretch(change, stretch, style)}"


def _show_position(stance: object, words: str | None, change: Change, style: DiffStyle) -> str:
    """A stance with its words, or one alone; nothing for neither."""
    if stance is None or stance == words:
        return quote_words(words)
    return f"{style.stance(change.issue, stance)} {quote_words(words)}".rstrip()


_VERBS = {Kind.APPLICABLE: "applicable now:", Kind.UNCODED: "no longer coded:", Kind.REWORDED: "reworded:"}
_TELLERS: Mapping[Kind, Callable[[Change, DiffStyle], Iterable[HunkLine]]] = {
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
