"""One position as it is written: its short form where there is one, else its fields."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from negmatrix.importing.accounts import read_accounts, write_accounts
from negmatrix.importing.explicit import split_list
from negmatrix.importing.layout import Plain, Value
from negmatrix.importing.scales import Draft
from negmatrix.importing.statements import NOT_APPLICABLE, UNSTATED, WITHDRAWN
from negmatrix.importing.tables import Lines, quote_start
from negmatrix.model.quantity import parse_number, parse_period
from negmatrix.model.scales import RESERVED

ORDER = (
    "state", "claims", "stance", "says", "accepts", "rejects", "fixed", "red_line", "salience", "interest", "depends_on", "by",
    "confidence", "disputed", "source", "date", "internal", "note",
)  # fmt: skip
KNOWN = frozenset(ORDER)
_VERBATIM = KNOWN - {"state", "claims", "fixed", "salience", "depends_on", "confidence", "disputed", "date", "internal"}
"""Fields that take any text."""

_TRUE = ("true", "yes", "1", "x", "✓")
_FALSE = ("false", "no", "0", "")


class Desk(NamedTuple):
    """What writing a cell rests on: the issue's scale, ids of issues by how they may be named, the report, and how to cite
    the sources that a text names.
    """

    scale: Draft | None
    issues: Mapping[str, str]
    lines: Lines
    cite: Callable[[str], tuple[str, ...]]


def check_fields(fields: Mapping[str, str], desk: Desk) -> Mapping[str, str]:
    """The fields in the form that the format asks for; what does not fit goes into the note."""
    if _VERBATIM.issuperset(fields) and all(fields.values()):
        return fields
    checked: dict[str, str] = {}
    notes = [fields["note"]] if "note" in fields else []
    for name, text in fields.items():
        value = _check(name, text, desk)
        if value:
            checked[name] = value
        elif value is None:
            desk.lines.add(f"what is given as {name} cannot be read as such and is kept as a note", quote_start(text))
            notes.append(f"{name}: {text}")
    if fields.get("state") in (NOT_APPLICABLE, WITHDRAWN):
        notes += [
            f"{name}: {checked.pop(name)}" for name in ("claims", "stance", "accepts", "rejects") if name in checked
        ]
    elif checked.get("fixed") and "accepts" in checked:
        notes.append(f"accepts: {checked.pop('accepts')}")
    return checked | ({"note": "\n".join(notes)} if notes else {})


def _check(name: str, text: str, desk: Desk) -> str | None:
    """The text of a field as the format has it; empty to leave it out, None if it does not fit."""
    word = text.strip().casefold()
    if name in ("fixed", "disputed", "internal"):
        return "true" if word in _TRUE else "" if word in _FALSE else None
    if name == "confidence":
        return word if word in ("high", "medium", "low") else None
    if name == "date":
        return text.strip() if parse_period(text.strip()) else None
    if name == "salience":
        number = parse_number(text.strip().removesuffix("%"))
        return text.strip().removesuffix("%") if number is not None and 0 <= number <= 100 else None
    if name == "claims":
        return _check_accounts(text, desk)
    if name == "depends_on":
        named = [desk.issues.get(part) for part in split_list(text)]
        return "\n".join(dict.fromkeys(filter(None, named))) if None not in named else None
    return "" if name == "state" and word not in (NOT_APPLICABLE, WITHDRAWN, UNSTATED) else text


def _check_accounts(text: str, desk: Desk) -> str | None:
    """Rival accounts with the fields that the format has; a single one says no more than the position does."""
    accounts = read_accounts(text)
    checked = [] if accounts is None else [check_fields(account, desk) for account in accounts]
    if accounts is None or not all(checked):
        return None
    return write_accounts(checked) if len(checked) > 1 else ""


def write_cell(fields: Mapping[str, str], sources: Sequence[str], ended: Sequence[str], desk: Desk) -> Value | None:
    """The value of a cell; None when it says nothing. `ended` are standing fields that end without a new value."""
    if len(fields) == 1 and not sources and not ended:
        if "stance" in fields:
            return _value("stance", fields["stance"], desk)
        if "says" in fields and desk.scale is None:
            return fields["says"] if fields["says"] not in RESERVED else dict(fields)
    found = dict(_values(fields, sources, ended, desk))
    state = fields.get("state")
    if not found:
        return Plain(state) if state in (NOT_APPLICABLE, WITHDRAWN) else None
    if state in (NOT_APPLICABLE, WITHDRAWN):
        return {"state": Plain(state or ""), **found}
    if list(found) == ["stance"]:
        return found["stance"]
    if list(found) == ["says"] and desk.scale is None and fields["says"] not in RESERVED:
        return found["says"]
    return found if found.keys() - {"note", "internal", "by", "date", "confidence"} else None


def _values(
    fields: Mapping[str, str], sources: Sequence[str], ended: Sequence[str], desk: Desk
) -> Iterator[tuple[str, Value]]:
    told = ("stance", "says", "disputed") if "claims" in fields else ()
    for name in ORDER[1:]:
        if name in told:
            continue
        if name == "claims" and name in fields:
            yield name, _write_accounts(fields[name], desk)
        elif name == "source":
            if sources:
                yield name, sources[0] if len(sources) == 1 else list(sources)
        elif name in fields:
            yield name, _value(name, fields[name], desk)
        elif name in ended:
            yield name, Plain("unknown")


def _write_accounts(text: str, desk: Desk) -> list[Value]:
    """Rival accounts, which stand in place of stance and words, each with sources of its own."""
    accounts = read_accounts(text) or ()
    return [dict(_values(account, desk.cite(account.get("source", "")), (), desk)) for account in accounts]


def _value(name: str, text: str, desk: Desk) -> Value:
    number = desk.scale is not None and desk.scale.kind == "range"
    if name in ("accepts", "rejects"):
        parts = split_list(text)
        if desk.scale is not None and desk.scale.kind != "options" and len(parts) == 1:
            parts *= 2
        return [Plain(part) if number else part for part in parts]
    if name == "depends_on":
        return text.split("\n")
    if name in ("fixed", "disputed", "internal", "confidence", "salience", "date") or (name == "stance" and number):
        return Plain(text)
    return text
