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
    first, last = barred
    if first < place:
        down = _nearer(down, _stop_before(scale, place, last))
    if last > place:
        up = _nearer(up, _stop_before(scale, place, first))
    return down, up


def _find_ends(scale: Levels | Range, stretch: tuple[Text, ...] | None) -> tuple[Fraction, Fraction] | None:
    if not stretch:
        return None
    places = sorted(scale.place(end) for end in stretch)
    return places[0], places[-1]


def _nearer(one: Room, other: Room) -> Room:
    return min(one, other, key=lambda room: (room.size, not room.open))


def _stop_before(scale: Levels | Range, place: Fraction, barred: Fraction) -> Room:
    """The room before a barred place: on a range up to it, on levels to the last one that is not barred."""
    if isinstance(scale, Range):
        return Room(abs(barred - place), open=True)
    return Room(max(abs(level - place) for level in scale.places.values() if _is_before(level, place, barred)))


def _is_before(level: Fraction, place: Fraction, barred: Fraction) -> bool:
    return place <= level < barred if barred > place else barred < level <= place
