"""Scales: where a stance can stand on an issue, and how far apart two stances are."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Final, NamedTuple, TypeAlias

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


class _Written:
    """Equal to another of its kind if it is written alike. Data classes would cost a call several milliseconds."""

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._written() == other._written()

    def __hash__(self) -> int:
        return hash(self._written())

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self._written()!r}"

    def _written(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__match_args__)


class Levels(_Written):
    """An ordered scale: evenly spaced levels, or measured ones that all carry `at`, in `unit`."""

    __slots__ = ("levels", "note", "places", "unit")
    __match_args__ = ("levels", "unit", "note")

    def __init__(self, levels: tuple[Level, ...], unit: Text | None = None, note: Text | None = None) -> None:
        self.levels: Final = levels
        self.unit: Final = unit
        self.note: Final = note
        self.places: Final = _level_places(levels)

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


class Range(_Written):
    """All numbers, or all days, between two different ends, of which the first may be the larger; ValueError for ends
    that are neither.
    """

    __slots__ = ("anchors", "days", "ends", "high", "low", "note", "unit")
    __match_args__ = ("ends", "unit", "anchors", "note")

    def __init__(
        self,
        ends: tuple[Text, Text],
        unit: Text | None = None,
        anchors: tuple[tuple[Text, Text], ...] = (),
        note: Text | None = None,
    ) -> None:
        self.ends: Final = ends
        self.unit: Final = unit
        self.anchors: Final = anchors
        self.note: Final = note
        self.days: Final = parse_day(ends[0]) is not None
        first, last = (self.value(end) for end in ends)
        if first is None or last is None:
            raise ValueError(ends)
        self.low: Final = first
        self.high: Final = last

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


class Options(_Written):
    """Unordered choices: two stances are equal or they are not."""

    __slots__ = ("_known", "note", "options")
    __match_args__ = ("options", "note")

    def __init__(self, options: tuple[Level, ...], note: Text | None = None) -> None:
        self.options: Final = options
        self.note: Final = note
        self._known: Final = frozenset(option.name for option in options)

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
