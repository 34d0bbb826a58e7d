"""Who got what over all settlements."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.outcome import Outcome


class OutcomeTotal(NamedTuple):
    """A party over all settled issues: its mean distance from opening to settlement, by the issues' weights over `n`
    issues, and by its own salience over `n_by_salience`; None where there are none.
    """

    party: str
    given: Fraction | None
    n: int
    given_by_salience: Fraction | None
    n_by_salience: int


def total_outcome(outcomes: Sequence[Outcome], parties: Sequence[str]) -> tuple[OutcomeTotal, ...]:
    """What each party gave over all settled issues on which it had a stance; issues of weight 0 do not count."""
    return tuple(_total(outcomes, party) for party in parties)


def _total(outcomes: Sequence[Outcome], party: str) -> OutcomeTotal:
    own = [
        (outcome.weight, one) for outcome in outcomes if outcome.weight for one in outcome.parties if one.party == party
    ]
    weighed = [(weight, one.opening_distance) for weight, one in own]
    by_salience = [(one.salience, one.opening_distance) for _, one in own if one.salience is not None]
    return OutcomeTotal(party, _mean(weighed), len(weighed), _mean(by_salience), len(by_salience))


def _mean(values: Sequence[tuple[Fraction, Fraction]]) -> Fraction | None:
    weights = sum((weight for weight, _ in values), Fraction())
    return sum((weight * value for weight, value in values), Fraction()) / weights if weights else None
