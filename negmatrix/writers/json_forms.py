"""The text around the values of a record in JSON.

A large result is mostly records of a few kinds, with many fields that none of them fills: those are part of the text around the
others, and looked at together.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress
from operator import is_
from typing import Any, TypeAlias

WriteAll: TypeAlias = Callable[[Iterable[Any], str], list[str]]
"""Values to texts, of which each line after the first starts with what is given: a line end and blanks."""

_NOTHING: tuple[Any, ...] = ()
_EMPTY = {None: "null", False: "false", _NOTHING: "[]"}


class Form:
    """How records with these keys, which are in quotes, are written where each line after the first starts with a margin."""

    def __init__(self, keys: Sequence[str], margin: str, write_all: WriteAll) -> None:
        self._keys, self._margin, self._inner, self._write_all = keys, margin, margin + "  ", write_all
        self._held: Sequence[Any] | None = None
        self._empty = self._filled = [True] * len(keys)
        self._pieces: list[str] = []

    def fill(self, values: Sequence[Any]) -> str:
        """The record with these values, as many as there are keys."""
        if self._held is None or not all(map(is_, compress(values, self._empty), self._held)):
            self._settle(values)
        pieces = self._pieces.copy()
        pieces[1::2] = self._write_all(compress(values, self._filled), self._inner)
        return "".join(pieces)

    def _settle(self, values: Sequence[Any]) -> None:
        """Leave only those fields in the text that are empty in this record, and have been so in all before it."""
        held = iter(values if self._held is None else self._held)
        self._empty = [
            empty and value is next(held) and _is_empty(value) for empty, value in zip(self._empty, values, strict=True)
        ]
        self._held, self._filled = list(compress(values, self._empty)), [not empty for empty in self._empty]
        self._pieces = list(self._cut(values))

    def _cut(self, values: Sequence[Any]) -> Iterator[str]:
        """The text before, between and behind the values of the fields that are filled."""
        text, start = "{", self._inner
        for key, value, empty in zip(self._keys, values, self._empty, strict=True):
            text, start = f"{text}{start}{key}: ", f",{self._inner}"
            if empty:
                text += _EMPTY[value]
            else:
                yield from (text, "")
                text = ""
        yield f"{text}{self._margin if self._keys else ''}}}"


def _is_empty(value: Any) -> bool:
    return value is None or value is False or value is _NOTHING
