"""Scales back from stances and the places that they had on them, 0 to 1, as our tidy rows give them."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import permutations
from typing import NamedTuple

from negmatrix.importing.scales import Draft, measure, order_words
from negmatrix.model.quantity import parse_day, parse_number

_CLOSE = Fraction(1, 10**6)
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


def rebuild_scale(points: Sequence[Point], unit: str, *, placed: bool) -> Draft | None:
    """The scale on which all points stand as they did; None without a stance. `placed`: places are given where there
    are any, so a stance without one is an option.
    """
    words = tuple(dict.fromkeys(word for point in points for word in point.words()))
    if not words:
        return None
    places = {point.stance: point.place for point in points if point.stance is not None and point.place is not None}
    bare = any(point.stance is not None and point.place is None for point in points)
    if placed and bare:
        return _make_options(words)
    values = [measure(word) for word in words]
    if None not in values and len({parse_day(word) is None for word in words}) == 1:
        return _make_range(words, places, unit)
    if not places:
        return (
            order_words(words)
            if len(words) > 1 and not any(point.accepts or point.rejects for point in points)
            else (_make_levels(words, {}, points) if placed else _make_options(words))
        )
    return _make_levels(words, places, points)


def _make_options(words: tuple[str, ...]) -> Draft:
    return Draft("options", words if len(words) > 1 else (*words, _fresh("another option", words)))


def _fresh(name: str, taken: Sequence[str]) -> str:
    while name in taken:
        name += " "
        name = name.strip() + "*"
    return name


def _make_range(words: tuple[str, ...], places: Mapping[str, Fraction], unit: str) -> Draft:
    """Ends by which every stance stands in its place; if none are found, the least and the most of what is said."""
    known = {value: place for word, place in places.items() if (value := measure(word)) is not None}
    values = [value for word in words if (value := measure(word)) is not None]
    days = parse_day(words[0]) is not None
    for first, last in _guess_ends(known, min(values), max(values)):
        ends = _write_end(first, days=days), _write_end(last, days=days)
        draft = Draft("range", (ends[0] or "", ends[1] or ""), "" if days else unit)
        if None not in ends and ends[0] != ends[1] and all(map(draft.holds, words)) and _fits(draft, known):
            return draft._replace(sure=len(known) > 1)
    low, high = min(words, key=_sort_key), max(words, key=_sort_key)
    if measure(low) == measure(high):
        low, high = _around(low, days=days)
    return Draft("range", (low, high), "" if days else unit)


def _sort_key(word: str) -> Fraction:
    return measure(word) or Fraction(0)


def _around(word: str, *, days: bool) -> tuple[str, str]:
    """Two ends around a lone number or day."""
    if days:
        year = word[:4]
        return f"{year}-01-01", f"{year}-12-31"
    value = _sort_key(word)
    return ("0", word) if value > 0 else (word, "0") if value < 0 else ("0", "1")


def _guess_ends(
    known: Mapping[Fraction, Fraction], low: Fraction, high: Fraction
) -> Iterator[tuple[Fraction, Fraction]]:
    """Pairs of ends, the likeliest first: by two stances exactly, by one with an end that it may have."""
    if not known:
        return
    near, far = min(known, key=known.__getitem__), max(known, key=known.__getitem__)
    if known[near] != known[far]:
        slope = (far - near) / (known[far] - known[near])
        first = near - known[near] * slope
        for digits in range(7):
            yield round(first, digits), round(first + slope, digits)
        return
    place = known[near]
    for end in (low, high, Fraction(0), Fraction(100), Fraction(1), near - 1, near + 1):
        if place:
            yield end, end + (near - end) / place
        else:
            yield near, end


def _write_end(value: Fraction, *, days: bool) -> str | None:
    if days:
        from datetime import date

        return date.fromordinal(int(value)).isoformat() if value.denominator == 1 and 0 < value < 3_652_060 else None
    for digits in range(13):
        rounded = round(value, digits)
        if abs(rounded - value) <= _CLOSE * abs(value) / 1000:
            text = f"{float(rounded):.{digits}f}" if abs(rounded) < 10**12 else str(int(rounded))
            return text if measure(text) == rounded else None
    return None


def _fits(draft: Draft, known: Mapping[Fraction, Fraction]) -> bool:
    first, last = (_sort_key(name) for name in draft.names)
    return all(abs((value - first) / (last - first) - place) <= _CLOSE for value, place in known.items())


def _make_levels(words: tuple[str, ...], places: Mapping[str, Fraction], points: Sequence[Point]) -> Draft:
    """Levels in the order of their places: evenly spaced with a made-up level in each gap, if that fits; else measured.

    Words that nobody stands on have no place: they go where what is accepted and rejected makes sense.
    """
    loose = [word for word in words if word not in places]
    for count in range(max(2, len(words)), _MOST_LEVELS + 1):
        slots = {word: place * (count - 1) for word, place in places.items()}
        whole = {word: round(slot) for word, slot in slots.items()}
        if len(set(whole.values())) < len(whole) or any(
            abs(slots[word] - whole[word]) > _CLOSE * count for word in whole
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
    for tried, slots in enumerate(permutations(free, len(loose))):
        where = {**placed, **dict(zip(loose, slots, strict=True))}
        if all(_makes_sense(where, *told) for told in distinct):
            return where
        if tried > _MOST_TRIES // len(distinct):
            break
    return None


def _makes_sense(where: Mapping[str, int], stance: str | None, accepts: Sequence[str], rejects: Sequence[str]) -> bool:
    """Whether the stance lies within what is accepted and beside what is rejected, and not all that is accepted is."""
    taken, barred = ([where[word] for word in words] for words in (accepts, rejects))
    if stance is not None and taken and not min(taken) <= where[stance] <= max(taken):
        return False
    if stance is not None and barred and min(barred) <= where[stance] <= max(barred):
        return False
    return not (taken and barred and min(barred) <= min(taken) and max(taken) <= max(barred))


def _fill_gaps(placed: Mapping[str, int], count: int) -> tuple[str, ...]:
    names = {slot: word for word, slot in placed.items()}
    return tuple(names.get(slot) or _fresh(f"level {slot + 1}", tuple(placed)) for slot in range(count))


def _make_measured(places: Mapping[str, Fraction], words: tuple[str, ...]) -> Draft:
    """Levels with their places as numbers from 0 to 100; words without one are left out."""
    by_place = {place: word for word, place in reversed(list(places.items()))}
    for place, name in ((Fraction(0), "first level"), (Fraction(1), "last level")):
        if place not in by_place:
            by_place[place] = _fresh(name, words)
    ordered = sorted(by_place.items())
    at = tuple(_write_end(place * 100, days=False) or f"{float(place * 100):.9f}" for place, _ in ordered)
    return Draft("levels", tuple(word for _, word in ordered), places=at)


def parse_place(text: str) -> Fraction | None:
    """A place as written, when it is a number from 0 to 1."""
    number = parse_number(text)
    return Fraction(number) if number is not None and 0 <= number <= 1 else None
