"""Stances that a table gives in a column of their own: their scales, and the cells as the format has them."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from negmatrix.importing.accounts import read_accounts, write_accounts
from negmatrix.importing.coding import Coded
from negmatrix.importing.places import parse_place, rebuild_scale
from negmatrix.importing.scales import Draft
from negmatrix.importing.statements import MOST_KNOWN, Statement
from negmatrix.importing.steps import Point
from negmatrix.importing.tables import Lines, quote_start
from negmatrix.model.scales import RESERVED

_SCALED = ("stance", "accepts", "rejects")
_POINTED = frozenset((*_SCALED, "claims"))
_STATED = frozenset(("stance",))
_UNSETTLED = _POINTED | {"place"}
_MOST_OPTIONS = 60


def code_stances(coded: Coded, units: Mapping[str, str], lines: Lines, *, placed: bool) -> Coded:
    """Give every issue with stances of its own a scale that holds them; what cannot stand on it goes into words.

    The statements are settled in place, as those of the same fields on the same scale together.
    """
    by_issue: dict[str, list[Point]] = defaultdict(list)
    for one in coded.statements:
        if one.issue not in coded.scales and not _POINTED.isdisjoint(one.fields):
            by_issue[one.issue] += map(_point, (one.fields, *(read_accounts(one.fields.get("claims", "")) or ())))
    scales = dict(coded.scales)
    for issue, points in by_issue.items():
        draft = rebuild_scale(points, units.get(issue, ""), placed=placed)
        if draft and (placed or len(draft.names) <= _MOST_OPTIONS):
            scales[issue] = draft
    _settle_all(coded.statements, scales, lines)
    return Coded(scales, coded.statements)


def _settle_all(statements: list[Statement], scales: Mapping[str, Draft], lines: Lines) -> None:
    known: dict[tuple[int, int], tuple[Mapping[str, str], Mapping[str, str]]] = {}
    for number, one in enumerate(statements):
        if _UNSETTLED.isdisjoint(one.fields):
            continue
        scale = scales.get(one.issue)
        if scale and _STATED.issuperset(one.fields) and scale.holds(one.fields["stance"]):
            continue
        key = id(one.fields), id(scale)
        held = known.get(key) or (one.fields, _settle(one.fields, scale, lines))
        if len(known) < MOST_KNOWN:
            known[key] = held
        if held[1] is not one.fields:
            statements[number] = one._replace(fields=held[1])


def split_list(text: str) -> tuple[str, ...]:
    """The values of a cell that lists some: one a line, or with semicolons between them, or a list in JSON."""
    if text.startswith("[") and (listed := _parse_list(text)) is not None:
        return listed
    text = text[1:-1].replace(", ", ";") if text[:1] == "[" and text[-1:] == "]" else text
    parts = text.split("\n") if "\n" in text else text.split(";")
    return tuple(part.strip() for part in parts if part.strip())


def _parse_list(text: str) -> tuple[str, ...] | None:
    """The texts of a list in JSON; None for what is none."""
    try:
        listed = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return tuple(listed) if isinstance(listed, list) and all(isinstance(one, str) for one in listed) else None


def _point(fields: Mapping[str, str]) -> Point:
    stance = fields.get("stance")
    accepts, rejects = (_stretch(fields.get(name, "")) for name in ("accepts", "rejects"))
    usable = stance is not None and stance not in RESERVED
    return Point(stance if usable else None, parse_place(fields.get("place", "")), accepts, rejects)


def _stretch(text: str) -> tuple[str, ...]:
    """What is listed; nothing where a word of the format stands among it, which no scale can hold."""
    parts = split_list(text)
    return parts if not set(RESERVED).intersection(parts) else ()


def _settle(told: Mapping[str, str], scale: Draft | None, lines: Lines) -> Mapping[str, str]:
    """Fields of which everything stands on the scale, in each of the rival accounts too."""
    fields = dict(_settled_fields(told, scale, lines))
    accounts = read_accounts(fields.get("claims", ""))
    if accounts:
        fields["claims"] = write_accounts(dict(_settled_fields(account, scale, lines)) for account in accounts)
    return told if fields == told else fields


def _settled_fields(fields: Mapping[str, str], scale: Draft | None, lines: Lines) -> Iterator[tuple[str, str]]:
    stance = fields.get("stance")
    holds = scale is not None and stance is not None and scale.holds(stance)
    notes: list[str] = [fields["note"]] if "note" in fields else []
    said = [fields["says"]] if "says" in fields else []
    if stance is not None and not holds and stance not in ("unknown", *said):
        lines.add("stances without a scale are kept in words", quote_start(stance))
        said.insert(0, stance)
    if stance is not None and holds:
        yield "stance", stance
    if said:
        yield "says", "\n".join(said)
    for name in ("accepts", "rejects"):
        text = fields.get(name, "")
        if not text:
            continue
        if _stands(scale, _stretch(text), stance if holds else None, inside=name == "accepts"):
            yield name, text
        else:
            lines.add(f"what is given as {name} does not fit the scale and is kept as a note", quote_start(text))
            notes.append(f"{name}: {text}")
    if notes:
        yield "note", "\n".join(notes)
    yield from ((name, text) for name, text in fields.items() if name not in (*_SCALED, "says", "note", "place"))


def _stands(scale: Draft | None, stretch: Sequence[str], stance: str | None, *, inside: bool) -> bool:
    """Whether a stretch lies on the scale, with the stance inside (or beside it)."""
    if scale is None or not stretch or not all(map(scale.holds, stretch)):
        return False
    if scale.kind == "options":
        return stance is None or (stance in stretch) == inside
    if len(stretch) > 2:
        return False
    ends = [place for word in stretch if (place := scale.place(word)) is not None]
    at = scale.place(stance) if stance is not None else None
    if at is None:
        return True
    on_end = scale.kind == "range" and at in ends
    return min(ends) <= at <= max(ends) if inside else on_end or not min(ends) <= at <= max(ends)
