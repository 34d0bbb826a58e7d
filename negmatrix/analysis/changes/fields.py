"""Details of a record that are compared one by one."""

from collections.abc import Iterator, Mapping
from typing import Any

from negmatrix.analysis.changes.kinds import Kind
from negmatrix.analysis.changes.records import Change, Shown

ISSUE: Mapping[str, Kind] = {
    "title": Kind.DETAIL,
    "topic": Kind.DETAIL,
    "question": Kind.DETAIL,
    "next": Kind.DETAIL,
    "status_quo": Kind.DETAIL,
    "internal": Kind.DETAIL,
    "sources": Kind.SOURCE,
    "note": Kind.NOTE,
}
PARTY: Mapping[str, Kind] = {
    "name": Kind.DETAIL,
    "aliases": Kind.DETAIL,
    "role": Kind.DETAIL,
    "power": Kind.DETAIL,
    "members": Kind.DETAIL,
    "batna": Kind.DETAIL,
    "internal": Kind.DETAIL,
    "sources": Kind.SOURCE,
    "note": Kind.NOTE,
}
PROPOSAL: Mapping[str, Kind] = {
    "title": Kind.DETAIL,
    "kind": Kind.DETAIL,
    "objective": Kind.DETAIL,
    "outcome": Kind.DETAIL,
    "addresses": Kind.DETAIL,
    "proposers": Kind.DETAIL,
    "stances": Kind.DETAIL,
    "internal": Kind.DETAIL,
    "sources": Kind.SOURCE,
    "note": Kind.NOTE,
}
TALKS: Mapping[str, Kind] = {
    "title": Kind.DETAIL,
    "about": Kind.DETAIL,
    "tables": Kind.DETAIL,
    "thresholds": Kind.DETAIL,
    "carry_forward": Kind.DETAIL,
    "stale_after": Kind.DETAIL,
}
ROUND: Mapping[str, Kind] = {
    "title": Kind.DETAIL,
    "date": Kind.DETAIL,
    "events": Kind.DETAIL,
    "internal": Kind.DETAIL,
    "sources": Kind.SOURCE,
    "note": Kind.NOTE,
}
CELL: Mapping[str, Kind] = {
    "interest": Kind.DETAIL,
    "depends_on": Kind.DETAIL,
    "red_line": Kind.DETAIL,
    "salience": Kind.SALIENCE,
}
"""Fields of a cell that stand until they are written again."""

STATEMENT: Mapping[str, Kind] = {
    "confidence": Kind.CONFIDENCE,
    "disputed": Kind.DETAIL,
    "claims": Kind.DETAIL,
    "internal": Kind.DETAIL,
    "sources": Kind.SOURCE,
    "by": Kind.NOTE,
    "date": Kind.NOTE,
    "note": Kind.NOTE,
}
"""Fields that belong to one statement."""


def compare_fields(before: Any, after: Any, fields: Mapping[str, Kind], base: Change) -> Iterator[Change]:
    """A change for each field that differs, with the issue, party or proposal of `base`."""
    for name, kind in fields.items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new and (told := (write_value(old), write_value(new))) != (None, None):
            yield base._replace(kind=kind, field=name, before=told[0], after=told[1])


def write_value(value: Any) -> Shown:
    """A field's value as it can be shown: nothing for what is empty."""
    if value is None or value == () or value == {}:
        return None
    if isinstance(value, Mapping):
        return tuple(f"{name}: {entry}" for name, entry in value.items())
    if isinstance(value, tuple):
        return tuple(_write_entry(entry) for entry in value)
    return getattr(value, "value", value)  # type: ignore[no-any-return]


def _write_entry(entry: Any) -> str:
    if isinstance(entry, tuple):
        return ", ".join(filter(None, map(_write_part, entry)))
    return str(entry)


def _write_part(part: Any) -> str:
    """A field of a record within another, where the only thing to be true is that it is internal."""
    if isinstance(part, bool):
        return "internal" if part else ""
    return "" if part is None else ", ".join(part) if isinstance(part, tuple) else str(part)
