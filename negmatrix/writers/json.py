"""A result as JSON, written from its records: numbers, not toned words.

The text is put together here, since Python's own encoder, whose fast half does not indent, takes five times as long for a
large matrix.
"""

from collections.abc import Iterator, Mapping
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import Any, TextIO

from negmatrix.writers.json_pen import Pen

SCHEMA = 1
"""The version of what is written."""

OUTER = 4
"""So many levels of a result are written piece by piece: put together, it would be copied once for each."""


def write_json(command: str, content: Mapping[str, Any], out: TextIO) -> None:
    """One object with the version, the command, and the content, whose values are results; ends with a line end.

    An output that is not in Unicode gets JSON's own escapes for what its encoding may lack.
    """
    unicode = (out.encoding or "utf-8").lower().startswith("utf")
    pen = Pen(encode_basestring if unicode else encode_basestring_ascii)
    out.writelines(_pour({"schema": SCHEMA, "command": command, **content}, pen, "\n", OUTER))
    out.write("\n")


def _pour(value: Any, pen: Pen, margin: str, depth: int) -> Iterator[str]:
    """A value as text in pieces, down to some depth."""
    if depth and hasattr(value, "record"):
        value = value.record()
    inner = margin + "  "
    if depth and value and isinstance(value, Mapping):
        for number, (key, entry) in enumerate(value.items()):
            yield f"{',' if number else '{'}{inner}{pen.write_key(key)}: "
            yield from _pour(entry, pen, inner, depth - 1)
        yield margin + "}"
    elif depth and value and type(value) in (list, tuple):
        for number, entry in enumerate(value):
            yield f"{',' if number else '['}{inner}"
            yield from _pour(entry, pen, inner, depth - 1)
        yield margin + "]"
    else:
        yield pen.write(value, margin)


def encode(value: Any) -> Any:
    """A result's value in the types that JSON has.

    Records become objects of what their `record` or `flatten` gives, of the fields that `published` names, or of all,
    without the underscore that keeps a name off Python's words; fractions become numbers of 12 places, whole ones integers; unknown
    is null.
    """
    return Pen(encode_basestring).encode(value)
