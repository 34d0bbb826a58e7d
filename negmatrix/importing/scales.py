"""Scales that an import proposes."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from negmatrix.importing.vocabulary import SCALES
from negmatrix.model.quantity import MAX_DIGITS, parse_day, parse_number
from negmatrix.model.scales import BUILT_IN

CLOSE = Fraction(1, 10**6)
"""How close two places are that are taken for one: tidy rows round them to 12 digits."""

_LENGTH_OF_DAY = len("YYYY-MM-DD")
_ORDERED = frozenset(word for scale in SCALES for word in scale)


class Draft(NamedTuple):
    """A scale to be: `names` are levels or options in order, or the two ends of a range.

    `places` are the levels' numbers where they are not evenly spaced; `shared` is its id when several issues have it;
    `sure` when nothing about it is a guess.
    """

    kind: str
    names: tuple[str, ...]
    unit: str = ""
    places: tuple[str, ...] = ()
    shared: str = ""
    sure: bool = False

    @property
    def built_in(self) -> str:
        """The built-in scale that has just these levels; empty when there is none."""
        return next(
            (name for name, scale in BUILT_IN.items() if self.kind == "levels" and scale.names == self.names), ""
        )

    def holds(self, stance: str) -> bool:
        """Whether a stance stands on it."""
        if self.kind != "range":
            return stance in self.names
        ends = _whole_ends(self.names)
        if ends is not None and _is_whole(stance):
            return ends[0] <= int(stance) <= ends[1]
        return self.place(stance) is not None

    def place(self, stance: str) -> Fraction | None:
        """Where a stance stands: its number, its day or its index among the names; None beside the scale."""
        if self.kind != "range":
            return Fraction(self.names.index(stance)) if stance in self.names else None
        value, (first, last) = measure(stance), map(measure, self.names)
        if value is None or first is None or last is None or not min(first, last) <= value <= max(first, last):
            return None
        return value if (parse_day(stance) is None) == (parse_day(self.names[0]) is None) else None


def _is_whole(text: str) -> bool:
    """Whether a text is a plain whole number that any reader takes for one."""
    return text.isdigit() and text.isascii() and (text[0] != "0" or text == "0") and len(text) <= MAX_DIGITS


@lru_cache(maxsize=64)
def _whole_ends(names: tuple[str, ...]) -> tuple[int, int] | None:
    """The ends of a range from the least to the most; None unless both are whole numbers."""
    low, high = sorted(map(int, names)) if all(map(_is_whole, names)) else (0, -1)
    return (low, high) if low <= high else None


def measure(text: str) -> Fraction | None:
    """A number, or a day counted from year 1; None for other words."""
    day = parse_day(text) if len(text) == _LENGTH_OF_DAY else None
    number = Decimal(day.toordinal()) if day else parse_number(text)
    return None if number is None else Fraction(number)


def order_words(words: Sequence[str]) -> Draft:
    """Levels where the order of the words is known, with the words of it that are missing; else options."""
    spelled: Mapping[str, str] = {word.casefold(): word for word in reversed(words)}
    fitting = [scale for scale in SCALES if spelled.keys() <= set(scale)]
    if not fitting or len(spelled) < len(set(words)):
        return Draft("options", tuple(words))
    scale = min(fitting, key=len)
    capital = all(word[:1].isupper() for word in words)
    return Draft("levels", tuple(spelled.get(word) or (word.capitalize() if capital else word) for word in scale))


def knows_order(words: Sequence[str]) -> bool:
    """Whether these are words of an order that is known."""
    return words[0].casefold() in _ORDERED and any(
        {word.casefold() for word in words} <= set(scale) for scale in SCALES
    )


def write_place(value: Fraction, *, days: bool) -> str | None:
    """A number as the format has it, or a day; None for what cannot be written exactly enough."""
    if days:
        return date.fromordinal(int(value)).isoformat() if value.denominator == 1 and 0 < value < 3_652_060 else None
    for digits in range(13):
        rounded = round(value, digits)
        if abs(rounded - value) <= CLOSE * abs(value) / 1000:
            text = f"{float(rounded):.{digits}f}" if abs(rounded) < 10**12 else str(int(rounded))
            return text if measure(text) == rounded else None
    return None
