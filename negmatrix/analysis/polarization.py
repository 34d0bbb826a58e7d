"""Whether the parties of an issue stand in camps: what a mean distance does not tell."""

from collections import Counter
from collections.abc import Collection
from fractions import Fraction

from negmatrix.analysis.steps import Steps


def measure_polarization(steps: Steps | None, stances: Collection[str]) -> Fraction | None:
    """How polarized stances are, each of which the steps hold: 0 (all at one place) to 1 (two equal camps at the two ends); None for fewer than two.

    `4 Σ_i Σ_j p_i² p_j d(i, j)` with p the share of parties at a place: the measure of J. Esteban and D. Ray (1994), at
    α = 1 and scaled to 1.
    """
    if steps is None or len(stances) < 2:
        return None
    camps = Counter(steps.places[stance] for stance in stances)
    return Fraction(4 * _sum_alienation(camps, steps), len(stances) ** 3 * steps.length)


def _sum_alienation(camps: Counter[int], steps: Steps) -> int:
    """Σ_i Σ_j n_i² n_j d(i, j), in steps."""
    if not steps.ordered:
        return sum(size * size * (camps.total() - size) for size in camps.values())
    total = before = squares = gap = gap_of_squares = previous = 0
    for place, size in sorted(camps.items()):  # each camp with all before it, the two terms of a pair together
        gap += before * (place - previous)
        gap_of_squares += squares * (place - previous)
        total += size * (size * gap + gap_of_squares)
        before, squares, previous = before + size, squares + size * size, place
    return total
