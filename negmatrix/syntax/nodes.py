"""What a YAML text is made of, each with its place. A scalar is a `Text`: it stays words until a field asks for more."""

from typing import NamedTuple, TypeAlias

from negmatrix.source import SourceText, Span, Text


class Sequence(NamedTuple):
    """A list, written in brackets or with dashes."""

    items: "list[Node]"
    source: SourceText
    start: int
    end: int

    @property
    def at(self) -> Span:
        """The stretch of the file that it was read from."""
        return Span(self.source, self.start, self.end)


class Mapping(NamedTuple):
    """Keys with values, in order, repeated keys included. `torn`: some pair was refused, so nothing is missing here."""

    pairs: "list[tuple[Text, Node]]"
    source: SourceText
    start: int
    end: int
    flow: bool
    torn: bool

    @property
    def at(self) -> Span:
        """The stretch of the file that it was read from."""
        return Span(self.source, self.start, self.end)


class Unread(NamedTuple):
    """Something that was refused, and said so: whoever meets it passes it over in silence."""

    source: SourceText
    start: int
    end: int

    @property
    def at(self) -> Span:
        """The stretch of the file that was refused."""
        return Span(self.source, self.start, self.end)


Node: TypeAlias = Text | Sequence | Mapping | Unread

_EMPTY_WORDS = frozenset({"", "~", "null", "Null", "NULL"})


def is_empty(node: Node) -> bool:
    """Whether a value says nothing: left out, `~`, `null`, an empty text or an empty mapping."""
    if isinstance(node, Text):
        return (node in _EMPTY_WORDS if node.plain else not node) or node.isspace()
    return isinstance(node, Mapping) and not node.pairs and not node.torn


def describe(node: Node) -> str:
    """What somebody would call a value that stands in a wrong place."""
    if isinstance(node, Text):
        return "nothing" if is_empty(node) else "a text"
    return "a list" if isinstance(node, Sequence) else "a mapping"
