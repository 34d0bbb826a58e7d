"""The entries of a section, each id once."""

from collections.abc import Iterable
from typing import NamedTuple

from negmatrix.reading.desk import Desk, as_id, check_id
from negmatrix.reading.fields import (
    read_mapping,
)
from negmatrix.source import Text
from negmatrix.syntax.nodes import Mapping, Node, Sequence, is_empty


class Entries(NamedTuple):
    """The entries of a section by id; `whole` unless something in it could not be read at all, and said so. `again` are
    those that were given twice, of which the second is unread.
    """

    found: dict[Text, Node]
    whole: bool
    again: frozenset[Text]


def read_entries(desk: Desk, nodes: Iterable[Node], expected: str, *, names: bool = False) -> Entries:
    """The entries of a section by id, each id once; with `names` it may be a list, whose texts are ids and names."""
    entries: dict[Text, Node] = {}
    first: dict[Text, Text] = {}
    again: list[Text] = []
    whole = True
    for node in nodes:
        whole = whole and is_whole(node, names=names)
        for key, value in _list_entries(desk, node, expected, names=names):
            name = as_id(key)
            if name in entries:
                desk.repeated(key, first[name])
                again.append(name)
            else:
                check_id(desk, name)
                entries[name] = value
                first[name] = name
    return Entries(entries, whole, frozenset(again))


def is_whole(node: Node, *, names: bool) -> bool:
    """Whether nothing of a section was refused, so that what it lacks is not there."""
    if isinstance(node, Mapping):
        return not node.torn
    if not names or not isinstance(node, Sequence) or not node.items:
        return False
    return all(isinstance(item, Text) and not is_empty(item) for item in node.items)


def _list_entries(desk: Desk, node: Node, expected: str, *, names: bool) -> list[tuple[Text, Node]]:
    if not (names and isinstance(node, Sequence)):
        mapping = read_mapping(desk, node, expected)
        return mapping.pairs if mapping else []
    if not node.items:
        desk.error("empty-value", f"nothing stands here: expected {expected}", node.at)
    for item in node.items:
        if not isinstance(item, Text) or is_empty(item):
            desk.wrong_shape(item, "a name")
    return [(item, item) for item in node.items if isinstance(item, Text) and not is_empty(item)]
