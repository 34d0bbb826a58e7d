"""Rounds: in which one each position is written anew, and what is only carried."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from negmatrix.importing.cells import ORDER, Desk, check_fields, write_cell
from negmatrix.importing.layout import Value
from negmatrix.importing.sourcing import Sources
from negmatrix.importing.statements import UNSTATED, Statement
from negmatrix.importing.tables import Lines
from negmatrix.model.positions import STANDING

_KEPT = ("red_line", "salience", "interest", "depends_on")
"""Standing fields that no new stance ends."""


class Written(NamedTuple):
    """A round's positions by issue and party, its default sources, and how many positions are written in it."""

    positions: dict[str, dict[str, Value]]
    sources: tuple[str, ...]
    size: int


class New(NamedTuple):
    """A cell that is written in a round: its fields, and the standing ones that end with it."""

    statement: Statement
    fields: Mapping[str, str]
    ended: tuple[str, ...]


def place_carried(statements: Sequence[Statement], rounds: Sequence[str]) -> tuple[list[Statement], list[str]]:
    """Statements and rounds with what was carried from before the first row moved to where it was said.

    Rows of one round tell of earlier ones, by where they are carried from.
    """
    order = {name: number for number, name in enumerate(rounds)}
    if not any("carried_from" in one.fields for one in statements):
        return sorted(statements, key=lambda one: order[one.round]), list(rounds)
    seen: set[tuple[str, str]] = set()
    placed: list[Statement] = []
    earlier: dict[str, None] = {}
    for one in sorted(statements, key=lambda one: order[one.round]):
        origin = one.fields.get("carried_from", "").strip()
        if origin and (one.issue, one.party) not in seen and order.get(origin, -1) < order[one.round]:
            earlier |= {} if origin in order else {origin: None}
            one = one._replace(round=origin, fields={**one.fields, "carried_from": ""})
        seen.add((one.issue, one.party))
        placed.append(one)
    return placed, [*earlier, *rounds]


def stands_alone(statements: Sequence[Statement], rounds: Sequence[str]) -> bool:
    """Whether each round stands alone: nothing is carried, and something that was said is not stated any more."""
    if len(rounds) < 2 or any(one.fields.get("carried_from", "").strip() for one in statements):
        return False
    spoken: set[tuple[str, str]] = set()
    for one in statements:
        if one.fields.get("state") != UNSTATED:
            spoken.add((one.issue, one.party))
        elif (one.issue, one.party) in spoken:
            return True
    return False


class Book:
    """Writes rounds in order, and knows what stands."""

    def __init__(self, desk: Callable[[str], Desk], sources: Sources, *, own: bool, carries: bool = True) -> None:
        self._desk = desk
        self._sources = sources
        self._own = own
        self._carries = carries
        self._standing: dict[str, dict[str, Mapping[str, str]]] = defaultdict(dict)

    def write(
        self, statements: Sequence[Statement], ids: Callable[[Statement], tuple[str, str]], lines: Lines
    ) -> Written:
        """One round's positions; several rows on one cell are its successive positions."""
        fresh = [new for one in statements if (new := self._renew(one)) is not None]
        cited = [self._cite(new) for new in fresh]
        default = self._choose_default(fresh, cited)
        positions: dict[str, dict[str, Value]] = defaultdict(dict)
        again: dict[tuple[str, str], list[Value]] = {}
        for new, sources in zip(fresh, cited, strict=True):
            issue, party = ids(new.statement)
            desk = self._desk(new.statement.issue)
            value = write_cell(new.fields, () if sources == default else sources, new.ended, desk)
            value = write_cell(new.fields, sources, new.ended, desk) if value is None else value
            if value is None:
                continue
            if party in positions[issue]:
                again.setdefault((issue, party), [positions[issue][party]]).append(value)
            else:
                positions[issue][party] = value
        for (issue, party), values in again.items():
            positions[issue][party] = values
        if again:
            lines.add("several rows on one issue, party and round stand as successive positions: the last one counts")
        return Written(positions, default, sum(map(len, positions.values())))

    def _renew(self, one: Statement) -> New | None:
        """What of a statement is new; None when all of it stands already."""
        standing = self._standing[one.issue]
        before = standing.get(one.party, {}) if self._carries else {}
        told = {name: text for name, text in one.fields.items() if name in ORDER}
        fields = self._unfix(check_fields(told, self._desk(one.issue)), before)
        fields = one.fields if fields == one.fields else fields  # the same once, not twice
        standing[one.party] = fields
        carried = self._own and bool(one.fields.get("carried_from", "").strip()) and bool(before)
        if carried and fields == before:
            return None
        if fields.get("state") == UNSTATED and not before and len(fields) == 1:
            return None
        ended = tuple(self._ended(fields, before))
        same = [name for name in (*_KEPT, *(("stance", "claims") if carried else ()))
                if before.get(name) == fields.get(name) and "state" not in before]  # fmt: skip
        if not fields.keys() & same:
            return New(one, fields, ended)
        written = {name: text for name, text in fields.items() if name not in same or self._is_bare(fields, name, same)}
        return New(one, written, ended)

    def _unfix(self, fields: dict[str, str], before: Mapping[str, str]) -> Mapping[str, str]:
        """The fields without a new `fixed` where a fixed position moves, which `check` would warn of: a note instead."""
        moved = "stance" in fields and fields["stance"] != before.get("stance", fields["stance"])
        if not (moved and "fixed" in before and "fixed" in fields):
            return fields
        kept = {name: text for name, text in fields.items() if name != "fixed"}
        note = "fixed: true, as its stance before this one was"
        return kept | {"note": f"{fields['note']}\n{note}" if "note" in fields else note}

    def _is_bare(self, fields: Mapping[str, str], name: str, same: Sequence[str]) -> bool:
        """Whether a cell would say nothing without repeating a standing field, of which this is the first."""
        told = {"stance", "says", "source", "accepts", "rejects", "fixed", *_KEPT} - set(same)
        first = next((kept for kept in same if kept != "stance" and kept in fields), None)
        return name == first and not told.intersection(fields)

    def _ended(self, fields: Mapping[str, str], before: Mapping[str, str]) -> Iterator[str]:
        """Standing fields that are there no more."""
        if before.get("state") in ("n/a", "withdrawn") or fields.get("state") in ("n/a", "withdrawn"):
            return
        if fields.get("state") == UNSTATED and "stance" not in fields and "stance" not in before:
            yield "stance"
        for name in STANDING:
            if name in before and name not in fields and (self._own or (name == "fixed" and "stance" in fields)):
                yield name

    def _cite(self, new: New) -> tuple[str, ...]:
        """What a cell rests on; where the table does not say, the document, unless no row of our own has a source."""
        text = new.fields.get("source", "")
        if text:
            return self._sources.cite(text)
        needed = not self._own or ({"stance", "says"}.intersection(new.fields) and self._sources.entries)
        return self._sources.document() if needed else ()

    @staticmethod
    def _choose_default(fresh: Sequence[New], cited: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
        """The sources that most cells of the round rest on; none where one rests on none."""
        if not fresh or () in cited:
            return ()
        return Counter(cited).most_common(1)[0][0]
