"""What one party could live with on an issue: pieces of its scale."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from negmatrix.model.positions import STATED, Position
from negmatrix.model.scales import Options, Range, Scale

Bound: TypeAlias = tuple[Fraction, int]
"""A point of a ruler and the side of it that is meant: 0 the point itself, -1 all before it, 1 all behind it."""


class Piece(NamedTuple):
    """All between two bounds."""

    low: Bound
    high: Bound

    @property
    def empty(self) -> bool:
        """Whether nothing lies between."""
        return self.low > self.high


Pieces: TypeAlias = tuple[Piece, ...]
"""What a party accepts, from the first end of the scale to the last; none of it touches another."""


class Ruler(NamedTuple):
    """A scale as a line of points: places on a range; the numbers of levels and options, with nothing between two."""

    scale: Scale

    @property
    def whole(self) -> bool:
        """Whether there is nothing between two points."""
        return not isinstance(self.scale, Range)

    def point(self, stance: str) -> Fraction:
        """Where a stance lies."""
        if isinstance(self.scale, Range):
            return self.scale.place(stance)
        return Fraction(self.scale.names.index(stance))

    def before(self, point: Fraction) -> Bound:
        """The last bound before a point."""
        return (point - 1, 0) if self.whole else (point, -1)

    def behind(self, point: Fraction) -> Bound:
        """The first bound behind a point."""
        return (point + 1, 0) if self.whole else (point, 1)


def find_accepted(ruler: Ruler, position: Position | None) -> Pieces | None:
    """What a party accepts less what it rejects; None where it does not say: `rejects` alone does not."""
    stretch = None if position is None else find_stretch(position)
    if position is None or stretch is None:
        return None
    accepted = tuple(_take(ruler, stretch))
    for low, high in _take(ruler, position.rejects or ()):
        accepted = tuple(_cut(ruler, accepted, low[0], high[0]))
    return accepted


def find_stretch(position: Position) -> Sequence[str] | None:
    """What a party accepts as it is written: where it is fixed, its stance alone; None where it does not say."""
    if position.state is not STATED:
        return None
    return (position.stance,) if position.fixed and position.stance is not None else position.accepts


def _take(ruler: Ruler, stretch: Sequence[str]) -> Iterator[Piece]:
    """All between two ends, or each option."""
    points = sorted(ruler.point(stance) for stance in stretch)
    if isinstance(ruler.scale, Options):
        yield from (Piece((point, 0), (point, 0)) for point in points)
    elif points:
        yield Piece((points[0], 0), (points[-1], 0))


def _cut(ruler: Ruler, pieces: Pieces, low: Fraction, high: Fraction) -> Iterator[Piece]:
    """What is left of pieces without all from one point to another, these included."""
    for piece in pieces:
        rest = (
            Piece(piece.low, min(piece.high, ruler.before(low))),
            Piece(max(piece.low, ruler.behind(high)), piece.high),
        )
        yield from (part for part in rest if not part.empty)
