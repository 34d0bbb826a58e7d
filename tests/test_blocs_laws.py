"""What must hold of blocs and of ambivalence, whatever the talks and the order of the file."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negmatrix.analysis.blocs import Blocs
from negmatrix.analysis.grounds import Weights
from negmatrix.model.counting import counted_pairs, measured_parties
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.source import SourceText
from tests.blocs import measured
from tests.generated import generated_talks
from tests.laws import DATA


@given(generated_talks(), st.randoms(use_true_random=False), st.booleans())
def test_blocs_and_ambivalence_do_not_depend_on_the_order_of_the_file(
    talks: Talks, random: Random, impute: bool
) -> None:
    parties, issues = list(talks.parties.items()), list(talks.issues.items())
    random.shuffle(parties)
    random.shuffle(issues)
    other = talks._replace(parties=dict(parties), issues=dict(issues))
    one, two = measured(talks, impute=impute), measured(other, impute=impute)
    assert one.blocs._replace(declared=()) == two.blocs._replace(declared=())
    assert sorted(one.blocs.declared) == sorted(two.blocs.declared)
    assert sorted(one.ambivalence, key=lambda each: each.party) == sorted(two.ambivalence, key=lambda each: each.party)


@given(generated_talks())
def test_blocs_hold_each_party_once_and_numbers_keep_their_bounds(talks: Talks) -> None:
    hold_each_party_once(talks)


def hold_each_party_once(talks: Talks) -> None:
    result = measured(talks)
    blocs = result.blocs
    members = [member for bloc in blocs.blocs for member in bloc.members]
    assert sorted([*members, *blocs.outside]) == sorted(measured_parties(talks)) == sorted(blocs.order)
    assert list(blocs.order) == sorted(
        blocs.order, key=lambda party: [*members_in_order(blocs), *blocs.outside].index(party)
    )
    assert all(one.value is None or 0 <= one.value <= 1 for one in result.ambivalence)
    assert [one.party for one in result.ambivalence] == list(measured_parties(talks))
    assert [join.agreement for join in blocs.tree] == sorted((join.agreement for join in blocs.tree), reverse=True)
    assert [(pair.left, pair.right) for pair in result.pairs] == list(counted_pairs(talks))


def members_in_order(blocs: Blocs) -> list[str]:
    """Parties by blocs, within a bloc as the tree has them."""
    return [party for bloc in blocs.blocs for party in blocs.order if party in bloc.members]


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_the_laws_of_blocs_hold_over_real_talks(path: Path) -> None:
    talks = read_talks([SourceText(path.name, path.read_text(encoding="utf-8"))]).talks
    assert talks is not None
    hold_each_party_once(talks)


@given(generated_talks(), st.sampled_from(Weights), st.data())
def test_blocs_and_ambivalence_are_the_same_seen_from_anybody(
    talks: Talks, weights: Weights, data: st.DataObject
) -> None:
    if not measured_parties(talks):
        return
    party = data.draw(st.sampled_from(measured_parties(talks)))
    own, all_ = measured(talks, weights=weights, seen_from=party), measured(talks, weights=weights)
    assert (own.blocs, own.ambivalence) == (all_.blocs, all_.ambivalence)
