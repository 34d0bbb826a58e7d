"""What changed in one party's cell on one issue."""

from collections.abc import Iterator

from negmatrix.analysis.changes.fields import CELL, STATEMENT, compare_fields
from negmatrix.analysis.changes.kinds import Kind
from negmatrix.analysis.changes.records import Change, Shown
from negmatrix.model.positions import NOT_APPLICABLE, STATED, Position, State
from negmatrix.model.scales import Options, Scale
from negmatrix.model.standing import Cell, within
from negmatrix.source import Text


def state_of(cell: Cell | None) -> State | None:
    """What a cell says; None where nothing is stated."""
    if cell is None or (cell.position.state is STATED and not cell.position.stated):
        return None
    return cell.position.state


def find_state_kind(before: State | None, after: State | None) -> Kind | None:
    """The word for a state that changed; None where both are the same."""
    if before is after:
        return None
    if NOT_APPLICABLE in (before, after):
        return Kind.NOT_APPLICABLE if after is NOT_APPLICABLE else Kind.APPLICABLE
    if after is State.WITHDRAWN:
        return Kind.WITHDRAWN
    if after is None:
        return Kind.NO_LONGER_RECORDED
    return Kind.RESTATED if before is State.WITHDRAWN else Kind.STATED


def told_in(cell: Cell | None) -> Shown:
    """What a cell says in one word or sentence: its stance, else its words, else that it is withdrawn or n/a."""
    state = state_of(cell)
    if cell is None or state is None:
        return None
    return (cell.position.stance or cell.position.says) if state is STATED else state.value


def compare_states(before: Cell | None, after: Cell | None, base: Change) -> Iterator[Change]:
    """A party that began or ceased to have a position, or words that became a stance or only words again."""
    kind = find_state_kind(state_of(before), state_of(after)) or _find_coding(before, after)
    if kind is not None:
        yield base._replace(
            kind=kind,
            before=told_in(before),
            after=told_in(after),
            words_before=before.position.says if before else None,
            words_after=after.position.says if after else None,
        )


def _find_coding(before: Cell | None, after: Cell | None) -> Kind | None:
    if before is None or after is None or state_of(before) is not STATED:
        return None
    old, new = before.position.stance, after.position.stance
    if (old is None) is (new is None):
        return None
    return Kind.CODED if old is None else Kind.UNCODED


def statement_of(cell: Cell) -> Position:
    """The position whose words and stance a cell shows: an earlier one where the last wrote neither."""
    if cell.position.says is None and "stance" in cell.origins:
        return cell.origins["stance"]
    return cell.position


def compare_words(before: Cell, after: Cell, base: Change) -> Iterator[Change]:
    """The same stance in other words, or said again; the rest of a statement counts only where it is the same one."""
    old, new = statement_of(before), statement_of(after)
    if old is new:
        return
    again = old.round != new.round
    if old.says != new.says and not (again and None in (old.says, new.says)):
        said = base._replace(kind=Kind.REWORDED, before=old.says, after=new.says)
        yield said._replace(words_before=old.says, words_after=new.says)
    elif again:
        yield base._replace(kind=Kind.CONFIRMED, before=told_in(before), after=told_in(after), words_after=new.says)
    fields = {"confidence": Kind.CONFIDENCE} if again else STATEMENT
    yield from compare_fields(old, new, fields, base)


def compare_bounds(before: Position, after: Position, scale: Scale, base: Change) -> Iterator[Change]:
    """What a party could live with, and what it will not have; who stays fixed accepts its stance only, as before."""
    if not (before.fixed and after.fixed):
        old, new = accepted_by(before), accepted_by(after)
        if not _same_stretch(scale, old, new):
            yield base._replace(kind=Kind.ACCEPTS, before=old, after=new)
    if not _same_stretch(scale, before.rejects, after.rejects):
        yield base._replace(kind=Kind.REJECTS, before=before.rejects, after=after.rejects)


def _same_stretch(scale: Scale, one: tuple[str, ...] | None, other: tuple[str, ...] | None) -> bool:
    """Two ends may stand in either order, and options in any."""
    if one is None or other is None or one == other:
        return one == other
    if isinstance(scale, Options):
        return set(one) == set(other)
    return {scale.place(end) for end in one} == {scale.place(end) for end in other}


def accepted_by(position: Position) -> tuple[Text, ...] | None:
    """Two ends, options, or the one stance of who is fixed; None where it is not said."""
    return (position.stance,) if position.fixed and position.stance is not None else position.accepts


def crosses_red_line(before: Position, stance: str, scale: Scale) -> bool:
    """Whether a stance lies outside what the party accepted before, or inside what it would not have."""
    accepts = accepted_by(before)
    outside = accepts is not None and not within(scale, accepts, stance)
    return outside or (before.rejects is not None and within(scale, before.rejects, stance))


def compare_standing_fields(before: Position, after: Position, base: Change) -> Iterator[Change]:
    """Salience, interest, ties and red line in words."""
    return compare_fields(before, after, CELL, base)
