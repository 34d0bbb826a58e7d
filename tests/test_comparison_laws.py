"""What must hold of two parties side by side, whatever the talks."""

from fractions import Fraction

from hypothesis import given

from negmatrix.analysis.comparison import measure_comparison
from negmatrix.analysis.pairs import measure_pairs
from negmatrix.model.counting import counted_pairs
from negmatrix.model.talks import Talks
from tests.laws import bounded_talks, latest


@given(bounded_talks())
def test_a_comparison_turned_round_says_the_same(talks: Talks) -> None:
    standing = latest(talks)
    for left, right in counted_pairs(talks):
        one, other = measure_comparison(talks, standing, left, right), measure_comparison(talks, standing, right, left)
        assert one.counts == other.counts
        assert [(i.id, i.relation, i.agreement, i.span, i.meet) for i in one.issues] == [
            (i.id, i.relation, i.agreement, i.span, i.meet) for i in other.issues
        ]
        assert [(i.left, i.right) for i in one.issues] == [(i.right, i.left) for i in other.issues]
        assert (one.pair and one.pair.agreement) == (other.pair and other.pair.agreement)


@given(bounded_talks())
def test_a_comparison_adds_up_to_the_pairs_own_agreement(talks: Talks) -> None:
    standing = latest(talks)
    for pair in measure_pairs(talks, standing):
        result = measure_comparison(talks, standing, pair.left, pair.right)
        known = [(i.weight, i.agreement) for i in result.issues if i.agreement is not None and i.weight > 0]
        assert result.counted
        assert len(known) == pair.n == sum(result.counts[word] for word in ("unites", "differs", "divides"))
        weights = sum(Fraction(weight) for weight, _ in known)
        mean = sum(Fraction(weight) * (agreement or 0) for weight, agreement in known) / weights if weights else None
        assert mean == pair.agreement
