"""What an issue is measured on: the pairs that are left to compare, and those that have settled."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.gaps import Spread
from negmatrix.analysis.pairing import Pairing, Partners
from negmatrix.analysis.spread import measure_spread
from negmatrix.analysis.steps import Steps
from negmatrix.model.talks import Thresholds
from negmatrix.model.verdicts import Word


class Ground(NamedTuple):
    """The pairs that are left to compare, and those that settled; `limit` is the distance, in steps, beyond which a pair is
    divergent; `steps` None without a scale.
    """

    open: Partners
    settled: Partners
    limit: int
    steps: Steps | None


def find_ground(
    steps: Steps | None, pairing: Pairing, ruled: Mapping[Word, list[int]], thresholds: Thresholds
) -> Ground:
    """What an issue is measured on, in steps of its scale if it has one; the pairing is without whom it does not concern."""
    none = [0] * len(pairing.ids)
    settled = ruled.get(Word.SETTLED, none)
    dropped = ruled.get(Word.DROPPED, none)
    ruled_out = zip(pairing.partners, settled, dropped, strict=True)
    open_ = [all_ & ~(one | other) for all_, one, other in ruled_out] if ruled else pairing.partners
    part, whole = thresholds.partial.as_integer_ratio()
    return Ground(open_, settled, (whole - part) * steps.length // whole if steps else 0, steps)


def measure_ground(ground: Ground, at: Mapping[int, int]) -> Spread:
    """The spread of the parties at these places over the pairs that are left to compare."""
    if ground.steps is None or not at:
        return Spread(0, 0, 0, 0, None)
    return measure_spread(at, ground.open, ground.limit, ordered=ground.steps.ordered)


def find_divergence(spread: Spread, settled: int, ground: Ground) -> Fraction | None:
    """The mean distance over pairs, those that settled at 0 among them: 0 to 1, None without any."""
    pairs = spread.pairs + settled
    return Fraction(spread.total, pairs * (ground.steps.length if ground.steps else 1)) if pairs else None
