"""What must hold of all pairs, and of all others seen from one party, for every talks."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negmatrix.analysis.agreement import is_concerned
from negmatrix.analysis.grounds import Weights
from negmatrix.analysis.nearness import LIGHT, NEAR
from negmatrix.analysis.pair_map import PairsWish, measure_pair_map
from negmatrix.analysis.pairs import Pair, measure_pairs
from negmatrix.analysis.ranking import rank_pairs
from negmatrix.model.counting import counted_pairs, measured_parties
from negmatrix.model.positions import State
from negmatrix.model.scales import Scale
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import Text
from tests.generated import generated_talks, levels, make_talks, measured_levels, options, range_of, stance
from tests.laws import latest
from tests.plain_measures import plain_distance, plain_pair


def numbers(pair: Pair) -> tuple[object, ...]:
    return pair.agreement, pair.congruence, pair.conflict, pair.net, pair.n, pair.of, pair.coverage, pair.span


@given(generated_talks(), st.sampled_from(Weights))
def test_a_pair_is_the_same_from_both_sides(talks: Talks, weights: Weights) -> None:
    pairs = counted_pairs(talks)
    turned = [(right, left) for left, right in pairs]
    there, back = (measure_pairs(talks, latest(talks), weights, pairs=each) for each in (pairs, turned))
    assert [numbers(pair) for pair in there] == [numbers(pair) for pair in back]


@given(generated_talks())
def test_n_and_coverage_count_the_issues_that_both_speak_on(talks: Talks) -> None:
    standing = latest(talks)
    for pair in measure_pairs(talks, standing):
        n = of = 0
        for issue in talks.issues.values():
            ruling = standing.ruling(issue.id, pair.left, pair.right)
            word = ruling.verdict.word if ruling else None
            concerned = all(is_concerned(standing.cell(issue.id, party)) for party in (pair.left, pair.right))
            if issue.weight and concerned and word is not Word.DROPPED and (issue.scale or word is Word.SETTLED):
                of += 1
                n += plain_distance(talks, standing, issue.id, pair.left, pair.right) is not None
        assert (pair.n, pair.of, pair.coverage) == (n, of, Fraction(n, of) if of else None)


@given(generated_talks(), st.sampled_from(["agreement", "conflict", "net"]), st.integers(0, 5))
def test_the_first_and_last_of_all_pairs_are_those_of_a_sorted_list(talks: Talks, measure: str, count: int) -> None:
    pairs = measure_pairs(talks, latest(talks))

    def ids(pair: Pair) -> tuple[str, str]:
        return pair.left, pair.right

    known = sorted((pair for pair in pairs if pair.agreement is not None), key=ids)
    down = sorted(known, key=lambda pair: getattr(pair, measure), reverse=True)
    ranking = rank_pairs(pairs, measure)
    assert ranking.known == len(known)
    assert ranking.take_first(count, ids) == down[:count]
    assert ranking.take_last(count, ids) == down[::-1][:count]
    assert ranking.take_lowest(count, ids) == sorted(known, key=lambda pair: getattr(pair, measure))[:count]


@given(generated_talks(), st.integers(1, 4))
def test_too_few_shared_issues_take_the_numbers_away_and_nothing_else(talks: Talks, least: int) -> None:
    plain, strict = (measure_pairs(talks, latest(talks), min_shared=each) for each in (1, least))
    for one, other in zip(plain, strict, strict=True):
        assert (one.n, one.coverage) == (other.n, other.coverage)
        assert other.agreement == (one.agreement if one.n >= least else None)


@given(generated_talks(), st.sampled_from(Weights), st.data())
def test_all_others_are_ranked_and_the_movable_are_near_and_not_firm(
    talks: Talks, weights: Weights, data: st.DataObject
) -> None:
    if not (measured := measured_parties(talks)):
        return
    party = data.draw(st.sampled_from(measured))
    standing = latest(talks)
    result = measure_pair_map(talks, standing, PairsWish(weights, seen_from=party))
    assert result.nearness is not None
    others = result.nearness.others
    assert {other.party for other in others} == {
        one for pair in counted_pairs(talks) if party in pair for one in pair
    } - {party}
    known = [other.agreement for other in others if other.agreement is not None]
    assert known == sorted(known, reverse=True)
    assert all(other.agreement is None and other.word is None for other in others[len(known) :])
    for other in others:
        viewer = party if weights is Weights.SALIENCE else None
        assert (other.agreement, other.n) == plain_pair(talks, party, other.party, weights, viewer)[::2]
    for one in result.nearness.movable:
        assert one.distance == plain_distance(talks, standing, one.issue, party, one.party)
        assert Fraction(1, 4) < one.distance <= NEAR
        assert one.confidence == "low" or (one.salience is not None and one.salience <= LIGHT)


@given(generated_talks(), st.sampled_from(Weights), st.booleans())
def test_imputing_only_adds(talks: Talks, weights: Weights, blocs: bool) -> None:
    standing = latest(talks)
    stated = measure_pairs(talks, standing, weights)
    lent = measure_pair_map(talks, standing, PairsWish(weights, impute=True)).pairs
    for one, other in zip(stated, lent, strict=True):
        assert (one.n, one.coverage, one.of) == (other.n - other.imputed, other.coverage, other.of)
        assert other.imputed >= 0
        if not other.imputed:
            assert numbers(one) == numbers(other)


def test_many_different_weights_are_added_up_exactly() -> None:
    """So many that each is written by its powers of two."""
    issues: dict[str, Scale | None] = {
        f"i{number}": measured_levels(low="0", middle="30", high="100") for number in range(40)
    }
    weights = {issue: str(Decimal(1) + Decimal(number) / 100) for number, issue in enumerate(issues)}
    cells = {issue: {"a": "low", "b": ("low", "middle", "high")[number % 3]} for number, issue in enumerate(issues)}
    talks = make_talks(issues, cells, weights=weights)
    (pair,) = measure_pairs(talks, latest(talks))
    assert (pair.agreement, pair.n) == plain_pair(talks, "a", "b", Weights.ISSUE, None)[::2]


def test_a_range_with_more_places_than_bits_beside_other_scales() -> None:
    parties = tuple(f"p{number:03}" for number in range(70))
    issues: dict[str, Scale | None] = {"x": range_of("0", "69"), "y": options("red", "blue"), "z": levels("no", "yes")}
    cells: dict[str, Any] = {
        "x": {
            party: stance(str(number), salience=Decimal(number)) for number, party in enumerate(parties) if number != 3
        },
        "y": {
            party: stance("red" if number % 2 else "blue", salience=Decimal(50)) for number, party in enumerate(parties)
        },
        "z": {parties[0]: {"state": State.NOT_APPLICABLE}, parties[1]: {"says": Text("words")}},
    }
    talks = make_talks(issues, cells, parties, weights={"x": "1.5"})
    for weights in Weights:
        for pair in measure_pairs(talks, latest(talks), weights, pairs=[*counted_pairs(talks)][:140]):
            assert (pair.agreement, pair.n) == plain_pair(talks, pair.left, pair.right, weights, None)[::2]


def test_no_pair_of_no_party() -> None:
    talks = make_talks({"x": levels("no", "yes")}, {}, ("a",))
    assert measure_pairs(talks, latest(talks)) == []


@pytest.mark.parametrize("weights", Weights)
def test_what_is_seen_by_one_party_is_not_symmetric_by_salience_alone(weights: Weights) -> None:
    cells: dict[str, Any] = {
        "x": {"a": stance("no", salience=Decimal(90)), "b": stance("yes", salience=Decimal(10))},
        "y": {"a": stance("no", salience=Decimal(10)), "b": stance("no", salience=Decimal(90))},
    }
    talks = make_talks(dict.fromkeys("xy", levels("no", "yes")), cells)
    (one,), (other,) = (measure_pairs(talks, latest(talks), weights, seen_by=party) for party in "ab")
    assert (one.agreement == other.agreement) == (weights is not Weights.SALIENCE)
    if weights is Weights.SALIENCE:
        assert (one.agreement, other.agreement) == (Fraction(1, 10), Fraction(9, 10))
