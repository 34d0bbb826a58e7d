"""Where what several parties accept meets, and where it does not."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations, product
from typing import NamedTuple

from negmatrix.analysis.acceptance import Bound, Piece, Pieces, Ruler
from negmatrix.analysis.centre import Value
from negmatrix.model.scales import Levels, Options, Range
from negmatrix.source import Text


class Reach(NamedTuple):
    """A stretch of a scale in its own words: levels, options, numbers or dates. An end may itself lie outside.

    The places run from 0 to 1, None on options.
    """

    low: Value
    high: Value
    low_included: bool = True
    high_included: bool = True
    low_place: Fraction | None = None
    high_place: Fraction | None = None

    @property
    def published(self) -> tuple[str, ...]:
        """What is written of it as JSON."""
        return ("low", "high", "low_included", "high_included")


class Blocked(NamedTuple):
    """Two parties that accept nothing in common, and the gap from what one accepts to what the other does: a share of
    the scale, and its two ends. None on options, and where one of them rejects all that it accepts.
    """

    left: str
    right: str
    gap: Fraction | None = None
    ends: Reach | None = None


class Favourite(NamedTuple):
    """A stretch or an option that most accept, with who does and who does not."""

    at: Reach
    accepted_by: tuple[str, ...]
    refused_by: tuple[str, ...]


def find_favourites(ruler: Ruler, accepted: Mapping[str, Pieces]) -> tuple[Favourite, ...]:
    """What most parties accept, from the first end of the scale to the last: of all, where all meet. Empty where nobody
    accepts anything. Such a stretch begins where somebody's does, and ends where the first of them ends.
    """
    lows = sorted({piece.low for pieces in accepted.values() for piece in pieces})
    found = [(low, _find_covering(accepted, low)) for low in lows]
    most = max((len(covering) for _, covering in found), default=0)
    return tuple(
        Favourite(
            name_reach(ruler, Piece(low, min(piece.high for piece in covering.values()))),
            tuple(covering),
            tuple(party for party in accepted if party not in covering),
        )
        for low, covering in found
        if len(covering) == most
    )


def _find_covering(accepted: Mapping[str, Pieces], point: Bound) -> dict[str, Piece]:
    return {party: piece for party, pieces in accepted.items() for piece in pieces if piece.low <= point <= piece.high}


def find_blocked(ruler: Ruler, accepted: Mapping[str, Pieces]) -> tuple[Blocked, ...]:
    """The pairs that accept nothing in common, by sorted ids."""
    return tuple(
        _measure_gap(ruler, left, right, accepted)
        for left, right in combinations(sorted(accepted), 2)
        if not any(_meet(one, other) for one, other in product(accepted[left], accepted[right]))
    )


def _meet(one: Piece, other: Piece) -> bool:
    return max(one.low, other.low) <= min(one.high, other.high)


def _measure_gap(ruler: Ruler, left: str, right: str, accepted: Mapping[str, Pieces]) -> Blocked:
    if isinstance(ruler.scale, Options):
        return Blocked(left, right)
    between = [
        name_reach(ruler, Piece(min(one.high, other.high), max(one.low, other.low)))
        for one, other in product(accepted[left], accepted[right])
    ]
    if not between:
        return Blocked(left, right)
    gap, ends = min((_length(reach), reach) for reach in between)
    return Blocked(left, right, gap, ends)


def _length(reach: Reach) -> Fraction:
    return (reach.high_place or Fraction()) - (reach.low_place or Fraction())


def name_reach(ruler: Ruler, piece: Piece) -> Reach:
    """A piece in the words of its scale."""
    (low, low_side), (high, high_side) = piece
    scale = ruler.scale
    if isinstance(scale, Range):
        return Reach(_value(scale, low), _value(scale, high), not low_side, not high_side, low, high)
    first, last = scale.names[int(low)], scale.names[int(high)]
    places = (scale.places[first], scale.places[last]) if isinstance(scale, Levels) else (None, None)
    return Reach(_word(first), _word(last), True, True, *places)


def _value(scale: Range, place: Fraction) -> Value:
    return scale.write(Fraction(scale.low) + place * (Fraction(scale.high) - Fraction(scale.low)))


def _word(name: Text) -> str:
    return name
