"""Kinds of simple values: texts, numbers, dates, words of a choice, and lists of them."""

from collections.abc import Sequence as Words
from decimal import Decimal
from enum import Enum
from typing import Any

from negmatrix.diagnostics import quote, tell_known
from negmatrix.model.quantity import number_hint, parse_number, parse_period
from negmatrix.nearest import suggest
from negmatrix.reading.desk import Desk, as_id
from negmatrix.reading.fields import Kind, Torn
from negmatrix.source import Text
from negmatrix.syntax.nodes import Node, Sequence, is_empty


def _read_text(desk: Desk, node: Node, expected: str = "a text") -> Text | None:
    if type(node) is Text:
        return node
    desk.wrong_shape(node, expected)
    return None


def _read_id(desk: Desk, node: Node) -> Text | None:
    text = _read_text(desk, node)
    return as_id(text) if text is not None else None


def _read_number(desk: Desk, node: Node) -> Decimal | None:
    text = _read_text(desk, node, "a number")
    return None if text is None else _parse_number(desk, text, "a number")


def _parse_number(desk: Desk, text: Text, expected: str) -> Decimal | None:
    value = parse_number(text) if text.plain else None
    if value is None:
        label = number_hint(text) if text.plain or parse_number(text) is None else "write it without quotes"
        desk.error("not-a-number", f"{quote(text)} is not a number", text.at, label or f"expected {expected}")
    return value


def bounded(low: int, high: int | None = None, *, whole: bool = False) -> Kind:
    """Numbers from `low` to `high`, both included."""
    expected = f"a {'whole ' if whole else ''}number " + (f"from {low} to {high}" if high else f"of at least {low}")

    def read(desk: Desk, node: Node) -> Decimal | None:
        text = _read_text(desk, node, expected)
        value = None if text is None else _parse_number(desk, text, expected)
        if text is None or value is None:
            return None
        if value < low or (high is not None and value > high) or (whole and value != int(value)):
            limit = f"the least is {low}" if value < low else f"the most is {high}"
            label = limit if value < low or (high is not None and value > high) else "write it without a fraction"
            desk.error("out-of-bounds", f"{quote(text)} is not {expected}", text.at, label)
            return None
        return value

    limits = {"minimum": low} | ({"maximum": high} if high is not None else {})
    return Kind(read, expected, {"type": "integer" if whole else "number", **limits})


def _read_boolean(desk: Desk, node: Node) -> bool | None:
    if isinstance(node, Text) and node.plain and node.lower() in ("true", "false") and node[1:].lower() == node[1:]:
        return node[0] in "tT"
    if not isinstance(node, Text):
        desk.wrong_shape(node, "true or false")
        return None
    meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(node.lower())
    quoted = node in ("true", "false")
    label = "write it without quotes" if quoted else suggest(meant or ("true" if node.lower() == "true" else None))
    desk.error("not-true-or-false", f"{quote(node)} is neither true nor false", node.at, label)
    return None


def _read_date(desk: Desk, node: Node) -> Text | None:
    text = _read_text(desk, node)
    if text is None or parse_period(text) is not None:
        return text
    backwards = parse_period("/".join(reversed(text.split("/", 2)))) is not None
    from negmatrix.model.dates import date_hint

    label = date_hint(text) or "write YYYY, YYYY-MM, YYYY-MM-DD or a period A/B"
    label = "a period ends after it begins" if backwards else label
    desk.error("not-a-date", f"{quote(text)} is not a date", text.at, label)
    return None


def choice(words: type[Enum] | Words[str], expected: str) -> Kind:
    """One of a few words; an enum gives its member, plain words the text."""
    known: dict[str, Any] = {str(word.value): word for word in words} if isinstance(words, type) else {}
    names = list(known) or [str(word) for word in words]

    def read(desk: Desk, node: Node) -> Any:
        text = _read_text(desk, node)
        if text is None or text in names:
            return known.get(text, text) if text is not None else None
        label = suggest(desk.known(names, lambda: names).nearest(text), text) or tell_known(names, every=True)
        desk.error("unknown-word", f"{quote(text)} is not {expected}", text.at, label)
        return None

    return Kind(read, f"one of {', '.join(names)}", {"enum": names})


def read_item(desk: Desk, kind: Kind, item: Node) -> Any:
    """A value without a field of its own, in a list or by an id; None, and a problem, when it is empty or not of its kind."""
    if is_empty(item):
        desk.wrong_shape(item, kind.expected)
        return None
    return kind.read(desk, item)


def listed(kind: Kind, expected: str) -> Kind:
    """A list of values, or one value for a list of one; what cannot be read of it is told and left out."""

    def read(desk: Desk, node: Node) -> tuple[Any, ...] | None:
        if isinstance(node, Sequence):
            values = [read_item(desk, kind, item) for item in node.items]
            return tuple(values) if None not in values else Torn(value for value in values if value is not None)
        value = kind.read(desk, node)
        return None if value is None else (value,)

    return Kind(read, expected, {"anyOf": [kind.schema, {"type": "array", "items": kind.schema}]})


WORDS = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""In YAML 1.2 a plain text may look like a number or a boolean to an editor, and is a text here."""
_DATE = "(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
_PERIOD = {"type": ["string", "integer"], "pattern": f"^{_DATE}(/{_DATE})?$", "minimum": 1000, "maximum": 9999}

AS_ID = r"[^\s@,]([^@,\n]*[^\s@,])?"
"""What an id looks like, for the JSON Schema; `check_id` tells what is wrong with one."""

TEXT = Kind(_read_text, "a text", WORDS)
ID = Kind(_read_id, "an id", WORDS)
NEW_ID = ID._replace(schema=WORDS | {"pattern": f"^{AS_ID}$"})
NUMBER = Kind(_read_number, "a number", {"type": "number"})
BOOLEAN = Kind(_read_boolean, "true or false", {"type": "boolean"})
DATE = Kind(_read_date, "a date", _PERIOD)
TEXTS = listed(TEXT, "a text or a list of texts")
IDS = listed(ID, "a list of ids")
SOURCES = listed(ID, "the id of a source, with a place in it if you like, or a list of these")
CONFIDENCE = choice(("high", "medium", "low"), "a confidence")
