"""The JSON Schemas of what describes a scale."""

from typing import Any

from negmatrix.model.scales import RESERVED
from negmatrix.reading.fields import reference
from negmatrix.reading.kinds import WORDS

_NOT_RESERVED = {"not": {"enum": list(RESERVED)}}
_NUMBER = r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]{1,2})?"
_DAY = "(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_NUMBERS = {"items": {"type": ["number", "string"], "pattern": f"^{_NUMBER}$"}}
_DAYS = {"items": {"type": "string", "pattern": f"^{_DAY}$"}}
_LISTED = {"type": "array", "items": WORDS | _NOT_RESERVED, "minItems": 2}


def _named(described: str) -> dict[str, Any]:
    """Names, each with what is `described` under this name."""
    each = {"propertyNames": _NOT_RESERVED, "additionalProperties": reference(described)}
    return {"type": "object", "minProperties": 2} | each


LEVELS = {"anyOf": [_LISTED, _named("meaning"), _named("step")]}
OPTIONS = {"anyOf": [_LISTED, _named("meaning")]}
RANGE = {"type": "array", "minItems": 2, "maxItems": 2, "uniqueItems": True, "anyOf": [_NUMBERS, _DAYS]}
ANCHORS = {
    "type": "object",
    "minProperties": 1,
    "propertyNames": {"pattern": f"^({_NUMBER}|{_DAY})$"},
    "additionalProperties": WORDS,
}
