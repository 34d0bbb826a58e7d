"""Events of a parser put together to nodes."""

from typing import Any, cast

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from negmatrix.source import SourceText, Text
from negmatrix.syntax.decoding import find_unseen
from negmatrix.syntax.nodes import Mapping, Node, Sequence
from negmatrix.syntax.refusing import Refusals, find_cuts, may_hold_properties

MAX_DEPTH = 32
MAX_SCALAR = 65_536


class StopReading(Exception):  # noqa: N818 - no error of ours: the text has had its say
    """Reading on would cost more than it tells."""


class Builder:
    """Reads events; `root` is what they amount to, and `refusals` hold what was wrong on the way."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.refusals = Refusals(source)
        self.root: Node | None = None
        self._items: list[Node] = []
        self._stack: list[tuple[list[Node], Any]] = []

    def build(self, parser: Any) -> None:
        """Read all events. One loop, with little in it: it runs for every word of the file."""
        source, marked, escaped = self.source, may_hold_properties(self.source.text), "\\" in self.source.text
        cuts = frozenset(find_cuts(source.text))
        next_event, new = parser.get_event, str.__new__
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is not ScalarEvent:
                if not self._structure(event, kind):
                    break
                continue
            text = new(Text, event.value)
            text.source = source
            text.start = start = event.start_mark.index
            text.end = end = event.end_mark.index
            text.plain = plain = not event.style
            if marked and (event.anchor is not None or event.tag is not None):
                self.refusals.properties(event)
            if cuts and end in cuts and plain:
                self.refusals.cut(text)
            if end - start > MAX_SCALAR or (escaped and not plain):
                self._items.append(self._inspect(text))
            else:
                self._items.append(text)
        self.root = self._items[0] if self._items else None

    def _inspect(self, text: Text) -> Node:
        if len(text) > MAX_SCALAR:
            return self.refusals.length(text)
        unseen = find_unseen(text)
        return self.refusals.escape(text, unseen) if unseen else text

    def _structure(self, event: Any, kind: type[Any]) -> bool:
        """Take an event that is no scalar; False where reading ends."""
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            outer, start = self._stack.pop()
            outer.append(self._close(start, event))
            self._items = outer
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            self._open(event)
        elif kind is AliasEvent:
            self._items.append(self.refusals.alias(event))
        elif kind is DocumentStartEvent and self._items:
            self.refusals.document(event)
            return False
        return True

    def _open(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self.refusals.properties(event)
        if len(self._stack) >= MAX_DEPTH:
            self.refusals.depth(event)
            raise StopReading
        self._stack.append((self._items, event))
        self._items = []

    def _close(self, start: Any, end: Any) -> Node:
        items, first, last = self._items, start.start_mark.index, end.end_mark.index
        if type(start) is SequenceStartEvent:
            return Sequence(items, self.source, first, last)
        keys = items[::2]
        pairs = list(zip(cast("list[Text]", keys), items[1::2], strict=True))
        if "<<" in keys or set(map(type, keys)) != {Text}:
            pairs = [(key, value) for key, value in pairs if self._is_key(key)]
        return Mapping(pairs, self.source, first, last, bool(start.flow_style), 2 * len(pairs) < len(items))

    def _is_key(self, key: Node) -> bool:
        if type(key) is Text and not (key.plain and key == "<<"):
            return True
        self.refusals.key(key)
        return False
