"""What must hold of a matrix and its pairs, whatever the talks, beside measures that are written plainly."""

from fractions import Fraction
from itertools import product
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negmatrix.analysis.grounds import Weights
from negmatrix.analysis.matrix import MatrixResult, measure_matrix
from negmatrix.analysis.narrowing import narrow
from negmatrix.analysis.pairs import Pair, measure_pairs
from negmatrix.model.counting import counted_pairs
from negmatrix.model.parties import Party, Role
from negmatrix.model.scales import Levels, Options, Range, Scale
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.source import SourceText, Text
from tests.generated import generated_talks
from tests.laws import DATA, latest
from tests.plain_measures import plain_distance, plain_numbers, plain_pair, plain_word


def matrix(talks: Talks) -> MatrixResult:
    return measure_matrix(talks, latest(talks))


@given(generated_talks())
def test_each_issue_equals_the_plain_mean_over_pairs(talks: Talks) -> None:
    standing = latest(talks)
    for row in matrix(talks).issues:
        alignment, n, word, widest = plain_numbers(talks, standing, row.id)
        assert (row.alignment, row.n, row.computed) == (alignment, n, word)
        assert (row.widest_gap.distance if row.widest_gap else None) == widest
        if counted_pairs(talks) and row.pairs:
            assert row.judged == plain_word(talks, standing, row.id)


@given(generated_talks())
def test_the_widest_gap_is_the_first_by_sorted_ids(talks: Talks) -> None:
    standing = latest(talks)
    for row in matrix(talks).issues:
        if row.widest_gap is not None:
            pairs = [tuple(sorted(pair)) for pair in counted_pairs(talks)]
            widest = [p for p in pairs if plain_distance(talks, standing, row.id, *p) == row.widest_gap.distance]
            assert (row.widest_gap.left, row.widest_gap.right) == min(widest)


@given(generated_talks(ruled=False))
def test_the_span_is_that_over_all_accounts(talks: Talks) -> None:
    standing = latest(talks)
    measured = {party for pair in counted_pairs(talks) for party in pair}
    for row in matrix(talks).issues:
        told = {
            party: {claim.stance for claim in cell.position.claims}
            for party, cell in standing.cells.get(row.id, {}).items()
            if party in measured and cell.position.claims
        }
        found = []
        for reading in product(*told.values()):
            picked = dict(zip(told, reading, strict=True))
            cells = {
                party: cell._replace(position=cell.position._replace(stance=picked.get(party, cell.position.stance)))
                for party, cell in standing.cells.get(row.id, {}).items()
            }
            alignment = plain_numbers(talks, standing._replace(cells={row.id: cells}), row.id)[0]
            found += [] if alignment is None else [alignment]
        low, high = (min(found), max(found)) if found else (None, None)
        assert (row.span.low, row.span.high) == (low, high) if row.span else low == high


@given(generated_talks(), st.sampled_from(Weights), st.booleans())
def test_all_pairs_by_popcount_equal_the_plain_sums(talks: Talks, weights: Weights, seen: bool) -> None:
    viewer = min(talks.parties) if seen and weights is Weights.SALIENCE else None
    for pair in measure_pairs(talks, latest(talks), weights, seen_by=viewer):
        agreement, apart, n = plain_pair(talks, pair.left, pair.right, weights, viewer)
        assert (pair.agreement, pair.n) == (agreement, n)
        if agreement is not None:
            assert pair.conflict == apart
            assert pair.congruence is not None
            assert pair.net == pair.congruence - apart
            assert 0 <= agreement <= 1
        assert pair.coverage is None or 0 <= pair.coverage <= 1


@given(st.lists(st.lists(st.none() | st.integers(0, 10**9), min_size=3, max_size=3), min_size=1, max_size=4), st.data())
def test_places_too_odd_for_bits_are_added_up_exactly_too(rows: list[list[int | None]], data: st.DataObject) -> None:
    from tests.generated import make_talks, range_of

    ends = [data.draw(st.integers(10**9, 10**12)) for _ in rows]
    issues: dict[str, Scale | None] = {f"i{number}": range_of("0", str(end)) for number, end in enumerate(ends)}
    cells = {
        f"i{n}": {p: str(v) for p, v in zip("abc", row, strict=True) if v is not None} for n, row in enumerate(rows)
    }
    talks = make_talks(issues, cells, ("a", "b", "c"))
    for pair in measure_pairs(talks, latest(talks)):
        assert (pair.agreement, pair.n) == plain_pair(talks, pair.left, pair.right, Weights.ISSUE, None)[::2]


