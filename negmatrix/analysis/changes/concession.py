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
    gains: dict[str, dict[tuple[Decimal, int], int]] = {party: {} for party in parties}
    counts = dict.fromkeys(parties, 0)
    for cells in issues:
        weight = cells.issue.known.weight
        for party, approach in cells.approaches.items() if weight else ():
            counts[party] += 1
            if approach.gain:
                found, key = gains[party], (weight, approach.base)
                found[key] = found.get(key, 0) + approach.gain
    return tuple(
        Concession(party, _add_up(gains[party]) if counts[party] else None, counts[party]) for party in parties
    )


def _add_up(gains: Mapping[tuple[Decimal, int], int]) -> Fraction:
    """Few different weights and scales make few fractions, which cost more than whole numbers."""
    return sum((Fraction(weight) * Fraction(gain, base) for (weight, base), gain in gains.items()), Fraction())
