"""Scales: levels, ranges and options, shared or written into an issue."""

from decimal import Decimal
from typing import Any

from negmatrix.diagnostics import Related, quote
from negmatrix.model.quantity import number_hint, parse_day, parse_number
from negmatrix.model.scales import BUILT_IN, RESERVED, Level, Levels, Options, Range, Scale
from negmatrix.reading.desk import Desk
from negmatrix.reading.fields import Field, Fields, Kind, field, read_fields, read_mapping
from negmatrix.reading.kinds import NUMBER, TEXT, read_item
from negmatrix.reading.scale_schemas import ANCHORS, LEVELS, OPTIONS, RANGE
from negmatrix.source import Text
from negmatrix.syntax.nodes import Node, Sequence, is_empty

LEVEL = dict(
    (
        field("at", NUMBER, "where it lies, in the scale's unit"),
        field("means", TEXT, "what it stands for"),
        field("was", TEXT, "its name in an earlier file"),
    )
)


def _read_level(desk: Desk, name: Text, node: Node) -> Level | None:
    if isinstance(node, Text) and not is_empty(node):
        return Level(name, means=node)
    mapping = read_mapping(desk, node, "what the level means, or fields")
    fields = read_fields(desk, mapping, LEVEL, "a level") if mapping else None
    return Level(name, **fields.values) if fields and "at" not in fields.unread else None


def _read_names(desk: Desk, node: Node, expected: str) -> tuple[Level, ...] | None:
    if isinstance(node, Sequence):
        found = [Level(item) for item in node.items if isinstance(item, Text) and not is_empty(item)]
        for item in node.items:
            if not isinstance(item, Text) or is_empty(item):
                desk.wrong_shape(item, "a name")
        return _check_names(desk, node, found, complete=len(found) == len(node.items))
    mapping = read_mapping(desk, node, expected)
    if mapping is None:
        return None
    if mapping.flow and all(is_empty(value) for _, value in mapping.pairs):
        desk.error(
            "wrong-shape", f"expected {expected}, found names in braces", node.at, "put them in brackets: [a, b]"
        )
        return None
    read = [_read_level(desk, name, value) for name, value in mapping.pairs]
    return _check_names(desk, node, [level for level in read if level], complete=all(read) and not mapping.torn)


def _check_names(desk: Desk, node: Node, levels: list[Level], *, complete: bool) -> tuple[Level, ...] | None:
    first: dict[str, Text] = {}
    for level in levels:
        if level.name in RESERVED:
            message = f"'{level.name}' says something about a position and cannot be a level or an option"
            desk.error("reserved-word", message, level.name.at)
        if level.name in first:
            seen = Related(first[level.name].at, "it stands here first")
            desk.error("repeated-level", f"'{level.name}' is given twice", level.name.at, related=(seen,))
        first.setdefault(level.name, level.name)
    if complete and len(levels) < 2:
        desk.error("one-end", "a scale needs at least two different ends", node.at)
    usable = complete and len(first) == len(levels) >= 2 and not set(RESERVED) & set(first)
    return tuple(levels) if usable else None


def _read_levels(desk: Desk, node: Node) -> tuple[Level, ...] | None:
    levels = _read_names(desk, node, "a list of levels, or levels with what they mean")
    return levels if levels and _check_steps(desk, levels) else None


def _check_steps(desk: Desk, levels: tuple[Level, ...]) -> bool:
    steps = [level.at for level in levels if level.at is not None]
    if not steps:
        return True
    if len(steps) < len(levels):
        bare = next(level.name for level in levels if level.at is None)
        desk.error(
            "mixed-at", f"'{bare}' has no 'at', though other levels have one", bare.at, "give all of them or none"
        )
        return False
    return _check_order(desk, levels, steps)


def _check_order(desk: Desk, levels: tuple[Level, ...], steps: list[Decimal]) -> bool:
    rising = steps[1] > steps[0]
    for level, before, here in zip(levels[1:], steps, steps[1:], strict=False):
        if here == before or (here > before) != rising:
            message = f"'at' must rise or fall from level to level, but '{level.name}' has {here} after {before}"
            desk.error("unordered-at", message, level.name.at)
            return False
    return True


def _read_options(desk: Desk, node: Node) -> tuple[Level, ...] | None:
    options = _read_names(desk, node, "a list of options, or options with what they mean")
    for option in options or ():
        if option.at is not None:
            desk.error("unknown-field", f"the option '{option.name}' has no place, so no 'at'", option.name.at)
    return options


def _read_range(desk: Desk, node: Node) -> tuple[Text, Text] | None:
    if not isinstance(node, Sequence):
        desk.wrong_shape(node, "the two ends of the range, as [0, 100]")
        return None
    if len(node.items) != 2:
        desk.error("one-end", f"a range has two ends, found {len(node.items)}", node.at)
        return None
    ends = [_read_end(desk, item) for item in node.items]
    first, last = ends
    if first is None or last is None:
        return None
    if (parse_day(first) is None) != (parse_day(last) is None):
        desk.error("one-end", "one end of the range is a date, the other a number", last.at)
        return None
    if first == last or parse_number(first) == parse_number(last) is not None:
        desk.error("one-end", "the two ends of a range must differ", last.at)
        return None
    return first, last


def _read_end(desk: Desk, node: Node) -> Text | None:
    if not isinstance(node, Text):
        desk.wrong_shape(node, "a number or a date")
        return None
    if parse_number(node) is None and parse_day(node) is None:
        desk.error("not-a-number", f"'{node}' is neither a number nor a date", node.at, number_hint(node))
        return None
    return node


def _read_anchors(desk: Desk, node: Node) -> tuple[tuple[Text, Text], ...] | None:
    mapping = read_mapping(desk, node, "numbers with what they mean")
    if mapping is None:
        return None
    anchors: dict[Text, Text] = {}
    first: dict[Text, Text] = {}
    for at, value in mapping.pairs:
        if first.setdefault(at, at) is not at:
            desk.repeated(at, first[at])
        elif (text := read_item(desk, TEXT, value)) is not None:
            anchors[at] = text
    return tuple(anchors.items())


_LEVELS = Kind(_read_levels, "a list of levels", LEVELS)
_OPTIONS = Kind(_read_options, "a list of options", OPTIONS)
_RANGE = Kind(_read_range, "two ends", RANGE)
_ANCHORS = Kind(_read_anchors, "numbers with what they mean", ANCHORS)
SCALE = dict(
    (
        field("levels", _LEVELS, "steps in order: a list, or names with what they mean or where they lie (at)"),
        field("range", _RANGE, "two different ends, numbers or dates, as [0, 100]"),
        field("options", _OPTIONS, "choices without an order"),
        field("unit", TEXT, "what its numbers count"),
        field("anchors", _ANCHORS, "places on the range that have a name"),
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
        desk.error("reserved-word", f"'{name}' is the name of a built-in scale", name.at, "give it another name")
    mapping = read_mapping(desk, node, "levels, a range or options")
    if mapping is None:
        return None
    fields = read_fields(desk, mapping, SHARED_SCALE, "a scale")
    scale = read_scale(desk, fields)
    if scale is None and not fields.unread and not {*_KINDS, "unit", "anchors"} & set(fields.keys):
        desk.error("missing-field", f"the scale '{name}' has neither levels nor a range nor options", name.at)
    return scale
