"""A result as JSON, written from its records: numbers, not toned words."""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, TextIO

from negmatrix.source import Text

SCHEMA = 1
"""The version of what is written."""

PLACES = 12
"""Digits behind the point that a fraction is rounded to."""

_HIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def write_json(command: str, content: Mapping[str, Any], out: TextIO) -> None:
    """One object with the version, the command, and the content, whose values are results; ends with a line end.

    An output that is not in Unicode gets JSON's own escapes for what its encoding may lack.
    """
    whole = {"schema": SCHEMA, "command": command, **{name: encode(value) for name, value in content.items()}}
    unicode = (out.encoding or "utf-8").lower().startswith("utf")
    text = json.dumps(whole, ensure_ascii=not unicode, allow_nan=False, indent=2)
    out.write(_HIDDEN.sub(_escape, text) + "\n")


def _escape(match: re.Match[str]) -> str:
    """A character that would be invisible, reorder what is shown, or is no UTF-8, as an escape; all are in strings."""
    return f"\\u{ord(match.group()):04x}"


def encode(value: Any) -> Any:
    """A result's value in the types that JSON has.

    Records become objects of their fields, or of those that `published` names, without the underscore that keeps a name
    off Python's words; fractions become numbers of 12 places, whole ones integers; unknown is null.
    """
    if value is None or isinstance(value, (bool, int)) or type(value) is str:
        return value
    if isinstance(value, (Fraction, Decimal)):
        return _number(Fraction(value))
    return _encode_other(value)


def _number(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(round(value, PLACES))


def _encode_other(value: Any) -> Any:
    if isinstance(value, (Text, str)):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(encode(key)): encode(entry) for key, entry in value.items()}
    names = _names(value)
    if names is not None:
        return {name.rstrip("_"): encode(getattr(value, name)) for name in names}
    if isinstance(value, (set, frozenset)):
        return sorted(map(encode, value))
    if isinstance(value, (list, tuple)):
        return [encode(entry) for entry in value]
    raise TypeError(type(value).__name__)


def _names(value: Any) -> tuple[str, ...] | None:
    published: tuple[str, ...] | None = getattr(value, "published", None) or getattr(value, "_fields", None)
    if published is None and is_dataclass(value):
        return tuple(field.name for field in fields(value) if field.compare)
    return published
