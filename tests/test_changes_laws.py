"""What must hold between any two rounds, whichever talks: over real and generated ones."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negmatrix.analysis.changes import Change, Changes, Kind, Side, measure_changes
from negmatrix.analysis.changes.kinds import MIRRORS
from negmatrix.analysis.history import measure_history
from negmatrix.model.counting import measured_parties
from negmatrix.model.talks import Talks
from tests.generated import SCALES, generated_talks, make_round, make_talks, stances_on
from tests.stepping import DATA, diff, ends, read, steps_of_data

BOTH_WAYS = {kind: mirror for one, other in MIRRORS.items() for kind, mirror in ((one, other), (other, one))}
OF_CELLS = set(Kind) - {Kind.RED_LINE_CROSSED, Kind.FIRST_HEARD, Kind.LEFT}


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_a_talks_is_what_it_is(path: Path) -> None:
    changes = measure_changes(Side(read(path), None, "a"), Side(read(path), None, "b"))
    assert (changes.changes, changes.corrections, changes.summary.only) == ((), (), "nothing")
    assert all(pair.whole_before == pair.whole_after for pair in changes.pairs)


@given(generated_talks())
def test_a_generated_talks_is_what_it_is(talks: Talks) -> None:
    last = talks.latest.id
    for changes in (
        diff(talks, last, last),
        measure_changes(Side(talks, None, "a"), Side(talks._replace(), None, "b")),
    ):
        assert (changes.changes, changes.summary.only) == ((), "nothing")
        assert all(pair.like_for_like in (0, None) for pair in changes.pairs)


def mirror(change: Change) -> tuple[Any, ...]:
    kind = BOTH_WAYS.get(change.kind, change.kind)
    if change.kind is Kind.WITHDRAWN and change.before is None:
        kind = Kind.NO_LONGER_RECORDED
    if change.kind is Kind.NO_LONGER_RECORDED and change.before == "withdrawn":
        kind = Kind.WITHDRAWN
    move = None if change.move is None else -change.move
    share = None if change.share is None else -change.share
    return change.issue, change.party, kind, change.after, change.before, move, share, change.field


def plain(change: Change) -> tuple[Any, ...]:
    return (
        change.issue,
        change.party,
        change.kind,
        change.before,
        change.after,
        change.move,
        change.share,
        change.field,
    )


def check_mirror(talks: Talks, before: str, after: str) -> None:
    forth, back = diff(talks, before, after), diff(talks, after, before)
    told = [[change for change in one.changes if change.party and change.kind in OF_CELLS] for one in (forth, back)]
    assert list(map(mirror, told[0])) == list(map(plain, told[1]))
    for pair, reverse in zip(forth.pairs, back.pairs, strict=True):
        assert (pair.whole_before, pair.whole_after) == (reverse.whole_after, reverse.whole_before)
        assert (pair.before, pair.after, pair.n) == (reverse.after, reverse.before, reverse.n)


@given(generated_talks())
def test_forward_and_back_mirror_each_other(talks: Talks) -> None:
    check_mirror(talks, *ends(talks))


def test_forward_and_back_mirror_each_other_in_real_talks() -> None:
    for talks, before, after in steps_of_data():
        check_mirror(talks, before, after)


@st.composite
def histories(draw: st.DrawFn) -> Talks:
    """One party on one issue through several rounds, in some of which it says nothing new, and a second party."""
    scale = draw(st.sampled_from([scale for scale in SCALES if scale is not None]))
    rounds = draw(st.lists(st.none() | stances_on(scale), min_size=1, max_size=6))
    first = draw(stances_on(scale))
    talks = make_talks({"x": scale}, {}, ("a", "b"))
    told = [{"a": first, "b": draw(stances_on(scale))}, *({} if stance is None else {"a": stance} for stance in rounds)]
    return talks._replace(rounds={f"r{n}": make_round(f"r{n}", {"x": row}, {}) for n, row in enumerate(told)})


def total_moves(changes: Changes) -> Fraction:
    return sum((change.move for change in changes.changes if change.party == "a" and change.move), Fraction())


@given(histories())
def test_signed_moves_of_a_cell_add_up_over_rounds(talks: Talks) -> None:
    ids = [*talks.rounds]
    steps = (total_moves(diff(talks, before, after)) for before, after in pairwise(ids))
    assert sum(steps, Fraction()) == total_moves(diff(talks, ids[0], ids[-1]))


@given(histories())
def test_who_travelled_went_at_least_as_far_as_it_moved(talks: Talks) -> None:
    history = measure_history(talks)
    moved = [change.share for change in diff(talks, *ends(talks)).changes if change.party == "a" and change.share]
    assert history.parties[0].travelled >= sum(map(abs, moved), Fraction())


@given(generated_talks())
def test_a_concession_does_not_depend_on_the_others_new_stances(talks: Talks) -> None:
    before, after = ends(talks)
    for concession in diff(talks, before, after).concessions:
        last = talks.rounds[after]
        own: Mapping[Any, Any] = {
            issue: {party: position for party, position in row.items() if party == concession.party}
            for issue, row in last.positions.items()
        }
        if after != before:
            alone = talks._replace(rounds={**talks.rounds, after: last._replace(positions=own)})
            assert concession in diff(alone, before, after).concessions


def shuffle(talks: Talks, seed: int) -> Talks:
    random = Random(seed)  # noqa: S311 - an order, no secret

    def turn(records: Mapping[Any, Any]) -> dict[Any, Any]:
        items = list(records.items())
        random.shuffle(items)
        return dict(items)

    rounds = {
        name: round_._replace(positions=turn({issue: turn(row) for issue, row in round_.positions.items()}))
        for name, round_ in talks.rounds.items()
    }
    return talks._replace(parties=turn(talks.parties), issues=turn(talks.issues), rounds=rounds)


@given(generated_talks(), st.integers(0, 99))
def test_the_order_in_the_file_changes_nothing(talks: Talks, seed: int) -> None:
    before, after = ends(talks)
    one, other = diff(talks, before, after), diff(shuffle(talks, seed), before, after)
    assert one.summary == other.summary
    assert sorted(map(repr, map(plain, one.changes))) == sorted(map(repr, map(plain, other.changes)))
    assert {found.party: found for found in one.concessions} == {found.party: found for found in other.concessions}
    assert {frozenset(pair[:2]): pair[2:] for pair in one.pairs} == {
        frozenset(pair[:2]): pair[2:] for pair in other.pairs
    }
    assert {issue.id: issue for issue in one.issues} == {issue.id: issue for issue in other.issues}
    again = measure_changes(Side(talks, None, "a"), Side(shuffle(talks, seed), None, "b"))
    assert (again.changes, again.corrections) == ((), ())


@given(generated_talks())
def test_history_agrees_with_its_parts(talks: Talks) -> None:
    history = measure_history(talks)
    ids = [*talks.rounds]
    assert [round_.id for round_ in history.rounds] == ids
    for before, after in pairwise(ids):
        changes = diff(talks, before, after)
        for issue, line in zip(changes.issues, history.issues, strict=True):
            assert (issue.whole_before, issue.whole_after) == line.alignment
            assert (issue.verdict_before, issue.verdict_after) == line.verdict
        for found, party in zip(changes.concessions, history.parties, strict=True):
            assert (found.party, found.amount) == (party.id, party.concession)
        for pair, through in zip(changes.pairs, history.pairs, strict=True):
            assert (pair.whole_before, pair.whole_after) == through.agreement
    assert {party.id for party in history.parties} == set(measured_parties(talks))
    for step in history.stability:
        assert step.share is None if step.n == 0 else 0 <= (step.share or 0) <= 1
