"""Rounds: what of each position is written anew in one, and what stands already."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from negmatrix.importing.cells import KNOWN, Desk, check_fields, write_cell
from negmatrix.importing.layout import Value
from negmatrix.importing.sourcing import Sources
from negmatrix.importing.statements import MOST_KNOWN, UNSTATED, Statement
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
    """What a statement says anew: the fields to write, none where all stands already, the standing ones that end with
    it, what it rests on, and the fields that stand from now on.
    """

    fields: Mapping[str, str]
    ended: tuple[str, ...]
    sources: tuple[str, ...]
    standing: Mapping[str, str]


_NOTHING: Mapping[str, str] = {}


class Book:
    """Writes rounds in order, and knows what stands."""

    def __init__(self, desk: Callable[[str], Desk], sources: Sources, *, own: bool, carries: bool = True) -> None:
        self._desk = desk
        self._sources = sources
        self._own = own
        self._carries = carries
        self._standing: dict[str, dict[str, Mapping[str, str]]] = defaultdict(dict)
        self._known: dict[tuple[int, int], tuple[Mapping[str, str], Mapping[str, str], New]] = {}

    def write(
        self, statements: Sequence[Statement], ids: Callable[[Statement], tuple[str, str]], lines: Lines
    ) -> Written:
        """One round's positions; several rows on one cell are its successive positions."""
        told = list(map(self._renew, statements))
        default = self._choose_default([new.sources for new in told if new.fields])
        positions: dict[str, dict[str, Value]] = defaultdict(dict)
        again: dict[tuple[str, str], list[Value]] = {}
        for one, new in zip(statements, told, strict=True):
            value = self._write(new, default, self._desk(one.issue)) if new.fields else None
            if value is None:
                continue
            issue, party = ids(one)
            cells = positions[issue]
            if party in cells:
                again.setdefault((issue, party), [cells[party]]).append(value)
            else:
                cells[party] = value
        for (issue, party), values in again.items():
            positions[issue][party] = values
        if again:
            lines.add("several rows on one issue, party and round stand as successive positions: the last one counts")
        return Written(positions, default, sum(map(len, positions.values())))

    @staticmethod
    def _write(new: New, default: tuple[str, ...], desk: Desk) -> Value | None:
        value = write_cell(new.fields, () if new.sources == default else new.sources, new.ended, desk)
        return write_cell(new.fields, new.sources, new.ended, desk) if value is None else value

    def _renew(self, one: Statement) -> New:
        """What of a statement is new; those of the same fields, after the same, share it."""
        standing = self._standing[one.issue]
        before = standing.get(one.party, _NOTHING) if self._carries else _NOTHING
        key = id(one.fields), id(before)
        held = self._known.get(key)
        if held is None:
            held = one.fields, before, self._compare(one.fields, before, self._desk(one.issue))
            if len(self._known) < MOST_KNOWN:
                self._known[key] = held
        if self._carries:
            standing[one.party] = held[2].standing
        return held[2]

    def _compare(self, told: Mapping[str, str], before: Mapping[str, str], desk: Desk) -> New:
        """What fields say that does not stand already."""
        written = told if KNOWN.issuperset(told) else {name: text for name, text in told.items() if name in KNOWN}
        fields = self._unfix(check_fields(written, desk), before)
        fields = told if fields == told else fields  # the same once, not twice
        if not before and "state" not in fields:
            return New(fields, (), self._cite(fields), fields)
        carried = self._own and bool(told.get("carried_from", "").strip()) and bool(before)
        if (carried and fields == before) or (fields.get("state") == UNSTATED and not before and len(fields) == 1):
            return New(_NOTHING, (), (), fields)
        ended = tuple(self._ended(fields, before))
        same = self._find_same(fields, before, carried=carried) if before else ()
        new = fields
        if not fields.keys().isdisjoint(same):
            new = {name: fields[name] for name in fields if name not in same or self._is_bare(fields, name, same)}
        return New(new, ended, self._cite(new), fields)

    @staticmethod
    def _find_same(fields: Mapping[str, str], before: Mapping[str, str], *, carried: bool) -> Sequence[str]:
        """The standing fields that are as they were, which need not be written again."""
        kept = (*_KEPT, *(("stance", "claims") if carried else ()))
        return [name for name in kept if before.get(name) == fields.get(name) and "state" not in before]

    def _unfix(self, fields: Mapping[str, str], before: Mapping[str, str]) -> Mapping[str, str]:
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

    def _cite(self, fields: Mapping[str, str]) -> tuple[str, ...]:
        """What a cell rests on; where the table does not say, the document, unless no row of our own has a source."""
        text = fields.get("source", "")
        if text:
            return self._sources.cite(text)
        needed = not self._own or ({"stance", "says"}.intersection(fields) and self._sources.entries)
        return self._sources.document() if needed else ()

    @staticmethod
    def _choose_default(cited: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
        """The sources that most cells of the round rest on; none where one rests on none."""
        if not cited or () in cited:
            return ()
        return Counter(cited).most_common(1)[0][0]
