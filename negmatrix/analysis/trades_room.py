"""How far a party may move on an issue within its red lines."""

from fractions import Fraction
from typing import NamedTuple

from negmatrix.model.positions import Position
from negmatrix.model.scales import Levels, Range
from negmatrix.source import Text

_ZERO = Fraction()


class Room(NamedTuple):
    """How far a party may go from where it stands, as a share of the scale; an `open` end itself is not reached."""

    size: Fraction
    open: bool = False


NO_ROOM = Room(_ZERO)
_ALL = Room(Fraction(1))


def find_room(scale: Levels | Range, position: Position, stance: Text) -> tuple[Room, Room]:
    """The room toward the first and toward the last end of the scale: within what a party accepts, where it says so,
    and before what it rejects. None for a fixed stance, and for one that lies itself beyond the party's red lines.
    """
    place = scale.place(stance)
    low, high = _find_ends(scale, position.accepts) or (_ZERO, Fraction(1))
    if position.fixed or not low <= place <= high:
        return NO_ROOM, NO_ROOM
    down, up = Room(place - low), Room(high - place)
    barred = _find_ends(scale, position.rejects)
    if barred is None:
        return down, up
    return _nearer(down, _stop_before(scale, place, barred, -1)), _nearer(up, _stop_before(scale, place, barred, 1))


def _find_ends(scale: Levels | Range, stretch: tuple[Text, ...] | None) -> tuple[Fraction, Fraction] | None:
    if not stretch:
        return None
    places = sorted(scale.place(end) for end in stretch)
    return places[0], places[-1]


def _nearer(one: Room, other: Room) -> Room:
    return min(one, other, key=lambda room: (room.size, not room.open))


def _stop_before(scale: Levels | Range, place: Fraction, barred: tuple[Fraction, Fraction], way: int) -> Room:
    """The room toward what is barred, one way (-1 or 1) from a place: on a range up to it, on levels to the last level
    before it. None from within; who stands on its end may still turn away.
    """
    near, far = sorted((end - place) * way for end in barred)
    if far <= 0:
        return _ALL
    if near <= 0:
        return NO_ROOM
    if isinstance(scale, Range):
        return Room(near, open=True)
    return Room(max(gap for level in scale.places.values() if 0 <= (gap := (level - place) * way) < near))
