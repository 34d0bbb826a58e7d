"""Parties, scales and issues as they are written."""

from collections.abc import Mapping

from negmatrix.importing.judging import read_verdict
from negmatrix.importing.layout import Plain, Remarked, Value
from negmatrix.importing.scales import Draft
from negmatrix.importing.statements import Gathered
from negmatrix.model.quantity import parse_number

PROPOSED = "proposed by import: confirm"


def write_parties(gathered: Gathered, ids: Mapping[str, str]) -> Value:
    """Parties by id, each with its name, and its role where that is told."""
    return {
        ids[key]: {"name": name, "role": Plain(gathered.roles[key])} if key in gathered.roles else name
        for key, name in gathered.parties.items()
    }


def write_shared(scales: Mapping[str, Draft]) -> dict[str, Value]:
    """The section of scales that several issues have; nothing without one."""
    shared = {
        draft.shared: {draft.kind: _mark(draft)} for draft in scales.values() if draft.shared and not draft.built_in
    }
    return {"scales": shared} if shared else {}


def _mark(draft: Draft) -> Value:
    names: Value = [Plain(name) for name in draft.names] if draft.kind == "range" else list(draft.names)
    if draft.places:
        names = {name: {"at": Plain(at)} for name, at in zip(draft.names, draft.places, strict=True)}
    return names if draft.sure else Remarked(names, PROPOSED)


def write_issue(about: Mapping[str, str], draft: Draft | None, verdict: str) -> Value:
    """An issue: its title alone where nothing else is known."""
    notes = [about["note"]] if "note" in about else []
    fields: dict[str, Value] = {name: about[name] for name in ("title", "topic", "question") if name in about}
    fields |= _write_scale(draft) if draft else {}
    weight = parse_number(about.get("weight", ""))
    if weight is not None and weight >= 0:
        fields["weight"] = Plain(about["weight"])
    elif "weight" in about:
        notes.append(f"Weight: {about['weight']}")
    if "next" in about:
        fields["next"] = about["next"]
    if "unit" in about and "unit" not in fields:
        notes.append(f"Unit: {about['unit']}")
    if verdict and read_verdict(verdict) is None:
        notes.append(f"Status: {verdict}")
    if notes:
        fields["note"] = "\n".join(notes)
    return fields if len(fields) > 1 else about["title"]


def _write_scale(draft: Draft) -> dict[str, Value]:
    if draft.built_in or draft.shared:
        return {"scale": Remarked(draft.built_in or draft.shared, PROPOSED)}
    unit: dict[str, Value] = {"unit": draft.unit} if draft.unit and draft.kind == "range" else {}
    return {draft.kind: _mark(draft), **unit}
