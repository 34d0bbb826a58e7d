"""Scales, shared or written into an issue: one of levels, a range and options."""

from typing import Any

from negmatrix.diagnostics import Related, quote
from negmatrix.model.scales import BUILT_IN, Levels, Options, Range, Scale
from negmatrix.reading.desk import Desk
from negmatrix.reading.fields import Field, Fields, field, read_fields, read_mapping
from negmatrix.reading.kinds import TEXT
from negmatrix.reading.levels import LEVELS_KIND, OPTIONS_KIND
from negmatrix.reading.ranges import ANCHORS_KIND, RANGE_KIND
from negmatrix.source import Text
from negmatrix.syntax.nodes import Node

SCALE = dict(
    (
        field("levels", LEVELS_KIND, "steps in order: a list, or names with what they mean or where they lie (at)"),
        field("range", RANGE_KIND, "two different ends, numbers or dates, as [0, 100]"),
        field("options", OPTIONS_KIND, "choices without an order"),
        field("unit", TEXT, "what its numbers count"),
        field("anchors", ANCHORS_KIND, "places on the range that have a name"),
    )
)


SHARED_SCALE: dict[str, Field] = SCALE | dict(
    (field("was", TEXT, "its id in an earlier file"), field("note", TEXT, "anything else"))
)


_KINDS = ("levels", "range", "options", "scale_id")


def read_scale(desk: Desk, fields: Fields) -> Scale | None:
    """The scale that the fields of an issue or of a shared scale describe; None without one, or when it is not usable."""
    given = [fields.keys[name] for name in _KINDS if name in fields.keys]
    if len(given) > 1:
        first = Related(given[0].at, "one is given here")
        message = f"an issue has one scale, but '{given[0]}' and '{given[1]}' are given"
        desk.error("several-scales", message, given[1].at, "keep one of them", (first,))
        return None
    values = fields.values
    _check_stray(desk, fields, given)
    if "levels" in values:
        return Levels(values["levels"], values.get("unit"))
    if "options" in values:
        return Options(values["options"])
    return _make_range(desk, values) if "range" in values else None


def _check_stray(desk: Desk, fields: Fields, given: list[Text]) -> None:
    measured = any(level.at is not None for level in fields.values.get("levels", ()))
    for name, wanted in (("unit", "range"), ("anchors", "range")):
        broken = given[0] in fields.unread if given else "range" in fields.unread
        if name not in fields.keys or "range" in given or broken or (name == "unit" and measured):
            continue
        desk.error("stray-field", f"'{name}' belongs to a {wanted}", fields.keys[name].at)


def _make_range(desk: Desk, values: dict[str, Any]) -> Range:
    scale = Range(values["range"], values.get("unit"), values.get("anchors", ()))
    for at, _ in scale.anchors:
        if not scale.holds(at):
            ends = f"it runs from {scale.ends[0]} to {scale.ends[1]}"
            desk.error("off-scale", f"the anchor {quote(at)} does not lie on the range", at.at, ends)
    return scale


def read_shared_scale(desk: Desk, name: Text, node: Node) -> Scale | None:
    """A scale under `scales`."""
    if name in BUILT_IN:
        desk.error("reserved-word", f"{quote(name)} is the name of a built-in scale", name.at, "give it another name")
    mapping = read_mapping(desk, node, "levels, a range or options")
    if mapping is None:
        return None
    fields = read_fields(desk, mapping, SHARED_SCALE, "a scale")
    scale = read_scale(desk, fields)
    if scale is None and not fields.unread and not {*_KINDS, "unit", "anchors"} & set(fields.keys):
        desk.error("missing-field", f"the scale {quote(name)} has neither levels nor a range nor options", name.at)
    return scale
