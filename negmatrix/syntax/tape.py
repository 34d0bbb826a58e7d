"""A parsed text as two long rows, of words and of their places: what a word takes beyond itself is sixteen bytes.

Nodes with a place each took thirty times the room of a file with short words. They are made of this where they are looked
at, and gone with whoever looked.
"""

from array import array
from typing import Any

from negmatrix.source import SourceText, Text

LIST, MAP, END, REFUSED = 0, 1, 2, 3
"""What stands among the words besides texts: the start and the end of a list or a mapping, and what was refused."""

FLOW, TORN = 1, 2
"""Flags of a mapping: it is written in braces; a key of it was refused."""

_AT_ONCE = 4096
STRETCH = 2
"""By how many bits a stretch is moved to make room for the flags beside it."""


class Tape:
    """The words of a source in their order, the start and the end of each list and mapping among them.

    `starts` tell where each begins in the text; that of an END, where its list or mapping ends. `stretches` tell how long a
    text is or, of a list or mapping, how many words on its end lies; and, in the two bits below, whether a text is plain or
    the flags of a mapping.
    """

    __slots__ = ("source", "starts", "stretches", "words")

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.words: list[Any] = []  # a text, or one of the four numbers
        self.starts = array("I")
        self.stretches = array("I")

    def put(self, word: int, start: int) -> int:
        """Add a start, an end or a refusal; the index of it."""
        self.words.append(word)
        self.starts.append(start)
        self.stretches.append(0)
        return len(self.words) - 1

    def settle(self, index: int, flags: int) -> None:
        """Tell of the start of a list or mapping, now that all of it is there, where its end is."""
        self.stretches[index] = len(self.words) - 1 - index << STRETCH | flags

    def refuse(self, index: int, start: int, end: int) -> None:
        """Put a refusal, at a stretch of the text, in the place of a word."""
        self.words[index], self.starts[index], self.stretches[index] = REFUSED, start, end - start << STRETCH

    def cut(self, index: int) -> None:
        """Drop all words from one on, some at a time: Python copies what it drops at once."""
        while len(self.words) > index:
            start = max(index, len(self.words) - _AT_ONCE)
            del self.words[start:], self.starts[start:], self.stretches[start:]

    def behind(self, index: int) -> int:
        """The index of what follows a whole value."""
        word = self.words[index]
        return index + 1 + (self.stretches[index] >> STRETCH if word is LIST or word is MAP else 0)

    def text(self, index: int) -> Text:
        """A text with its place."""
        text: Text = str.__new__(Text, self.words[index])
        stretch = self.stretches[index]
        text.source = self.source
        text.start = self.starts[index]
        text.extent = stretch >> STRETCH
        text.plain = stretch & 1 == 1
        return text
