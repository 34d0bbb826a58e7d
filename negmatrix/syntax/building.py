"""Events of a parser put together on a tape."""

from typing import Any

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from negmatrix.source import SourceText, Span
from negmatrix.syntax.decoding import find_unseen
from negmatrix.syntax.nodes import Node, Unread, make_node
from negmatrix.syntax.refusing import Refusals, find_cuts, may_hold_properties
from negmatrix.syntax.tape import END, FLOW, LIST, MAP, REFUSED, STRETCH, TORN, Tape

MAX_DEPTH = 32
MAX_SCALAR = 65_536
MAX_VALUES = 10_000
_SHORT, _SHARED = 24, 4096
"""Words of fewer characters, so many different ones, are kept once however often they are written."""

_FLAGS, _BASE = 2, 3


class StopReading(Exception):  # noqa: N818 - no error of ours: the text has had its say
    """Reading on would cost more than it tells."""


class Builder:
    """Reads events; `root` is what they amount to, and `refusals` hold what was wrong on the way.

    Of each list or mapping that is open, `_stack` holds where it starts, its kind and flags, and its base: how many words
    are on the tape before its own values, were each of these one word. So it is a key's turn in a mapping where what
    follows the base is even.
    """

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.refusals = Refusals(source)
        self.tape = Tape(source)
        self._stack: list[list[int]] = []

    @property
    def root(self) -> Node | None:
        """The value that the whole text is; None without one."""
        return make_node(self.tape, 0) if self.tape.words else None

    def build(self, parser: Any) -> None:
        """Read all events. One loop, with little in it: it runs for every word of the file."""
        text = self.source.text
        marked, escaped, merging = may_hold_properties(text), "\\" in text, "<<" in text
        cuts = frozenset(find_cuts(text))
        next_event, add_word = parser.get_event, self.tape.words.append
        add_start, add_stretch = self.tape.starts.append, self.tape.stretches.append
        shared: dict[str, str] = {}
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is not ScalarEvent:
                if not self._structure(event, kind):
                    break
                continue
            word, start, end = event.value, event.start_mark.index, event.end_mark.index
            plain = not event.style
            if end - start < _SHORT:
                word = shared.setdefault(word, word) if len(shared) < _SHARED else shared.get(word, word)
            add_word(word)
            add_start(start)
            add_stretch(end - start << STRETCH | plain)
            if marked and (event.anchor is not None or event.tag is not None):
                self.refusals.properties(event)
            if cuts and end in cuts and plain:
                self.refusals.cut(self.tape.text(len(self.tape.words) - 1))
            if end - start > MAX_SCALAR or (escaped and not plain) or (merging and word == "<<" and plain):
                self._inspect()

    def _inspect(self) -> None:
        """Refuse the last word if it is too long, holds what nobody can see, or is a merge key."""
        index = len(self.tape.words) - 1
        text = self.tape.text(index)
        if len(text) > MAX_SCALAR:
            self._refuse(index, self.refusals.length(text))
        elif unseen := "" if text.plain else find_unseen(text):
            self._refuse(index, self.refusals.escape(text, unseen))
        elif text.plain and text == "<<" and self._is_key(index):
            self._refuse(index, self.refusals.merge(text))

    def _refuse(self, index: int, unread: Unread) -> None:
        if self._is_key(index):
            self._stack[-1][_FLAGS] |= TORN
        self.tape.refuse(index, unread.start, unread.end)

    def _is_key(self, index: int) -> bool:
        """Whether a value that starts here is the key of a pair."""
        if not self._stack:
            return False
        _, kind, _, base = self._stack[-1]
        return kind == MAP and (index - base) % 2 == 0

    def _structure(self, event: Any, kind: type[Any]) -> bool:
        """Take an event that is no scalar; False where reading ends."""
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            self._close(event)
        elif kind is MappingStartEvent:
            self._open(event, MAP, FLOW if event.flow_style else 0)
        elif kind is SequenceStartEvent:
            self._open(event, LIST, 0)
        elif kind is AliasEvent:
            index = self.tape.put(REFUSED, event.start_mark.index)
            self._refuse(index, self.refusals.alias(event))
        elif kind is DocumentStartEvent and self.tape.words:
            self.refusals.document(event)
            return False
        return True

    def _open(self, event: Any, kind: int, flags: int) -> None:
        if event.anchor is not None or event.tag is not None:
            self.refusals.properties(event)
        if len(self._stack) >= MAX_DEPTH:
            self.refusals.depth(event)
            raise StopReading
        index = self.tape.put(kind, event.start_mark.index)
        self._stack.append([index, kind, flags, index + 1])

    def _close(self, event: Any) -> None:
        index, kind, flags, base = self._stack.pop()
        count = (len(self.tape.words) - base) // (2 if kind == MAP else 1)
        self.tape.put(END, event.end_mark.index)
        self.tape.settle(index, flags)
        if count > MAX_VALUES:
            self._refuse(index, self.refusals.crowd(self.tape.starts[index], count))
            self.tape.cut(index + 1)
        elif self._is_key(index):
            self._stack[-1][_FLAGS] |= TORN
            self.refusals.key(Span(self.source, self.tape.starts[index], event.end_mark.index))
        if self._stack:
            self._stack[-1][_BASE] += len(self.tape.words) - 1 - index
