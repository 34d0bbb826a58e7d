"""How much closer each party came to where the others were."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from negmatrix.analysis.changes.records import Concession
from negmatrix.analysis.changes.rows import IssueCells


def measure_concessions(parties: Sequence[str], issues: Iterable[IssueCells]) -> tuple[Concession, ...]:
    """For each party, over the issues on which it had a stance both times and some partner had one before: the weighted
    sum of the mean distance to the partners' former stances, before less after. Positive: it came closer. Issues of
    weight 0 do not count.
    """
    amounts = dict.fromkeys(parties, Fraction())
    counts = dict.fromkeys(parties, 0)
    for cells in issues:
        weight = Fraction(cells.issue.known.weight)
        if not weight:
            continue
        for party, approach in cells.approaches.items():
            counts[party] += 1
            if approach.mean:
                amounts[party] += weight * approach.mean
    return tuple(Concession(party, amounts[party] if counts[party] else None, counts[party]) for party in parties)
