"""Levels and options: names with what they mean and, of levels, where they lie."""

from decimal import Decimal

from negmatrix.diagnostics import Related, quote
from negmatrix.model.scales import RESERVED, Level
from negmatrix.reading.desk import Desk
from negmatrix.reading.fields import Kind, field, read_fields, read_mapping
from negmatrix.reading.kinds import NUMBER, TEXT
from negmatrix.reading.scale_schemas import LEVELS, OPTIONS
from negmatrix.source import Text
from negmatrix.syntax.nodes import Mapping, Node, Sequence, is_empty

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
            "wrong-shape", f"expected {expected}, found names in braces", mapping.at, "put them in brackets: [a, b]"
        )
        return None
    read = [_read_level(desk, name, value) for name, value in mapping.pairs]
    return _check_names(desk, mapping, [level for level in read if level], complete=all(read) and not mapping.torn)


def _check_names(
    desk: Desk, node: Sequence | Mapping, levels: list[Level], *, complete: bool
) -> tuple[Level, ...] | None:
    first: dict[str, Text] = {}
    for level in levels:
        if level.name in RESERVED:
            message = f"{quote(level.name)} says something about a position and cannot be a level or an option"
            desk.error("reserved-word", message, level.name.at)
        if level.name in first:
            seen = Related(first[level.name].at, "it stands here first")
            desk.error("repeated-level", f"{quote(level.name)} is given twice", level.name.at, related=(seen,))
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
            "mixed-at", f"{quote(bare)} has no 'at', though other levels have one", bare.at, "give all of them or none"
        )
        return False
    return _check_order(desk, levels, steps)


def _check_order(desk: Desk, levels: tuple[Level, ...], steps: list[Decimal]) -> bool:
    rising = steps[1] > steps[0]
    for level, before, here in zip(levels[1:], steps, steps[1:], strict=False):
        if here == before or (here > before) != rising:
            message = f"'at' must rise or fall from level to level, but {quote(level.name)} has {here} after {before}"
            desk.error("unordered-at", message, level.name.at)
            return False
    return True


def _read_options(desk: Desk, node: Node) -> tuple[Level, ...] | None:
    options = _read_names(desk, node, "a list of options, or options with what they mean")
    for option in options or ():
        if option.at is not None:
            desk.error("unknown-field", f"the option {quote(option.name)} has no place, so no 'at'", option.name.at)
    return options


LEVELS_KIND = Kind(_read_levels, "a list of levels", LEVELS)


OPTIONS_KIND = Kind(_read_options, "a list of options", OPTIONS)
