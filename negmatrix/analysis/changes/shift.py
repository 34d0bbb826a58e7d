"""How far one stance moved."""

from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.changes.crowd import Approach
from negmatrix.analysis.changes.roll import Roll


class Shift(NamedTuple):
    """A move in whole steps of a scale of `length` steps, each worth `step` scale units; `ordered` is false on options,
    where nothing is travelled. Fractions and names are made when asked for, since many moves are made and few are read.
    """

    steps: int
    length: int
    step: Fraction
    ordered: bool
    approach: Approach | None
    roll: Roll

    @property
    def move(self) -> Fraction | None:
        """Signed, in scale units."""
        return Fraction(self.steps * self.step.numerator, self.step.denominator) if self.ordered else None

    @property
    def share(self) -> Fraction | None:
        """Signed, as a share of the scale."""
        return Fraction(self.steps, self.length) if self.ordered else None

    @property
    def toward(self) -> tuple[str, ...]:
        """Whom the mover came closer to."""
        return self.roll.names(self.approach.toward) if self.approach else ()

    @property
    def away_from(self) -> tuple[str, ...]:
        """Whom it went further from."""
        return self.roll.names(self.approach.away) if self.approach else ()

    @property
    def mean(self) -> Fraction | None:
        """The mean distance to the others, before less after."""
        return self.approach.mean if self.approach else None

    @property
    def gain(self) -> int:
        """Above 0 where the mover came closer in sum, below 0 where it went further, 0 also where nobody is."""
        return self.approach.gain if self.approach else 0
