"""Scales back from stances and the places that they had on them, 0 to 1, as our tidy rows give them."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from negmatrix.importing.scales import CLOSE, Draft, measure, order_words, write_place
from negmatrix.importing.steps import Point, fresh_name, make_levels
from negmatrix.model.quantity import parse_day, parse_number


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
            else (make_levels(words, {}, points) if placed else _make_options(words))
        )
    return make_levels(words, places, points)


def _make_options(words: tuple[str, ...]) -> Draft:
    return Draft("options", words if len(words) > 1 else (*words, fresh_name("another option", words)))


def _make_range(words: tuple[str, ...], places: Mapping[str, Fraction], unit: str) -> Draft:
    """Ends by which every stance stands in its place; if none are found, the least and the most of what is said."""
    known = {value: place for word, place in places.items() if (value := measure(word)) is not None}
    values = [value for word in words if (value := measure(word)) is not None]
    days = parse_day(words[0]) is not None
    for first, last in _guess_ends(known, min(values), max(values)):
        ends = write_place(first, days=days), write_place(last, days=days)
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


def _fits(draft: Draft, known: Mapping[Fraction, Fraction]) -> bool:
    first, last = (_sort_key(name) for name in draft.names)
    return all(abs((value - first) / (last - first) - place) <= CLOSE for value, place in known.items())


def parse_place(text: str) -> Fraction | None:
    """A place as written, when it is a number from 0 to 1."""
    number = parse_number(text)
    return Fraction(number) if number is not None and 0 <= number <= 1 else None
