"""Numbers that others published, or that follow from the definitions, through the functions that everybody calls."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from negmatrix.analysis.alignment import WidestGap
from negmatrix.analysis.grounds import Weights
from negmatrix.analysis.matrix import MatrixResult, measure_matrix
from negmatrix.analysis.narrowing import narrow
from negmatrix.analysis.pairs import Pair, measure_pairs
from negmatrix.analysis.rows import IssueRow
from negmatrix.model.parties import Role
from negmatrix.model.positions import Claim, State
from negmatrix.model.scales import BUILT_IN
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.reading import read_talks
from negmatrix.source import SourceText, Text
from tests.generated import levels, make_talks, options, range_of, stance, verdict

PARIS = Path(__file__).parent.parent / "data" / "paris.yaml"


def matrix(talks: Talks) -> MatrixResult:
    return measure_matrix(talks, standing_in(talks, talks.latest.id))


def only_issue(talks: Talks) -> IssueRow:
    (row,) = matrix(talks).issues
    return row


def only_pair(talks: Talks, **more: Any) -> Pair:
    (pair,) = measure_pairs(talks, standing_in(talks, talks.latest.id), **more)
    return pair


def camps(*stances: str) -> IssueRow:
    """The issue on which parties hold these stances, of no, maybe, yes."""
    cells = {"x": {f"p{number:02}": each for number, each in enumerate(stances)}}
    return only_issue(make_talks({"x": levels("no", "maybe", "yes")}, cells))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({0: -2, 1: 1, 2: 2}, {0: 1, 1: 1}, Fraction(5, 8)),
        ({0: 1, 1: -1}, {0: -2, 1: 2}, Fraction(1, 4)),
        ({0: 1}, {1: 1}, None),
    ],
)
def test_agreement_of_a_pair_as_in_the_norwegian_voting_advice(
    left: dict[int, int], right: dict[int, int], expected: Fraction | None
) -> None:
    """NRK valgomat: answers from -2 to 2; what one of them skipped is skipped."""
    cells = {
        f"q{n}": {name: str(told[n]) for name, told in (("left", left), ("right", right)) if n in told}
        for n in range(3)
    }
    talks = make_talks({f"q{n}": range_of("-2", "2") for n in range(3)}, cells, ("left", "right"))
    assert only_pair(talks).agreement == expected


def test_five_against_five_are_divergent_and_nine_against_one_partial() -> None:
    even, lone = camps(*["no"] * 5, *["yes"] * 5), camps(*["no"] * 9, "yes")
    assert (even.alignment, even.computed) == (1 - Fraction(25, 45), Word.DIVERGENT)
    assert (lone.alignment, lone.computed) == (Fraction(36, 45), Word.PARTIAL)


@pytest.mark.parametrize(("same", "word"), [(9, Word.PARTIAL), (4, Word.DIVERGENT)])
def test_another_option_is_as_far_as_can_be(same: int, word: Word) -> None:
    """One against nine keeps 80 %, yet is not aligned; one against four keeps 60 %, yet 4 of 10 pairs are divergent."""
    cells = {"x": {f"p{number}": "red" for number in range(same)} | {"other": "blue"}}
    assert only_issue(make_talks({"x": options("red", "blue")}, cells)).computed is word


def test_a_pair_counts_what_it_settled_in_words_alone() -> None:
    talks = make_talks(
        {"words": None, "x": levels("no", "yes")},
        {"x": {"a": "no", "b": "yes", "c": "yes"}},
        verdicts={"words": (verdict("words", Word.SETTLED, "a", "b"),)},
    )
    first, second, third = measure_pairs(talks, standing_in(talks, "r"))
    assert (first.agreement, first.n, first.of) == (Fraction(1, 2), 2, 2)
    assert [(pair.n, pair.of) for pair in (second, third)] == [(1, 1), (1, 1)]


def test_the_paris_numbers() -> None:
    talks = read_talks([SourceText("paris.yaml", PARIS.read_text())]).talks
    assert talks is not None
    result = matrix(talks)
    assert [row.alignment for row in result.issues] == [1, Fraction(2, 3), 0, None, None, None]
    assert (result.overall.alignment, result.overall.n, result.overall.of) == (Fraction(5, 9), 3, 6)
    assert (result.stated, result.cells) == (6, 12)
    assert {word: count for word, count in result.overall.counts.items() if count} == {
        "aligned": 1,
        "partial": 1,
        "divergent": 1,
        "open": 3,
    }


@pytest.mark.parametrize(
    ("distance", "word"),
    [("25", Word.ALIGNED), ("25.1", Word.PARTIAL), ("60", Word.PARTIAL), ("60.1", Word.DIVERGENT)],
)
def test_thresholds_include_their_own_value(distance: str, word: Word) -> None:
    row = only_issue(make_talks({"x": range_of("0", "100")}, {"x": {"a": "0", "b": distance}}))
    assert row.computed is word


def test_silence_and_not_applicable_are_not_agreement() -> None:
    cells = {"x": {"a": "yes", "b": {"says": Text("words")}, "c": {"state": State.NOT_APPLICABLE}}}
    row = only_issue(make_talks({"x": levels("no", "yes")}, cells, ("a", "b", "c", "d")))
    assert (row.alignment, row.n, row.stated, row.of, row.computed) == (None, 0, 2, 3, Word.OPEN)


def test_a_settled_pair_agrees_even_in_words_and_leaves_the_others_as_they_were() -> None:
    talks = make_talks(
        {"x": levels("no", "yes"), "words": None},
        {"x": {"a": "no", "b": "yes", "c": "yes"}},
        verdicts={"x": (verdict("x", Word.SETTLED, "a", "b"),), "words": (verdict("words", Word.SETTLED),)},
    )
    first, second = matrix(talks).issues
    assert (first.alignment, first.settled_pairs, first.pairs) == (Fraction(2, 3), 1, 3)
    assert (first.verdict, first.judged) == (Word.PARTIAL, None)
    assert first.widest_gap == WidestGap("a", "c", Fraction(1))
    assert (second.alignment, second.n, second.verdict) == (1, 3, Word.SETTLED)


def test_nobody_is_compared_on_a_dropped_issue_and_parked_ones_stay_out_of_totals() -> None:
    talks = make_talks(
        {"x": levels("no", "yes"), "y": levels("no", "yes"), "z": levels("no", "yes")},
        {issue: {"a": "no", "b": other} for issue, other in (("x", "no"), ("y", "yes"), ("z", "yes"))},
        verdicts={"x": (verdict("x", Word.DROPPED),), "y": (verdict("y", Word.PARKED),)},
    )
    result = matrix(talks)
    assert [row.alignment for row in result.issues] == [None, 0, 0]
    assert (result.overall.alignment, result.overall.n, result.overall.of) == (0, 1, 1)
    assert (result.overall.counts["dropped"], result.overall.counts["parked"]) == (1, 1)
    assert only_pair(talks).n == 2


def test_an_issue_of_weight_nothing_is_shown_and_never_counted() -> None:
    talks = make_talks(
        {"x": levels("no", "yes"), "y": levels("no", "yes")},
        {"x": {"a": "no", "b": "yes"}, "y": {"a": "no", "b": "no"}},
        weights={"x": "0", "y": "3"},
    )
    result = matrix(talks)
    assert (result.issues[0].alignment, result.overall.alignment, result.overall.of) == (0, 1, 1)
    assert (only_pair(talks).agreement, only_pair(talks, weights=Weights.NONE).n) == (1, 1)


def test_weights_by_issue_and_by_what_it_matters_to_the_two() -> None:
    talks = make_talks(
        {"x": options("red", "blue"), "y": levels("no", "yes"), "z": levels("no", "yes")},
        {
            "x": {"a": stance("red", salience=Decimal(80)), "b": stance("blue", salience=Decimal(40))},
            "y": {"a": stance("no", salience=Decimal(20)), "b": stance("no", salience=Decimal(100))},
            "z": {"a": stance("no", salience=Decimal(20)), "b": "yes"},
        },
        weights={"x": "2", "y": "1", "z": "1"},
    )
    plain, felt = only_pair(talks), only_pair(talks, weights=Weights.SALIENCE)
    mine = only_pair(talks, weights=Weights.SALIENCE, seen_by="a")
    assert (plain.agreement, plain.conflict, plain.congruence, plain.net) == (Fraction(1, 4), 3, 1, -2)
    assert (felt.agreement, felt.n, felt.conflict) == (Fraction(1, 2), 2, Fraction(3, 5))
    assert (mine.agreement, mine.n) == (Fraction(1, 6), 3)


def test_too_few_shared_issues_are_not_measured() -> None:
    pair = only_pair(make_talks({"x": levels("no", "yes")}, {"x": {"a": "no", "b": "yes"}}), min_shared=2)
    assert (pair.agreement, pair.conflict, pair.n, pair.coverage) == (None, None, 1, 1)


def test_rival_accounts_leave_a_span() -> None:
    claims = tuple(Claim(stance=Text(value)) for value in ("50", "25", "100"))
    talks = make_talks({"x": range_of("0", "100")}, {"x": {"a": "0", "b": stance("50", claims=claims)}})
    row, pair = only_issue(talks), only_pair(talks)
    assert (row.alignment, row.span, row.positions[1].disputed) == (Fraction(1, 2), (0, Fraction(3, 4)), True)
    assert (pair.agreement, pair.span) == (Fraction(1, 2), (0, Fraction(3, 4)))
    assert matrix(talks).overall.span == (0, Fraction(3, 4))


def test_only_those_who_share_a_table_are_compared() -> None:
    talks = make_talks(
        {"x": levels("no", "yes")},
        {"x": {"a": "no", "b": "no", "c": "yes", "eye": "yes"}},
        {"a": Role.PARTY, "b": Role.PARTY, "c": Role.PARTY, "eye": Role.OBSERVER},
        tables=((Text("a"), Text("b")), (Text("b"), Text("c"))),
    )
    result = matrix(talks)
    assert (result.issues[0].alignment, result.pairs, result.all_pairs) == (Fraction(1, 2), 2, 3)
    assert matrix(narrow(talks, parties=["a", "c"])).issues[0].n == 0


def test_a_judged_word_stands_beside_the_computed_one() -> None:
    talks = make_talks(
        {"x": BUILT_IN["yes-no"]},
        {"x": {"a": "no", "b": "yes"}},
        verdicts={"x": (verdict("x", Word.PARTIAL), verdict("x", Word.ALIGNED))},
    )
    row = only_issue(talks)
    assert (row.verdict, row.judged, row.computed) == (Word.PARTIAL, Word.PARTIAL, Word.DIVERGENT)
    assert [(ruled.verdict, ruled.rival) for ruled in row.verdicts] == [(Word.PARTIAL, False), (Word.ALIGNED, True)]
