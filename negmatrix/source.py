"""Text as somebody wrote it, and places in it.

Everything read from a talks file knows where it stands: a `Text` is a string with a place.
The place takes no part in equality, so two rounds, two files or two revisions compare by meaning.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")


class Point(NamedTuple):
    """A line and a column, both counted from 1, columns in characters."""

    line: int
    column: int


class SourceText:
    """One file's text under the name that a person knows it by."""

    __slots__ = ("_starts", "name", "text")

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self._starts: list[int] | None = None

    def _line_starts(self) -> list[int]:
        if self._starts is None:
            self._starts = [0, *(end.end() for end in _LINE_END.finditer(self.text))]
        return self._starts

    def point(self, offset: int) -> Point:
        """The line and column of a character, given by its offset from the start of the text."""
        starts = self._line_starts()
        line = bisect_right(starts, offset)
        return Point(line, offset - starts[line - 1] + 1)

    def line_bounds(self, number: int) -> tuple[int, int]:
        """Where a line of the text starts, and where it ends: before its line end."""
        starts = self._line_starts()
        if number == len(starts):
            return starts[-1], len(self.text)
        end = starts[number] - 1
        return starts[number - 1], end - (self.text[end - 1 : end + 1] == "\r\n")


class Span(NamedTuple):
    """A stretch of a source text: from one offset up to, not including, another."""

    source: SourceText
    start: int
    end: int

    @property
    def first(self) -> Point:
        """Where it begins."""
        return self.source.point(self.start)

    @property
    def last(self) -> Point:
        """Where it ends: just behind its last character."""
        return self.source.point(self.end)


NOWHERE = SourceText("", "")


class Text(str):
    """Words with the place they were written at; equal to any string of the same words.

    `plain` tells words without quotes, the only ones that can stand for a number, a boolean or nothing; `extent` how many
    characters of the file they take, a small number, of which Python keeps one for all.
    """

    __slots__ = ("extent", "plain", "source", "start")
    source: SourceText
    start: int
    extent: int
    plain: bool

    def __new__(
        cls, words: str, source: SourceText = NOWHERE, start: int = 0, end: int = 0, plain: bool = False
    ) -> "Text":
        """Words at a place; without one they stand nowhere, as those that a program makes up."""
        text = super().__new__(cls, words)
        text.source, text.start, text.extent, text.plain = source, start, end - start, plain
        return text

    @property
    def end(self) -> int:
        """Where they end: just behind the last character."""
        return self.start + self.extent

    @property
    def at(self) -> Span:
        """The stretch of the file that these words were read from."""
        return Span(self.source, self.start, self.start + self.extent)

    def part(self, words: str, offset: int) -> "Text":
        """Some of these words, `offset` characters in, with their own place where escapes do not hide it."""
        margin = (self.extent - len(self)) // 2
        if self.extent - len(self) != 2 * margin or margin not in (0, 1):
            return Text(words, self.source, self.start, self.end, self.plain)
        start = self.start + margin + offset
        return Text(words, self.source, start, start + len(words), self.plain)


EMPTY: Mapping[Any, Any] = MappingProxyType({})
"""Nothing by any key: the default of sections that are left out."""
