"""A result as JSON, written from its records: numbers, not toned words.

The text is put together here, since Python's own encoder, whose fast half does not indent, takes five times as long for a
large matrix. What is to be done with a type of value is found out once.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import Any, TextIO, TypeAlias

SCHEMA = 1
"""The version of what is written."""

PLACES = 12
"""Digits behind the point that a fraction is rounded to."""

_HIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_Write: TypeAlias = Callable[[Any, str], str]
"""A value to text, of which each line after the first starts with what is given: a line end and blanks."""


def write_json(command: str, content: Mapping[str, Any], out: TextIO) -> None:
    """One object with the version, the command, and the content, whose values are results; ends with a line end.

    An output that is not in Unicode gets JSON's own escapes for what its encoding may lack.
    """
    unicode = (out.encoding or "utf-8").lower().startswith("utf")
    whole = {"schema": SCHEMA, "command": command, **content}
    out.write(_Pen(encode_basestring if unicode else encode_basestring_ascii).write(whole) + "\n")


def encode(value: Any) -> Any:
    """A result's value in the types that JSON has.

    Records become objects of what their `record` gives, of the fields that `published` names, or of all, without the underscore that keeps a name
    off Python's words; fractions become numbers of 12 places, whole ones integers; unknown is null.
    """
    return json.loads(_Pen(encode_basestring).write(value))


class _Pen(dict[type, _Write]):
    """How each type of value is written."""

    def __init__(self, quote: Callable[[str], str]) -> None:
        self._quote = quote
        self._keys: dict[Any, str] = {}

    def __missing__(self, kind: type) -> _Write:
        self[kind] = write = self._choose(kind)
        return write

    def write(self, value: Any, margin: str = "\n") -> str:
        """A value as text."""
        return self[type(value)](value, margin)

    def _choose(self, kind: type) -> _Write:
        if kind in _CONSTANTS:
            return _CONSTANTS[kind]
        if issubclass(kind, (Fraction, Decimal)):
            return _write_number
        if issubclass(kind, str):
            return self._write_text
        if issubclass(kind, Enum):
            return lambda value, margin: self.write(value.value, margin)
        if issubclass(kind, Mapping):
            return self._write_mapping
        if hasattr(kind, "record"):
            return lambda value, margin: self._write_mapping(value.record(), margin)
        if hasattr(kind, "published"):
            return lambda value, margin: self._write_fields(value, value.published, margin)
        if issubclass(kind, tuple) and hasattr(kind, "_fields"):
            return self._make_record_writer(kind._fields)
        return self._choose_list(kind)

    def _choose_list(self, kind: type) -> _Write:
        if issubclass(kind, (set, frozenset)):
            return lambda value, margin: self.write(sorted(map(encode, value)), margin)
        if issubclass(kind, (list, tuple)):
            return self._write_list
        raise TypeError(kind.__name__)

    def _write_text(self, value: str, _: str) -> str:
        """Characters that would be invisible, reorder what is shown, or are no UTF-8, as escapes."""
        text = self._quote(value)
        return text if text.isascii() and "\x7f" not in text else _HIDDEN.sub(_escape, text)

    def _write_mapping(self, value: Mapping[Any, Any], margin: str) -> str:
        return self._join_fields(((self._write_key(key), entry) for key, entry in value.items()), margin)

    def _write_fields(self, value: Any, names: Iterable[str], margin: str) -> str:
        return self._join_fields(((self._write_key(name.rstrip("_")), getattr(value, name)) for name in names), margin)

    def _write_key(self, key: Any) -> str:
        if key not in self._keys:
            self._keys[key] = self._write_text(key if isinstance(key, str) else str(encode(key)), "") + ": "
        return self._keys[key]

    def _join_fields(self, entries: Iterable[tuple[str, Any]], margin: str) -> str:
        inner = margin + "  "
        told = [key + ("null" if entry is None else self[type(entry)](entry, inner)) for key, entry in entries]
        return f"{{{inner}{f',{inner}'.join(told)}{margin}}}" if told else "{}"

    def _make_record_writer(self, names: Iterable[str]) -> _Write:
        """Most of a large result are records of a few types, whose keys are written once."""
        keys = [self._write_key(name.rstrip("_")) for name in names]
        return lambda value, margin: self._join_fields(zip(keys, value, strict=True), margin)

    def _write_list(self, value: Sequence[Any], margin: str) -> str:
        if not value:
            return "[]"
        inner = margin + "  "
        told = [self[type(entry)](entry, inner) for entry in value]
        return f"[{inner}{f',{inner}'.join(told)}{margin}]"


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


def _write_number(value: Fraction | Decimal, _: str) -> str:
    """To 12 places, halves to the even side; the division of two integers is as exact as a float can be."""
    above, below = value.as_integer_ratio()
    if below == 1:
        return str(above)
    whole, rest = divmod(above * 10**PLACES, below)
    whole += 2 * rest > below or (2 * rest == below and whole % 2)
    return repr(whole / 10**PLACES)


_CONSTANTS: Mapping[type, _Write] = {
    type(None): lambda value, margin: "null",  # noqa: ARG005 - one signature for all
    bool: lambda value, margin: "true" if value else "false",  # noqa: ARG005
    int: lambda value, margin: str(value),  # noqa: ARG005
}
