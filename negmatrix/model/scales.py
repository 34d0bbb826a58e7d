"""Scales: where a stance can stand on an issue, and how far apart two stances are."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import NamedTuple, TypeAlias

from negmatrix.model.quantity import parse_day, parse_number
from negmatrix.source import Text

RESERVED = ("n/a", "withdrawn", "unknown")
"""Words that say something about a position and so cannot be levels or options."""


class Level(NamedTuple):
    """A step of an ordered scale, or one of its options, with what it means and its name in an earlier file."""

    name: Text
    at: Decimal | None = None
    means: Text | None = None
    was: Text | None = None


@dataclass(frozen=True, slots=True)
class Levels:
    """An ordered scale: evenly spaced levels, or measured ones that all carry `at`, in `unit`."""

    levels: tuple[Level, ...]
    unit: Text | None = None
    note: Text | None = None
    places: dict[str, Fraction] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "places", _level_places(self.levels))

    @property
    def measured(self) -> bool:
        """Whether the levels carry numbers of their own."""
        return self.levels[0].at is not None

    @property
    def names(self) -> tuple[Text, ...]:
        """The levels by name, in order."""
        return tuple(level.name for level in self.levels)

    def holds(self, stance: str) -> bool:
        """Whether a stance is one of the levels."""
        return stance in self.places

    def place(self, stance: str) -> Fraction:
        """Where a level lies between the first (0) and the last (1); KeyError for what is no level."""
        return self.places[stance]

    def distance(self, left: str, right: str) -> Fraction:
        """How far apart two levels lie, 0 to 1."""
        return abs(self.places[left] - self.places[right])

    def same(self, left: str, right: str) -> bool:
        """Whether two stances are the same level."""
        return left == right


def _level_places(levels: tuple[Level, ...]) -> dict[str, Fraction]:
    if levels[0].at is None:
        return {level.name: Fraction(index, max(len(levels) - 1, 1)) for index, level in enumerate(levels)}
    first, last = Fraction(levels[0].at), Fraction(levels[-1].at or 0)
    return {level.name: (Fraction(level.at or 0) - first) / (last - first) for level in levels}


@dataclass(frozen=True, slots=True)
class Range:
    """All numbers, or all days, between two different ends, of which the first may be the larger."""

    ends: tuple[Text, Text]
    unit: Text | None = None
    anchors: tuple[tuple[Text, Text], ...] = ()
    note: Text | None = None
    days: bool = field(init=False, compare=False)
    low: Decimal = field(init=False, repr=False, compare=False)
    high: Decimal = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "days", parse_day(self.ends[0]) is not None)
        first, last = (self.value(end) for end in self.ends)
        object.__setattr__(self, "low", first)
        object.__setattr__(self, "high", last)

    @property
    def names(self) -> tuple[Text, ...]:
        """A range has numbers or days instead of names."""
        return ()

    def value(self, stance: str) -> Decimal | None:
        """A stance as a number, of days since year 1 on a range of dates; None if it is neither."""
        if not self.days:
            return parse_number(stance)
        day = parse_day(stance)
        return Decimal(day.toordinal()) if day else None

    def number(self, stance: str) -> Decimal:
        """The same for a stance that is known to be one; ValueError for any other."""
        value = self.value(stance)
        if value is None:
            raise ValueError(stance)
        return value

    def holds(self, stance: str) -> bool:
        """Whether a stance is a number (or a day) between the ends."""
        value = self.value(stance)
        return value is not None and min(self.low, self.high) <= value <= max(self.low, self.high)

    def place(self, stance: str) -> Fraction:
        """Where a stance lies between the first end (0) and the last (1); ValueError for what is no number."""
        low, low_parts = self.low.as_integer_ratio()
        high, high_parts = self.high.as_integer_ratio()
        own, own_parts = self.number(stance).as_integer_ratio()
        return Fraction(
            (own * low_parts - low * own_parts) * high_parts, (high * low_parts - low * high_parts) * own_parts
        )

    def distance(self, left: str, right: str) -> Fraction:
        """How far apart two stances lie, as a share of the range."""
        return abs(self.place(left) - self.place(right))

    def same(self, left: str, right: str) -> bool:
        """Whether two stances are the same number or day, however they are written."""
        return self.value(left) == self.value(right)

    def write(self, value: Fraction) -> str | Fraction:
        """A value of this range for people's eyes: on a range of dates the nearest day, else the number itself."""
        return date.fromordinal(floor(value + Fraction(1, 2))).isoformat() if self.days else value


@dataclass(frozen=True, slots=True)
class Options:
    """Unordered choices: two stances are equal or they are not."""

    options: tuple[Level, ...]
    note: Text | None = None
    _known: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known", frozenset(self.names))

    @property
    def names(self) -> tuple[Text, ...]:
        """The options by name, in the order of the file, which means nothing."""
        return tuple(option.name for option in self.options)

    def holds(self, stance: str) -> bool:
        """Whether a stance is one of the options."""
        return stance in self._known

    def place(self, stance: str) -> None:  # noqa: ARG002 - one signature for all scales
        """Options have no place."""
        return

    def distance(self, left: str, right: str) -> Fraction:
        """0 for the same option, 1 for two different ones."""
        return Fraction(left != right)

    def same(self, left: str, right: str) -> bool:
        """Whether two stances are the same option."""
        return left == right


Scale: TypeAlias = Levels | Range | Options


def _built_in(*names: str) -> Levels:
    return Levels(tuple(Level(Text(name)) for name in names))


BUILT_IN: dict[str, Levels] = {
    "support": _built_in("oppose strongly", "oppose", "neutral", "support", "support strongly"),
    "support-3": _built_in("oppose", "neutral", "support"),
    "yes-no": _built_in("no", "yes"),
    "priority": _built_in("block", "oppose", "neutral", "support", "high priority"),
}
"""The scales that every talks knows by name."""
