"""What changed on one issue, party by party."""

from collections.abc import Iterator, Sequence

from negmatrix.analysis.changes.cells import (
    accepted_by,
    compare_bounds,
    compare_standing_fields,
    compare_states,
    compare_words,
    crosses_red_line,
    state_of,
    statement_of,
    told_in,
)
from negmatrix.analysis.changes.issue_cells import IssueCells
from negmatrix.analysis.changes.kinds import Kind
from negmatrix.analysis.changes.records import Change
from negmatrix.analysis.changes.stances import compare_stances
from negmatrix.model.positions import STATED, Position
from negmatrix.model.standing import Cell

_LASTING = slice(Position._fields.index("accepts"), Position._fields.index("depends_on") + 1)
"""What parties could live with and the like, which most positions do not tell."""

_NOTHING_ELSE = (None,) * (_LASTING.stop - _LASTING.start)


def compare_cells(cells: IssueCells, parties: Sequence[str]) -> Iterator[Change]:
    """The changes of an issue's cells, in the order of the parties given."""
    if cells.before is cells.after:
        return
    old_cell, new_cell = cells.before.get, cells.after.get
    for party in parties:
        before, after = old_cell(party), new_cell(party)
        if before is after:
            continue
        if before is not None and after is not None:
            moved = _find_plain_move(cells, before.position, after.position)
            if moved is not None:
                yield moved
            if moved is not None or before.position == after.position:
                continue
        base = Change(Kind.STATED, cells.issue.id, party)
        if before is None or after is None or state_of(before) is not state_of(after):
            yield from compare_states(before, after, base)
        elif state_of(after) is STATED:
            yield from _compare_stated(cells, before, after, base)
        else:
            yield from compare_words(before, after, base)


def _find_plain_move(cells: IssueCells, old: Position, new: Position) -> Change | None:
    """A stance that moved where nothing else can have changed, as most do; None where more is to be looked at."""
    moved = compare_stances(cells, old, new)
    if moved is None or old.confidence != new.confidence:
        return None
    return moved if old[_LASTING] == _NOTHING_ELSE == new[_LASTING] else None


def _compare_stated(cells: IssueCells, before: Cell, after: Cell, base: Change) -> Iterator[Change]:
    old, new, scale = before.position, after.position, cells.scale
    if not cells.issue.comparable and (old.stance is not None or new.stance is not None):
        yield base._replace(kind=Kind.RESCALED, before=told_in(before), after=told_in(after))
        return
    moved = list(_find_moves(cells, before, after, base))
    if moved:
        yield from moved
        yield from _find_consequences(cells, before, after, base)
    else:
        yield from compare_words(before, after, base)
    if old[_LASTING] != new[_LASTING]:
        if scale is not None:
            yield from compare_bounds(old, new, scale, base)
        yield from compare_standing_fields(old, new, base)


def _find_moves(cells: IssueCells, before: Cell, after: Cell, base: Change) -> Iterator[Change]:
    """A stance that moved, came or went; nothing where it is the same."""
    if after.position.party not in cells.shifts:
        yield from compare_states(before, after, base)
        return
    moved = compare_stances(cells, before.position, after.position)
    if moved is not None:
        yield moved


def _find_consequences(cells: IssueCells, before: Cell, after: Cell, base: Change) -> Iterator[Change]:
    """What a new stance says about the old bounds, and how sure the coder is of it."""
    old, stance = before.position, after.position.stance
    if stance is not None and cells.scale is not None and crosses_red_line(old, stance, cells.scale):
        yield base._replace(kind=Kind.RED_LINE_CROSSED, before=accepted_by(old), after=stance)
    sure, now = statement_of(before).confidence, statement_of(after).confidence
    if sure != now:
        yield base._replace(kind=Kind.CONFIDENCE, field="confidence", before=sure, after=now)
