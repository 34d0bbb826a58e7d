"""What stands in a round: positions and verdicts carried forward until somebody writes them anew."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from negmatrix.model.positions import STANDING, STATED, Position
from negmatrix.model.scales import Options, Scale
from negmatrix.model.talks import Round, Talks
from negmatrix.model.verdicts import Verdict
from negmatrix.source import EMPTY, Text


class Cell(NamedTuple):
    """What stands for a party on an issue.

    `position` is the last one written, filled with what still stands of earlier ones; `origins` tells, for each filled
    field, the position that it comes from. `since` is the turn of the round that its stance (without one, the cell)
    was written in: 0 for the first.
    """

    position: Position
    since: int
    origins: Mapping[str, Position] = EMPTY

    def carried_through(self, turn: int) -> int:
        """How many rounds it had been carried through by the round of this turn; 0: new in it."""
        return turn - self.since


Cells: TypeAlias = Mapping[str, Mapping[str, Cell]]
"""Cells by issue and party."""


class Ruling(NamedTuple):
    """A standing verdict and the turn of its round."""

    verdict: Verdict
    turn: int


class Standing(NamedTuple):
    """All that stands in one round. Rulings are in order of force: the first that covers a pair holds for it."""

    round: Round
    turn: int
    cells: Cells
    rulings: Mapping[str, tuple[Ruling, ...]]

    def cell(self, issue: str, party: str) -> Cell | None:
        """The cell of a party on an issue; None when nothing was ever written."""
        return self.cells.get(issue, {}).get(party)

    def ruling(self, issue: str, left: str, right: str) -> Ruling | None:
        """The verdict that holds between two parties on an issue."""
        return next((ruling for ruling in self.rulings.get(issue, ()) if ruling.verdict.covers(left, right)), None)


def standing_in(talks: Talks, round_id: str) -> Standing:
    """What stands in a round, by its id; KeyError when there is none."""
    for standing in _pass_rounds(talks, keep=False):
        if standing.round.id == round_id:
            return standing
    raise KeyError(round_id)


def all_standing(talks: Talks) -> Iterator[Standing]:
    """What stands in each round, in order."""
    return _pass_rounds(talks, keep=True)


def _pass_rounds(talks: Talks, *, keep: bool) -> Iterator[Standing]:
    """The same; unless told to `keep` them, each is gone with the next: of thousands of rounds, copies cost the most."""
    cells: dict[str, Mapping[str, Cell]] = {}
    rulings: Mapping[str, tuple[Ruling, ...]] = {}
    for turn, round_ in enumerate(talks.rounds.values()):
        carried = talks.carry_forward and turn > 0
        before = cells if carried else {}
        cells = dict(before) if keep else before
        _write_cells(cells, talks, round_, turn)
        rulings = _next_rulings(rulings if carried else {}, round_, turn)
        yield Standing(round_, turn, cells, rulings)


def _write_cells(cells: dict[str, Mapping[str, Cell]], talks: Talks, round_: Round, turn: int) -> None:
    """Write a round's positions over what stood before it."""
    for issue, positions in round_.positions.items():
        known = talks.issues.get(issue)
        row = dict(cells.get(issue, {}))
        for party, position in positions.items():
            held = row.get(party)
            plain = held is None and not position.earlier
            row[party] = (
                Cell(position, turn) if plain else _follow_all(held, position, turn, known.scale if known else None)
            )
        cells[issue] = row


def _follow_all(before: Cell | None, position: Position, turn: int, scale: Scale | None) -> Cell:
    for written in position.earlier:
        before = follow(before, written, turn, scale)
    return follow(before, position, turn, scale)


def follow(before: Cell | None, written: Position, turn: int, scale: Scale | None) -> Cell:
    """What stands once a position is written over what stood before."""
    if before is None or not (written.state is before.position.state is STATED):
        return Cell(written, turn)
    kept = {name: getattr(before.position, name) for name in _kept_fields(before.position, written, scale)}
    if not kept:
        return Cell(written, turn)
    origins = {name: before.origins.get(name, before.position) for name in kept}
    if "stance" in kept and before.position.claims and not written.claims:
        kept["claims"] = before.position.claims
    return Cell(written._replace(**kept), before.since if "stance" in kept else turn, origins)


def _kept_fields(before: Position, written: Position, scale: Scale | None) -> Iterator[str]:
    moved = scale is not None and written.stance is not None and _differs(before.stance, written.stance, scale)
    for name in STANDING:
        if getattr(before, name) is None or getattr(written, name) is not None or name in written.ended:
            continue
        if moved and not _survives(name, before, written.stance, scale):
            continue
        yield name


def _differs(before: Text | None, after: Text, scale: Scale) -> bool:
    return before is None or not scale.same(before, after)


def _survives(name: str, before: Position, stance: Text | None, scale: Scale | None) -> bool:
    """Whether a standing field outlives a new stance: not `fixed`, nor what accepts it no longer or now rejects it.

    What is off the scale, which is told elsewhere, settles nothing.
    """
    if name == "fixed":
        return False
    stretch = {"accepts": before.accepts, "rejects": before.rejects}.get(name)
    if stretch is None or scale is None or stance is None or not all(map(scale.holds, (*stretch, stance))):
        return True
    return within(scale, stretch, stance) is (name == "accepts")


def within(scale: Scale, stretch: tuple[Text, ...], stance: str) -> bool:
    """Whether a stance lies in what a party accepts or rejects: between two ends, or among options."""
    if isinstance(scale, Options):
        return stance in stretch
    low, high = sorted(scale.place(end) for end in (stretch[0], stretch[-1]))
    return low <= scale.place(stance) <= high


def _next_rulings(
    before: Mapping[str, tuple[Ruling, ...]], round_: Round, turn: int
) -> Mapping[str, tuple[Ruling, ...]]:
    if not round_.verdicts:
        return before
    after = dict(before)
    for issue, verdicts in round_.verdicts.items():
        after[issue] = (*(Ruling(verdict, turn) for verdict in verdicts), *_outlive(before.get(issue, ()), verdicts))
    return after


def _outlive(rulings: tuple[Ruling, ...], verdicts: tuple[Verdict, ...]) -> Iterator[Ruling]:
    """The earlier rulings that may still hold for a pair: not those between the same parties as a new one."""
    anew = {frozenset(verdict.between) for verdict in verdicts}
    if frozenset() not in anew:
        yield from (ruling for ruling in rulings if frozenset(ruling.verdict.between) not in anew)
