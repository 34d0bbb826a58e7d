"""How much closer each party came to where the others were."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from negmatrix.analysis.changes.issue_cells import IssueCells
from negmatrix.analysis.changes.records import Concession


def measure_concessions(parties: Sequence[str], issues: Iterable[IssueCells]) -> tuple[Concession, ...]:
    """For each party, over the issues on which it had a stance both times and some partner had one before: the weighted
    sum of the mean distance to the partners' former stances, before less after. Positive: it came closer. Issues of
    weight 0 do not count.
    """
    sums: dict[Decimal, dict[tuple[str, int], int]] = {}
    counts = dict.fromkeys(parties, 0)
    for cells in issues:
        weight = cells.issue.known.weight
        gains = sums.setdefault(weight, {})
        for party, shift in cells.shifts.items() if weight else ():
            counts[party] = counts.get(party, 0) + (shift.met > 0)
            if shift.gain:
                key = party, shift.base
                gains[key] = gains.get(key, 0) + shift.gain
    amounts = _weigh(parties, sums)
    return tuple(Concession(party, amounts[party] if counts[party] else None, counts[party]) for party in parties)


def _weigh(parties: Sequence[str], sums: Mapping[Decimal, Mapping[tuple[str, int], int]]) -> dict[str, Fraction]:
    """Few different weights and scales make few fractions, which cost more than whole numbers."""
    amounts = dict.fromkeys(parties, Fraction())
    for weight, gains in sums.items():
        for (party, base), gain in gains.items():
            amounts[party] += Fraction(weight) * Fraction(gain, base)
    return amounts
