"""What must hold of the zone of an issue, whatever the talks: each stance is put to all who say what they accept."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from negmatrix.analysis.meeting import Reach
from negmatrix.analysis.zone import ZoneState, find_asked
from negmatrix.model.counting import find_measured
from negmatrix.model.positions import Position, State
from negmatrix.model.scales import Options, Range, Scale
from negmatrix.model.standing import within
from negmatrix.model.talks import Talks
from tests.generated import stances_on
from tests.laws import bounded_talks, latest, numbers


def accepts(scale: Scale, position: Position, stance: str) -> bool:
    """Whether a party could live with a stance, by the definition of a zone."""
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
