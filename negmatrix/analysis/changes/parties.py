"""Parties that joined, left, or were heard for the first time."""

from collections.abc import Iterator

from negmatrix.analysis.changes.cells import state_of
from negmatrix.analysis.changes.fields import PARTY, compare_fields
from negmatrix.analysis.changes.frame import Frame, Moment
from negmatrix.analysis.changes.kinds import Kind
from negmatrix.analysis.changes.records import Change
from negmatrix.model.positions import STATED, State


def compare_parties(frame: Frame) -> Iterator[Change]:
    """What changed in the parties themselves, between two files."""
    earlier = {new: old for old, new in frame.parties.later.items()}
    for name, party in frame.after.talks.parties.items():
        if name not in earlier:
            yield Change(Kind.JOINED, party=name, after=party.name)
            continue
        old = frame.before.talks.parties[earlier[name]]
        if old.id != party.id:
            guess = name in frame.parties.guessed
            yield Change(Kind.RENAMED, party=name, before=old.id, after=party.id, guess=guess)
        yield from compare_fields(old, party, PARTY, Change(Kind.DETAIL, party=name))
    for name, party in frame.before.talks.parties.items():
        if name not in frame.parties.later:
            yield Change(Kind.LEFT, party=name, before=party.name)


def find_voices(frame: Frame) -> Iterator[Change]:
    """Parties of both sides that spoke for the first time, or whose positions are all withdrawn."""
    heard = {frame.translation.party(party) for party in _heard_by(frame.before)}
    names = set(frame.parties.later.values())
    stated = _find_in(STATED, frame.later, names)
    left = _find_in(STATED, frame.earlier, _find_in(State.WITHDRAWN, frame.later, names - stated))
    for name in frame.parties.later.values():
        if name in stated and name not in heard:
            yield Change(Kind.FIRST_HEARD, party=name)
        elif name in left:
            yield Change(Kind.LEFT, party=name)


def _heard_by(moment: Moment) -> set[str]:
    """Everybody who wrote a position in a round up to this one."""
    rounds = list(moment.talks.rounds.values())[: moment.standing.turn + 1]
    return set().union(*(row for round_ in rounds for row in round_.positions.values()))


def _find_in(state: State, moment: Moment, parties: set[str]) -> set[str]:
    """Those of some parties of whom at least one cell is in a state; one that says nothing is in none."""
    missing = set(parties)
    for row in moment.standing.cells.values():
        missing -= {party for party in missing if state_of(row.get(party)) is state}
        if not missing:
            break
    return parties - missing