@given(generated_talks(), st.randoms(use_true_random=False))
def test_the_order_of_parties_and_issues_changes_no_number(talks: Talks, random: Random) -> None:
    parties, issues = list(talks.parties.items()), list(talks.issues.items())
    random.shuffle(parties)
    random.shuffle(issues)
    other = talks._replace(parties=dict(parties), issues=dict(issues))
    before, after = matrix(talks), matrix(other)
    assert numbers(before) == numbers(after)
    assert before.overall == after.overall
    assert pair_numbers(measure_pairs(talks, latest(talks))) == pair_numbers(measure_pairs(other, latest(other)))


def numbers(result: MatrixResult) -> dict[str, tuple[object, ...]]:
    return {row.id: (*row[5:16], row.widest_gap) for row in result.issues}


def pair_numbers(pairs: list[Pair]) -> dict[frozenset[str], tuple[object, ...]]:
    return {
        frozenset((p.left, p.right)): (p.agreement, p.congruence, p.conflict, p.net, p.n, p.of, p.span) for p in pairs
    }


@given(generated_talks())
def test_a_scale_turned_round_changes_no_agreement(talks: Talks) -> None:
    turned = talks._replace(issues={k: i._replace(scale=turn(i.scale)) for k, i in talks.issues.items()})
    assert numbers(matrix(talks)) == numbers(matrix(turned))
    assert pair_numbers(measure_pairs(talks, latest(talks))) == pair_numbers(measure_pairs(turned, latest(turned)))


def turn(scale: Scale | None) -> Scale | None:
    if isinstance(scale, Levels):
        return Levels(scale.levels[::-1])
    if isinstance(scale, Range):
        return Range(scale.ends[::-1])
    return Options(scale.options[::-1]) if isinstance(scale, Options) else None


@given(generated_talks())
def test_an_observer_changes_nothing(talks: Talks) -> None:
    witness = Party(Text("witness"), Text("Witness"), role=Role.OBSERVER)
    first = next(iter(talks.rounds))
    rows = {
        issue: row | {Text("witness"): next(iter(row.values()))._replace(party=Text("witness"))} if row else row
        for issue, row in talks.rounds[first].positions.items()
    }
    rounds = dict(talks.rounds) | {first: talks.rounds[first]._replace(positions=rows)}
    watched = talks._replace(parties=dict(talks.parties) | {"witness": witness}, rounds=rounds)
    assert numbers(matrix(talks)) == numbers(matrix(watched))
    assert matrix(talks).overall == matrix(watched).overall
    assert matrix(talks).cells == matrix(watched).cells


@given(generated_talks(ruled=False))
def test_a_silent_party_changes_no_alignment(talks: Talks) -> None:
    silent = talks._replace(parties=dict(talks.parties) | {"z": Party(Text("z"), Text("Silent"))})
    before, after = matrix(talks), matrix(silent)
    assert [(r.alignment, r.n, r.computed, r.span) for r in before.issues] == [
        (r.alignment, r.n, r.computed, r.span) for r in after.issues
    ]


@given(generated_talks(), st.data())
def test_narrowing_measures_just_what_is_left(talks: Talks, data: st.DataObject) -> None:
    kept = data.draw(st.lists(st.sampled_from(list(talks.parties)), min_size=1, unique=True))
    small = narrow(talks, parties=kept)
    assert set(counted_pairs(small)) == {pair for pair in counted_pairs(talks) if {*pair} <= {*kept}}
    standing = latest(talks)
    for row in matrix(small).issues:
        found = [
            d for pair in counted_pairs(small) if (d := plain_distance(talks, standing, row.id, *pair)) is not None
        ]
        assert row.alignment == (1 - sum(found, Fraction()) / len(found) if found else None)


@given(generated_talks())
def test_narrowing_to_everything_changes_nothing(talks: Talks) -> None:
    assert numbers(matrix(narrow(talks, issues=list(talks.issues), parties=list(talks.parties)))) == numbers(
        matrix(talks)
    )


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_the_laws_hold_over_real_talks(path: Path) -> None:
    talks = read_talks([SourceText(path.name, path.read_text())]).talks
    assert talks is not None
    for round_id in talks.rounds:
        standing = standing_in(talks, round_id)
        for row in measure_matrix(talks, standing).issues:
            assert (row.alignment, row.n, row.computed) == plain_numbers(talks, standing, row.id)[:3]
    for pair in measure_pairs(talks, latest(talks)):
        assert (pair.agreement, pair.n) == plain_pair(talks, pair.left, pair.right, Weights.ISSUE, None)[::2]
