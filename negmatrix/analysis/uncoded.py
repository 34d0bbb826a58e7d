"""Distances on the issues whose places are too many or too odd to be coded as bits, added up one by one."""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

from negmatrix.analysis.spelling import CodedIssue, worth_of
from negmatrix.analysis.weighing import Sums


def add_uncoded(sums: Sums, issues: Sequence[CodedIssue], saliences: Sequence[Sequence[Fraction]]) -> Sums:
    """The sums with the distances on some more issues; `saliences` are by party and issue, 1 where they do not matter."""
    if not issues:
        return sums
    worths = [worth_of(issue.weight, 1, issue.steps.length) if issue.steps else Fraction() for issue in issues]
    fineness = lcm(*(worth.denominator for worth in worths))
    felt = lcm(*(salience.denominator for row in saliences for salience in row))
    factors = [int(worth * fineness) for worth in worths]
    rows = [
        [
            None if place is None else (place * factor, int(salience * felt))
            for place, factor, salience in zip((issue.places[party] for issue in issues), factors, row, strict=True)
        ]
        for party, row in enumerate(saliences)
    ]

    def differing(left: int, right: int) -> Fraction | int:
        total = sum(
            abs(one[0] - other[0]) * (one[1] + other[1])
            for one, other in zip(rows[left], rows[right], strict=True)
            if one is not None and other is not None
        )
        return sums.differing(left, right) + Fraction(total * sums.units, fineness * felt * 2)

    return sums._replace(differing=differing)
