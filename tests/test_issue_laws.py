"""What must hold of one issue and of two parties, whatever the talks: over made-up talks and those in data."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negmatrix.analysis.comparison import measure_comparison
from negmatrix.analysis.issue_report import measure_issue
from negmatrix.model.counting import counted_pairs
from negmatrix.model.parties import Party, Role
from negmatrix.model.positions import Position
from negmatrix.model.scales import Levels, Options, Range, Scale
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.source import SourceText, Text
from negmatrix.writers.json import encode
from tests.generated import stances_on
from tests.laws import DATA, bounded_talks, latest, numbers


def turned(scale: Scale | None) -> Scale | None:
    """The same scale from its other end."""
    if isinstance(scale, Levels):
        return Levels(scale.levels[::-1], scale.unit)
    if isinstance(scale, Range):
        return Range(scale.ends[::-1], scale.unit)
    return scale


@given(bounded_talks())
def test_a_scale_turned_round_mirrors_the_centre_and_keeps_all_else(talks: Talks) -> None:
    issues = {key: issue._replace(scale=turned(issue.scale)) for key, issue in talks.issues.items()}
    other = talks._replace(issues=issues)
    for issue in talks.issues.values():
        before, after = numbers(talks, issue.id), numbers(other, issue.id)
        assert (before.polarization, before.van_der_eijk) == (after.polarization, after.van_der_eijk)
        assert (before.zone.state, before.zone.silent, len(before.zone.blocked_by)) == (
            after.zone.state,
            after.zone.silent,
            len(after.zone.blocked_by),
        )
        assert [one.gap for one in before.zone.blocked_by] == [one.gap for one in after.zone.blocked_by]
        single = isinstance(issue.scale, Levels) and len(issue.scale.levels) == 1
        if before.centre.mean_place is not None and not single:
            assert before.centre.mean_place + (after.centre.mean_place or 0) == 1
            assert (before.centre.median_place or 0) + (after.centre.median_place or 0) == 1
            assert set(before.centre.mean_levels) == set(after.centre.mean_levels)
        if not isinstance(issue.scale, Options):
            pieces = [(piece.low, piece.high) for piece in before.zone.pieces]
            assert pieces == [(piece.high, piece.low) for piece in reversed(after.zone.pieces)]


def all_numbers(talks: Talks) -> list[Any]:
    """Everything measured of all issues and all pairs, by party, so that order does not show."""
    standing = latest(talks)
    found: list[Any] = []
    for issue in talks.issues.values():
        told = numbers(talks, issue.id)
        tally = None if told.tally is None else sorted(told.tally.items())
        found.append((told._replace(tally=None, voices=tuple(sorted(told.voices))), tally))
    for left, right in sorted(tuple(sorted(pair)) for pair in counted_pairs(talks)):
        found.append((left, right, measure_comparison(talks, standing, left, right).counts))
    return found


@given(bounded_talks(), st.randoms())
def test_the_order_of_parties_and_issues_changes_no_number(talks: Talks, random: Any) -> None:
    parties, issues = list(talks.parties.items()), list(talks.issues.items())
    random.shuffle(parties)
    shuffled = talks._replace(parties=dict(parties))
    assert all_numbers(shuffled) == all_numbers(talks)
    random.shuffle(issues)
    moved = talks._replace(issues=dict(issues))
    assert {issue: numbers(moved, issue) for issue in talks.issues} == {
        issue: numbers(talks, issue) for issue in talks.issues
    }


@given(bounded_talks(), st.data())
def test_an_observer_changes_no_number(talks: Talks, data: st.DataObject) -> None:
    rounds = dict(talks.rounds)
    last = talks.latest
    rows = {issue: dict(last.positions.get(issue, {})) for issue in talks.issues}
    for issue, row in rows.items():
        scale = talks.issues[issue].scale
        if scale is not None:
            stance = Text(data.draw(stances_on(scale)))
            row[Text("eye")] = Position(Text(issue), Text("eye"), last.id, stance=stance, accepts=(stance, stance))
    rounds[last.id] = last._replace(positions=rows)
    eye = Party(Text("eye"), Text("Eye"), role=Role.OBSERVER)
    assert all_numbers(talks._replace(rounds=rounds, parties=dict(talks.parties) | {"eye": eye})) == all_numbers(talks)


@given(bounded_talks())
def test_measures_keep_their_bounds(talks: Talks) -> None:
    for issue in talks.issues.values():
        told = numbers(talks, issue.id)
        assert told.polarization is None or 0 <= told.polarization <= 1
        assert told.van_der_eijk is None or -1 <= told.van_der_eijk <= 1
        assert told.centre.mean_place is None or 0 <= told.centre.mean_place <= 1
        assert told.tally is None or sum(told.tally.values()) == len(told.voices)
        assert all(one.gap is None or 0 <= one.gap <= 1 for one in told.zone.blocked_by)
        if not isinstance(issue.scale, Options):
            assert all((a.high_place or 0) <= (b.low_place or 0) for a, b in pairwise(told.zone.pieces))


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_every_issue_and_pair_in_data_can_be_told_as_json(path: Path) -> None:
    talks = read_talks([SourceText(path.name, path.read_text(encoding="utf-8"))]).talks
    assert talks is not None
    for round_ in talks.rounds:
        standing = standing_in(talks, round_)
        for issue in talks.issues:
            record = encode(measure_issue(talks, standing, issue).record())
            assert {"centre", "divergence", "polarization", "van_der_eijk", "tally", "coverage", "zone"} <= set(record)
            assert len(record["positions"]) == len(talks.parties)
            assert [past["id"] for past in record["rounds"]] == list(talks.rounds)[: standing.turn + 1]
        for left, right in counted_pairs(talks):
            assert len(encode(measure_comparison(talks, standing, left, right)._asdict())["issues"]) == len(
                talks.issues
            )
