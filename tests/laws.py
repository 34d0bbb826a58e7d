"""What laws of every talks are tried on: those in data, and made-up ones in which many say what they accept."""

from pathlib import Path

from hypothesis import strategies as st

from negmatrix.analysis.footing import find_every_footing
from negmatrix.analysis.issue_numbers import IssueNumbers, measure_issue_numbers
from negmatrix.analysis.pairing import pair_up
from negmatrix.model.counting import find_measured
from negmatrix.model.positions import Position, State
from negmatrix.model.scales import Scale
from negmatrix.model.standing import Standing, standing_in
from negmatrix.model.talks import Talks
from negmatrix.source import Text
from tests.generated import generated_talks, stances_on

DATA = sorted((Path(__file__).parent.parent / "data").glob("*.yaml"))


def latest(talks: Talks) -> Standing:
    """Where all stand in the last round."""
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
