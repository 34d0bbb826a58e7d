"""One trade: what each of two parties gives, what that does, and what either gains."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.centre import Value, find_value
from negmatrix.analysis.scale_shape import ScaleShape, describe_scale
from negmatrix.analysis.trades_best import find_volume
from negmatrix.analysis.trades_fields import Field
from negmatrix.analysis.units import find_unit, name_unit
from negmatrix.model.scales import Levels, Range
from negmatrix.model.standing import Standing
from negmatrix.model.talks import Talks
from negmatrix.source import Text


class Gift(NamedTuple):
    """What one party gives: a move of its stance from `from_` to `to` in the scale's own units (plain levels count from
    the first), signed, and as a `share` of the scale, 0 to 1. On levels `to_levels` are the level, or the two between
    which the move ends. `to_included` is false where it ends just before what the party rejects.

    `effect` is how far the centre of the issue goes, as a share of the scale; `matters` and `matters_to_other` are the
    saliences of the giver and of the getter, 0 to 1.
    """

    issue: Text
    title: Text
    move: Fraction
    unit: str | None
    share: Fraction
    effect: Fraction
    from_: Text
    to: Value
    to_levels: tuple[Text, ...]
    to_included: bool
    matters: Fraction
    matters_to_other: Fraction
    scale: ScaleShape

    @property
    def published(self) -> tuple[str, ...]:
        """What is written of it as JSON."""
        return tuple(name for name in self._fields if name != "scale")


class Tie(NamedTuple):
    """A party whose position on an issue depends on another one."""

    party: str
    issue: str
    depends_on: str


class Trade(NamedTuple):
    """An exchange: each side gives one thing and gets the other's. `gain` is what either gains, a share of the scale times
    salience. `ties` are those of the two parties that bind one of the two issues.
    """

    left: str
    right: str
    left_gift: Gift
    right_gift: Gift
    gain: Fraction
    ties: tuple[Tie, ...]

    @property
    def published(self) -> tuple[str, ...]:
        """What is written of it as JSON."""
        names = ("left", "right", "left_gives", "right_gives", "left_move", "right_move", "gain")
        return (*names, "left_gift", "right_gift", "ties")

    @property
    def left_gives(self) -> Text:
        """The issue on which the left one gives."""
        return self.left_gift.issue

    @property
    def right_gives(self) -> Text:
        """The issue on which the right one gives."""
        return self.right_gift.issue

    @property
    def left_move(self) -> Fraction:
        """The move of the left one, in the units of that issue's scale."""
        return self.left_gift.move

    @property
    def right_move(self) -> Fraction:
        """The move of the right one, in the units of that issue's scale."""
        return self.right_gift.move


def make_trade(talks: Talks, standing: Standing, left: str, right: str, given: Field, taken: Field) -> Trade:
    """The exchange in which the left party gives on one issue and the right one on the other, as much as they can."""
    volume = find_volume(given, taken, left, right)
    left_gift, right_gift = _give(given, left, right, volume), _give(taken, right, left, volume)
    return Trade(
        left=left,
        right=right,
        left_gift=left_gift,
        right_gift=right_gift,
        gain=right_gift.matters_to_other * right_gift.effect - left_gift.matters * left_gift.effect,
        ties=tuple(_find_ties(talks, standing, (left, right), (given.issue.id, taken.issue.id))),
    )


def _give(field: Field, giver: str, getter: str, volume: Fraction) -> Gift:
    scale, one, other = field.scale, field.footings[giver], field.footings[getter]
    effect = volume / (one.salience + other.salience)
    share, room = effect / one.pull, one.room_toward(other)
    signed = share if other.place > one.place else -share
    place = one.place + signed
    return Gift(
        issue=field.issue.id,
        title=field.issue.title,
        move=signed * find_unit(scale),
        unit=name_unit(scale),
        share=share,
        effect=effect,
        from_=one.stance,
        to=find_value(scale, place),
        to_levels=_find_levels(scale, place),
        to_included=share < room.size or not room.open,
        matters=one.salience,
        matters_to_other=other.salience,
        scale=describe_scale(scale),
    )


def _find_levels(scale: Levels | Range, place: Fraction) -> tuple[Text, ...]:
    """The level at a place, or the two around it; none on a range."""
    if isinstance(scale, Range):
        return ()
    below = max((name for name in scale.names if scale.places[name] <= place), key=scale.places.__getitem__)
    above = min((name for name in scale.names if scale.places[name] >= place), key=scale.places.__getitem__)
    return (below,) if below == above else (below, above)


def _find_ties(talks: Talks, standing: Standing, parties: tuple[str, str], traded: tuple[str, str]) -> Iterator[Tie]:
    """What positions of the two on a traded issue depend on, and which of theirs on others depend on a traded one;
    issues left out of a narrowed talks are none.
    """
    for issue in sorted(talks.issues):
        for party in parties:
            cell = standing.cell(issue, party)
            depends_on = (cell.position.depends_on if cell else None) or ()
            known = [other for other in depends_on if other in talks.issues]
            yield from (Tie(party, issue, other) for other in known if issue in traded or other in traded)
