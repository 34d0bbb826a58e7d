"""Field tables: what a record may hold, how each field is read and what it means. The JSON Schema comes from them."""

from collections.abc import Callable
from collections.abc import Mapping as Table
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from negmatrix.diagnostics import quote, tell_known
from negmatrix.nearest import suggest
from negmatrix.reading.braces import join_torn_lists, tell_torn_text
from negmatrix.reading.desk import Desk, hint_sign
from negmatrix.source import Text
from negmatrix.syntax.nodes import Mapping, Node, Unread, is_empty
from negmatrix.syntax.tape import Tape


class Kind(NamedTuple):
    """How a value is read, what one expects there, and its JSON Schema. `read` gives None once it said what is wrong."""

    read: Callable[[Desk, Node], Any]
    expected: str
    schema: Table[str, Any]


class Field(NamedTuple):
    """A field of a record. `attribute` is its name in the record; one that `ends` takes `unknown` for an end."""

    name: str
    kind: Kind
    means: str
    attribute: str
    ends: bool = False


class Torn(tuple[Any, ...]):
    """A list of which some part could not be read, and said so: it must not be counted."""

    __slots__ = ()


class Fields(NamedTuple):
    """What was read of a record: values by attribute, and attributes that could not be read.

    `indexes` tell where the key of each stands on a tape: of most nobody asks.
    """

    values: dict[str, Any]
    unread: frozenset[str]
    ended: frozenset[str]
    indexes: dict[str, int]
    tape: Tape | None

    @property
    def keys(self) -> dict[str, Text]:
        """The key of each attribute that is given, with its place."""
        return {name: self.tape.text(index) for name, index in self.indexes.items()} if self.tape else {}


_value = itemgetter(1)
NOTHING: frozenset[str] = frozenset()


def make_fields(values: dict[str, Any], unread: frozenset[str] = NOTHING) -> Fields:
    """Fields that have no keys of their own."""
    return Fields(values, unread, NOTHING, {}, None)


def reference(name: str) -> dict[str, Any]:
    """The JSON Schema of a record or a section that is described once, under its name."""
    return {"$ref": f"#/$defs/{name}"}


def field(name: str, kind: Kind, means: str, attribute: str = "", *, ends: bool = False) -> tuple[str, Field]:
    """A row of a field table."""
    return name, Field(name, kind, means, attribute or name, ends)


def read_fields(desk: Desk, mapping: Mapping, table: Table[str, Field], owner: str) -> Fields:
    """The fields of a mapping by their table; unknown, repeated and empty ones are told.

    Behind an unknown name without a near one, or a refused key, any field may hide: all that are not given are unread.
    """
    values: dict[str, Any] = {}
    indexes: dict[str, int] = {}
    unread: list[str] = []
    ended: list[str] = []
    hidden: set[str] = set()
    if mapping.torn:
        hidden.update(_attributes(table))
    tape, pairs = mapping.tape, mapping.values()
    if not all(map(_value, pairs)) and mapping.flow:
        pairs = join_torn_lists(desk, tape, pairs, table)
    for index, node in pairs:
        row = table.get(tape.words[index])
        if row is None:
            meant = _tell_unknown(desk, tape.text(index), node, mapping, table, owner)
            hidden.update([table[meant].attribute] if meant else _attributes(table))
            continue
        attribute = row.attribute
        if attribute in indexes:
            desk.repeated(tape.text(index), tape.text(indexes[attribute]))
            continue
        indexes[attribute] = index
        if row.ends and node == "unknown":
            ended.append(attribute)
            continue
        value = _read_value(desk, tape, index, node, row.kind)
        if value is None:
            unread.append(attribute)
        else:
            values[attribute] = value
            if type(value) is Torn:
                unread.append(attribute)
    if hidden:
        unread += [attribute for attribute in hidden if attribute not in indexes]
    return Fields(
        values,
        _keep(frozenset(unread)) if unread else NOTHING,
        _keep(frozenset(ended)) if ended else NOTHING,
        indexes,
        tape,
    )


@lru_cache(maxsize=1024)
def _keep(names: frozenset[str]) -> frozenset[str]:
    """The same names as one object, however many records they are of."""
    return names


def _attributes(table: Table[str, Field]) -> list[str]:
    return [row.attribute for row in table.values()]


def _read_value(desk: Desk, tape: Tape, index: int, node: Node, kind: Kind) -> Any:
    """The value of one field; None, and a problem, when it is empty or not of its kind."""
    if type(node) is Unread:
        return None
    if is_empty(node):
        key = tape.text(index)
        desk.error("empty-value", f"{quote(key)} is empty", key.at, f"expected {kind.expected}")
        return None
    return kind.read(desk, node)


def _tell_unknown(
    desk: Desk, key: Text, node: Node, mapping: Mapping, table: Table[str, Field], owner: str
) -> str | None:
    """The field that was meant, so that nobody complains that it is missing."""
    if is_empty(node) and mapping.flow and tell_torn_text(desk, key, node):
        return key.partition(":")[0] if key.partition(":")[0] in table else None
    if desk.problems.full("unknown-field"):
        desk.error("unknown-field", "", key.at)  # counted only
        return None
    plural = f"{key.removesuffix('y')}ies"
    meant = desk.known(table, table.keys).nearest(key) or (plural if plural in table else None)
    label = hint_sign(key) or suggest(meant, key) or tell_known(table, every=True)
    desk.error("unknown-field", f"{quote(key)} is not a field of {owner}", key.at, label)
    return meant


def read_mapping(desk: Desk, node: Node, expected: str) -> Mapping | None:
    """A mapping; None, and a problem, for anything else."""
    if type(node) is Mapping and not is_empty(node):
        return node
    desk.wrong_shape(node, expected)
    return None


def read_short_or_fields(desk: Desk, node: Node, table: Table[str, Field], owner: str, short: str) -> Fields | None:
    """The fields of a record, which may be one text for its field `short`; None, and a problem, for anything else."""
    if isinstance(node, Mapping) and not is_empty(node):
        return read_fields(desk, node, table, owner)
    if isinstance(node, Text) and not is_empty(node):
        return make_fields({table[short].attribute: node})
    desk.wrong_shape(node, f"the {short} of {owner}, or its fields")
    return None
