"""What must hold of one issue and of two parties, whatever the talks: over made-up talks and those in data."""

from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negmatrix.analysis.comparison import measure_comparison
from negmatrix.analysis.footing import find_every_footing
from negmatrix.analysis.issue_numbers import IssueNumbers, measure_issue_numbers
from negmatrix.analysis.issue_report import measure_issue
from negmatrix.analysis.meeting import Reach
from negmatrix.analysis.pairing import pair_up
from negmatrix.analysis.pairs import measure_pairs
from negmatrix.analysis.zone import ZoneState, find_asked
from negmatrix.model.counting import counted_pairs, find_measured
from negmatrix.model.parties import Party, Role
from negmatrix.model.positions import Position, State
from negmatrix.model.scales import Levels, Options, Range, Scale
from negmatrix.model.standing import Standing, standing_in, within
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.source import SourceText, Text
from negmatrix.writers.json import encode
from tests.generated import generated_talks, stances_on

DATA = sorted((Path(__file__).parent.parent / "data").glob("*.yaml"))


def latest(talks: Talks) -> Standing:
    return standing_in(talks, talks.latest.id)


def numbers(talks: Talks, issue: str) -> IssueNumbers:
    footing = find_every_footing(talks, latest(talks), pair_up(talks)).get(issue)
    return measure_issue_numbers(find_measured(talks), latest(talks), talks.issues[issue], footing, dropped=False)


@st.composite
def bounded_talks(draw: st.DrawFn) -> Talks:
    """Made-up talks in which many say what they accept and reject."""
    talks = draw(generated_talks())
    rounds = {
        key: round_._replace(
            positions={
                issue: {party: _bound(draw, position, talks.issues[issue].scale) for party, position in row.items()}
                for issue, row in round_.positions.items()
            }
        )
        for key, round_ in talks.rounds.items()
    }
    return talks._replace(rounds=rounds)


def _bound(draw: st.DrawFn, position: Position, scale: Scale | None) -> Position:
    if scale is None or position.state is not State.STATED:
        return position
    two = st.lists(stances_on(scale).map(Text), min_size=2, max_size=2).map(tuple)
    stretch = st.none() | two
    fixed = draw(st.sampled_from([None, None, None, True])) if position.stance else None
    return position._replace(accepts=draw(stretch), rejects=draw(stretch), fixed=fixed)


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


def accepts(scale: Scale, position: Position, stance: str) -> bool:
    """Whether a party could live with a stance, as FORMAT.md has it."""
    if position.fixed and position.stance is not None:
        inside = scale.same(stance, position.stance)
    else:
        inside = position.accepts is not None and within(scale, position.accepts, stance)
    return inside and not (position.rejects is not None and within(scale, position.rejects, stance))


def says(position: Position) -> bool:
    return position.state is State.STATED and (position.accepts is not None or bool(position.fixed and position.stance))


def lies_in(scale: Scale, reach: Reach, stance: str) -> bool:
    if isinstance(scale, Options):
        return reach.low == stance
    place = scale.place(stance)
    low, high = reach.low_place or Fraction(), reach.high_place or Fraction()
    return low < place < high or (place == low and reach.low_included) or (place == high and reach.high_included)


def told_of(talks: Talks, issue: str) -> list[Position]:
    standing = latest(talks)
    cells = (standing.cell(issue, party) for party in find_asked(find_measured(talks), standing.cells.get(issue, {})))
    return [cell.position for cell in cells if cell is not None and says(cell.position)]


@given(bounded_talks(), st.data())
def test_a_stance_lies_in_the_zone_when_all_who_say_what_they_accept_accept_it(
    talks: Talks, data: st.DataObject
) -> None:
    for issue in talks.issues.values():
        scale = issue.scale
        if scale is None:
            assert numbers(talks, issue.id).zone.state is None
            continue
        told, zone = told_of(talks, issue.id), numbers(talks, issue.id).zone
        ends = [end for position in told for end in (*(position.accepts or ()), *(position.rejects or ()))]
        for stance in [*ends, *data.draw(st.lists(stances_on(scale), max_size=5)), *scale.names]:
            everyone = bool(told) and all(accepts(scale, position, stance) for position in told)
            assert everyone == any(lies_in(scale, piece, stance) for piece in zone.pieces)
        assert zone.n == len(told)
        assert (zone.state is None) == (not told)


@given(bounded_talks())
def test_who_blocks_is_a_pair_that_accepts_nothing_in_common(talks: Talks) -> None:
    for issue in talks.issues.values():
        zone = numbers(talks, issue.id).zone
        if zone.state is not ZoneState.NONE or isinstance(issue.scale, Range) or issue.scale is None:
            continue
        told = {position.party: position for position in told_of(talks, issue.id)}
        blocked = {(one.left, one.right) for one in zone.blocked_by}
        for left in told:
            for right in told:
                common = [
                    name
                    for name in issue.scale.names
                    if accepts(issue.scale, told[left], name) and accepts(issue.scale, told[right], name)
                ]
                if left < right:
                    assert ((left, right) in blocked) == (not common)


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
