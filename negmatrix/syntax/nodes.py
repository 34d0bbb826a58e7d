"""What a YAML text is made of, each with its place. A scalar is a `Text`: it stays words until a field asks for more.

All nodes are made of a tape, anew whenever they are asked for.
"""

from typing import NamedTuple, TypeAlias

from negmatrix.source import SourceText, Span, Text
from negmatrix.syntax.tape import END, FLOW, LIST, MAP, STRETCH, TORN, Tape


class _Branch:
    """A list or a mapping: where it starts on its tape."""

    __slots__ = ("index", "tape")

    def __init__(self, tape: Tape, index: int) -> None:
        self.tape = tape
        self.index = index

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.tape.starts[self.index]

    @property
    def end(self) -> int:
        """Where it ends: just behind its last character."""
        return self.tape.starts[self.tape.behind(self.index) - 1]

    @property
    def at(self) -> Span:
        """The stretch of the file that it was read from."""
        return Span(self.tape.source, self.start, self.end)


class Sequence(_Branch):
    """A list, written in brackets or with dashes."""

    __slots__ = ()

    @property
    def items(self) -> "list[Node]":
        """What is in it."""
        tape, index, items = self.tape, self.index + 1, list[Node]()
        while tape.words[index] is not END:
            items.append(make_node(tape, index))
            index = tape.behind(index)
        return items


class Mapping(_Branch):
    """Keys with values, in order, repeated keys included."""

    __slots__ = ()

    @property
    def flow(self) -> bool:
        """Whether it is written in braces."""
        return self.tape.stretches[self.index] & FLOW > 0

    @property
    def torn(self) -> bool:
        """Whether some pair was refused, so that nothing is missing here."""
        return self.tape.stretches[self.index] & TORN > 0

    @property
    def pairs(self) -> "list[tuple[Text, Node]]":
        """Keys and values."""
        return [(self.tape.text(key), node) for key, node in self.values()]

    def values(self) -> "list[tuple[int, Node]]":
        """The values, each with the index of its key on the tape."""
        tape, words, index = self.tape, self.tape.words, self.index + 1
        found: list[tuple[int, Node]] = []
        while (word := words[index]) is not END:
            if type(word) is not str:
                index = tape.behind(tape.behind(index))
            elif type(words[index + 1]) is str:
                found.append((index, tape.text(index + 1)))
                index += 2
            else:
                found.append((index, make_node(tape, index + 1)))
                index = tape.behind(index + 1)
        return found

    def keys(self) -> list[str]:
        """The words of its keys."""
        tape, words, index = self.tape, self.tape.words, self.index + 1
        found: list[str] = []
        while (word := words[index]) is not END:
            if isinstance(word, str):
                found.append(word)
            index = tape.behind(tape.behind(index))
        return found


class Unread(NamedTuple):
    """Something that was refused, and said so: whoever meets it passes it over in silence."""

    source: SourceText
    start: int
    end: int


Node: TypeAlias = Text | Sequence | Mapping | Unread


def make_node(tape: Tape, index: int) -> Node:
    """The value that starts with a word of a tape."""
    word = tape.words[index]
    if isinstance(word, str):
        return tape.text(index)
    if word is LIST:
        return Sequence(tape, index)
    if word is MAP:
        return Mapping(tape, index)
    start = tape.starts[index]
    return Unread(tape.source, start, start + (tape.stretches[index] >> STRETCH))


_EMPTY_WORDS = frozenset({"", "~", "null", "Null", "NULL"})
_LONGEST_EMPTY = 4


def is_empty(node: Node) -> bool:
    """Whether a value says nothing: left out, `~`, `null`, an empty text or an empty mapping."""
    if type(node) is Text:
        if len(node) <= _LONGEST_EMPTY and node in _EMPTY_WORDS:
            return node.plain or not node
        return node.isspace()
    return type(node) is Mapping and node.tape.words[node.index + 1] is END


def describe(node: Node) -> str:
    """What somebody would call a value that stands in a wrong place."""
    if isinstance(node, Text):
        return "nothing" if is_empty(node) else "a text"
    return "a list" if isinstance(node, Sequence) else "a mapping"
