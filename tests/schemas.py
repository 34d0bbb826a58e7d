"""What the schema says of a file, and what the reader says of its shape."""

import re
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from negmatrix.reading import read_talks
from negmatrix.reading.schema import make_schema
from negmatrix.source import SourceText, Text
from negmatrix.syntax import Mapping, Node, Sequence
from negmatrix.syntax.nodes import Unread

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases"
SHAPE = {
    "bad-id",
    "claims-and-stance",
    "comma-in-braces",
    "empty-file",
    "empty-position",
    "empty-value",
    "missing-blank",
    "missing-field",
    "mixed-at",
    "not-a-date",
    "not-a-number",
    "not-true-or-false",
    "one-end",
    "out-of-bounds",
    "reserved-word",
    "several-scales",
    "stray-field",
    "unknown-field",
    "unknown-word",
    "wrong-shape",
}
"""What the schema tells as the reader does."""


def as_json(node: Node | None) -> Any:
    """The value of a node by YAML 1.2's core schema, as editors read it."""
    if isinstance(node, Sequence):
        return [as_json(item) for item in node.items]
    if isinstance(node, Mapping):
        return {str(key): as_json(value) for key, value in node.pairs}
    assert node is None or isinstance(node, Text)
    return resolve(node) if node is None or node.plain else str(node)


def resolve(text: str | None) -> Any:
    if text is None or re.fullmatch("~|null|Null|NULL|", text):
        return None
    if re.fullmatch("true|True|TRUE|false|False|FALSE", text):
        return text.lower() == "true"
    if re.fullmatch("0x[0-9a-fA-F]+|0o[0-7]+", text):
        return int(text, 0)
    if re.fullmatch("[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return str(text)


def was_refused(node: Node | None) -> bool:
    """Whether something was refused before it became a value."""
    if isinstance(node, Sequence):
        return any(map(was_refused, node.items))
    if isinstance(node, Mapping):
        return node.torn or any(was_refused(value) for _, value in node.pairs)
    return isinstance(node, Unread)


VALIDATORS = {part: Draft202012Validator(make_schema(part=part)) for part in (False, True)}


def find_faults(value: Any, *, part: bool = False) -> list[str]:
    return [f"{error.json_path}: {error.message}"[:300] for error in VALIDATORS[part].iter_errors(value)]


def find_shape_problems(source: SourceText, *, part: bool = False) -> list[str]:
    """What the reader says of the shape of a file; a part of talks may lack what stands in other parts."""
    found = [(problem.code, problem.message) for problem in read_talks([source]).problems]
    asked = [(code, message) for code, message in found if not (part and message.endswith(LACKING))]
    return [f"{code}: {message}" for code, message in asked if code in SHAPE]


LACKING = ("a talks needs its title", "a talks needs at least one party", "a talks needs at least one issue")
