"""On which issues parties may trade: what each matters to them, and what a move of theirs does to its centre."""

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.agreement import stance_of
from negmatrix.analysis.footing import find_stances
from negmatrix.analysis.grounds import salience_of
from negmatrix.analysis.trades_room import Room, find_room
from negmatrix.analysis.voices import find_voices
from negmatrix.model.counting import Measured, find_measured
from negmatrix.model.issues import Issue
from negmatrix.model.positions import Position
from negmatrix.model.scales import Levels, Options, Range
from negmatrix.model.standing import Standing
from negmatrix.model.talks import Talks
from negmatrix.source import Text

_ZERO = Fraction()


class Rough(NamedTuple):
    """Place, salience and pull by floating point, for a first look; `down` and `up` are how far a party could pull the
    centre.
    """

    place: float
    salience: float
    pull: float
    down: float
    up: float


class Footing(NamedTuple):
    """A party on an issue that matters to it: `salience` is over 0, up to 1.

    `turn` numbers the places that are taken on the issue from the first end of the scale on, so that two compare at
    once. `pull` is how far the centre goes when the party moves by 1; 0 where it does not count in the centre. `down`
    and `up` are its room toward the first and the last end. `rough` holds the same roundly.
    """

    stance: Text
    place: Fraction
    turn: int
    salience: Fraction
    pull: Fraction
    down: Room
    up: Room
    rough: Rough

    def room_toward(self, other: "Footing") -> Room:
        """The largest move toward another, no further than where that one stands."""
        room = self.up if other.turn > self.turn else self.down
        apart = abs(other.place - self.place)
        return room if room.size <= apart else Room(apart)

    def pull_toward(self, other: "Footing") -> float:
        """How far the largest move toward another would pull the centre, roundly; 0 only where there is none."""
        rough = self.rough
        within = rough.up if other.turn > self.turn else rough.down
        apart = abs(other.rough.place - rough.place) or float(abs(other.place - self.place))
        return min(within, apart * rough.pull)


class Field(NamedTuple):
    """An issue with the parties to whom it is known to matter."""

    issue: Issue
    scale: Levels | Range
    footings: Mapping[str, Footing]


def find_fields(talks: Talks, standing: Standing) -> tuple[Field, ...]:
    """The issues with places on which some may trade, by sorted ids; those of weight 0 are never counted."""
    measured = find_measured(talks)
    fields = (_find_field(measured, standing, talks.issues[issue]) for issue in sorted(talks.issues))
    return tuple(field for field in fields if field is not None and field.footings)


class _Felt(NamedTuple):
    """A position with its stance and what the issue matters to the party."""

    position: Position
    stance: Text
    salience: Fraction


def _find_field(measured: Measured, standing: Standing, issue: Issue) -> Field | None:
    scale = issue.scale
    if scale is None or isinstance(scale, Options) or issue.weight == 0:
        return None
    felt = dict(_find_felt(measured, standing, issue))
    places = {party: scale.place(one.stance) for party, one in felt.items()}
    turns = {place: turn for turn, place in enumerate(sorted(set(places.values())))}
    voices = find_voices(measured, find_stances(standing.cells.get(issue.id, {})))
    pulls = _find_pulls(measured, felt, voices)
    rooms = {party: find_room(scale, one.position, one.stance) for party, one in felt.items()}
    return Field(
        issue,
        scale,
        {
            party: _stand(one, places[party], turns[places[party]], pulls.get(party, _ZERO), rooms[party])
            for party, one in felt.items()
        },
    )


def _stand(one: _Felt, place: Fraction, turn: int, pull: Fraction, room: tuple[Room, Room]) -> Footing:
    down, up = room
    rough = Rough(float(place), float(one.salience), float(pull), float(down.size * pull), float(up.size * pull))
    return Footing(one.stance, place, turn, one.salience, pull, down, up, rough)


def _find_felt(measured: Measured, standing: Standing, issue: Issue) -> Iterator[tuple[str, _Felt]]:
    for party in measured.ids:
        cell = standing.cell(issue.id, party)
        stance, salience = stance_of(cell, issue.scale), salience_of(cell)
        if cell is not None and stance is not None and salience:
            yield party, _Felt(cell.position, stance, salience)


def _find_pulls(measured: Measured, felt: Mapping[str, _Felt], counted: Collection[str]) -> dict[str, Fraction]:
    """Each one's share of the weight, power times salience, of all who count in the centre."""
    weights = {party: one.salience * measured.powers[party] for party, one in felt.items() if party in counted}
    total = sum(weights.values(), _ZERO)
    return {party: weight / total for party, weight in weights.items() if total}
