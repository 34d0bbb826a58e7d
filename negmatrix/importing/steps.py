"""Levels back from the places that stances had on them."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice, permutations
from typing import NamedTuple

from negmatrix.importing.scales import CLOSE, Draft, write_place

_MOST_LEVELS = 24
_MOST_TRIES = 5000


class Point(NamedTuple):
    """What a cell says of the scale: its stance, the stance's place if given, and what it accepts and rejects."""

    stance: str | None
    place: Fraction | None
    accepts: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()

    def words(self) -> Iterator[str]:
        """All that must stand on the scale."""
        yield from (() if self.stance is None else (self.stance,))
        yield from self.accepts
        yield from self.rejects


def fresh_name(name: str, taken: Sequence[str]) -> str:
    """A name that is not taken yet, with stars behind it where it was."""
    while name in taken:
        name += "*"
    return name


def make_levels(words: tuple[str, ...], places: Mapping[str, Fraction], points: Sequence[Point]) -> Draft:
    """Levels in the order of their places: evenly spaced with a made-up level in each gap, if that fits; else measured.

    Words that nobody stands on have no place: they go where what is accepted and rejected makes sense.
    """
    loose = [word for word in words if word not in places]
    for count in range(max(2, len(words)), _MOST_LEVELS + 1):
        slots = {word: place * (count - 1) for word, place in places.items()}
        whole = {word: round(slot) for word, slot in slots.items()}
        if len(set(whole.values())) < len(whole) or any(
            abs(slots[word] - whole[word]) > CLOSE * count for word in whole
        ):
            continue
        placed = _place_loose(whole, loose, count, points)
        if placed is not None:
            return Draft("levels", _fill_gaps(placed, count), sure=len(placed) == count and not loose)
    return _make_measured(places, words)


def _place_loose(
    placed: Mapping[str, int], loose: Sequence[str], count: int, points: Sequence[Point]
) -> dict[str, int] | None:
    free = [slot for slot in range(count) if slot not in placed.values()]
    distinct = dict.fromkeys((point.stance, point.accepts, point.rejects) for point in points)
    if not loose:
        return dict(placed)
    if len(distinct) > 200:
        return None
    for rising in (True, False):
        tries = islice(permutations(free, len(loose)), _MOST_TRIES // len(distinct))
        for slots in tries:
            where = {**placed, **dict(zip(loose, slots, strict=True))}
            if all(_makes_sense(where, *told, rising=rising) for told in distinct):
                return where
    return None


def _makes_sense(
    where: Mapping[str, int], stance: str | None, accepts: Sequence[str], rejects: Sequence[str], *, rising: bool
) -> bool:
    """Whether the stance lies within what is accepted and beside what is rejected, and not all that is accepted is.

    People write the lower end first, mostly: `rising` asks for that.
    """
    taken, barred = ([where[word] for word in words] for words in (accepts, rejects))
    if rising and (taken != sorted(taken) or barred != sorted(barred)):
        return False
    if stance is not None and taken and not min(taken) <= where[stance] <= max(taken):
        return False
    if stance is not None and barred and min(barred) <= where[stance] <= max(barred):
        return False
    return not (taken and barred and min(barred) <= min(taken) and max(taken) <= max(barred))


def _fill_gaps(placed: Mapping[str, int], count: int) -> tuple[str, ...]:
    names = {slot: word for word, slot in placed.items()}
    return tuple(names.get(slot) or fresh_name(f"level {slot + 1}", tuple(placed)) for slot in range(count))


def _make_measured(places: Mapping[str, Fraction], words: tuple[str, ...]) -> Draft:
    """Levels with their places as numbers from 0 to 100; words without one, or on the place of another, are left out."""
    by_place = {place: word for word, place in reversed(list(places.items()))}
    for place, name in ((Fraction(0), "first level"), (Fraction(1), "last level")):
        if place not in by_place:
            by_place[place] = fresh_name(name, words)
    at = {
        write_place(place * 100, days=False) or f"{float(place * 100):.6f}": word
        for place, word in sorted(by_place.items())
    }
    distinct = {Fraction(text): text for text in at}
    return Draft("levels", tuple(at[text] for text in distinct.values()), places=tuple(distinct.values()))
