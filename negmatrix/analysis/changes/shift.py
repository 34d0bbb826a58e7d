"""Where one party stood on an issue and where it stands, whether it moved or not."""

from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.changes.crowd import Crowd
from negmatrix.analysis.footing import Footing
from negmatrix.analysis.pairing import Pairing


class Shift(NamedTuple):
    """Two places, in steps, among a crowd, and what the way between them did to the distances to others' former stances:
    `gain` is their sum before less after, in steps; `met` is the mask of those others, none for who is not measured.
    Fractions and names are made when asked for, since many moves are made and few are read.
    """

    old: int
    new: int
    gain: int
    met: int
    crowd: Crowd

    @property
    def steps(self) -> int:
        """The way, signed, in steps of the scale."""
        return self.new - self.old

    @property
    def move(self) -> Fraction | None:
        """Signed, in scale units; None on options, where nothing is travelled."""
        unit = self.crowd.unit
        return Fraction(self.steps * unit.numerator, unit.denominator) if self.crowd.ordered else None

    @property
    def share(self) -> Fraction | None:
        """Signed, as a share of the scale; None on options."""
        return Fraction(self.steps, self.crowd.length) if self.crowd.ordered else None

    @property
    def closer(self) -> int:
        """The mask of those whom the mover came closer to."""
        return self.crowd.nearer(self.new, self.old) & self.met

    @property
    def further(self) -> int:
        """The mask of those whom it went further from."""
        return self.crowd.nearer(self.old, self.new) & self.met

    @property
    def toward(self) -> tuple[str, ...]:
        """Whom the mover came closer to."""
        return self.crowd.roll.names(self.closer)

    @property
    def away_from(self) -> tuple[str, ...]:
        """Whom it went further from."""
        return self.crowd.roll.names(self.further)

    @property
    def base(self) -> int:
        """How many others there are, times the steps of the scale."""
        return self.met.bit_count() * self.crowd.length

    @property
    def approach(self) -> Fraction | None:
        """The mean distance before less after, -1 to 1: positive, it came closer; None where there is nobody."""
        return Fraction(self.gain, self.base) if self.met else None


def find_shifts(crowd: Crowd, before: Footing, after: Footing, pairing: Pairing) -> dict[str, Shift]:
    """The shifts of all parties with a stance both times, of whom some may not be measured."""
    everyone, partners, number_of, find_new = crowd.everyone, pairing.partners, pairing.numbers.get, after.places.get
    shifts = {}
    for party, old in before.places.items():
        new = find_new(party)
        if new is not None:
            number = number_of(party)
            met = 0 if number is None else everyone & partners[number]
            gain = crowd.gain(number, met, old, new) if number is not None and met else 0
            shifts[party] = Shift(old, new, gain, met, crowd)
    return shifts
