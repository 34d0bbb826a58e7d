"""Ranges: two ends, and places between them that have a name."""

import re

from negmatrix.diagnostics import quote
from negmatrix.model.quantity import number_hint, parse_day, parse_number
from negmatrix.reading.desk import Desk
from negmatrix.reading.fields import Kind, read_mapping
from negmatrix.reading.kinds import TEXT, read_item
from negmatrix.reading.scale_schemas import ANCHORS, RANGE
from negmatrix.source import Text
from negmatrix.syntax.nodes import Node, Sequence

_LONGEST = 60


def _read_range(desk: Desk, node: Node) -> tuple[Text, Text] | None:
    if not isinstance(node, Sequence):
        desk.wrong_shape(node, "the two ends of the range, as [0, 100]")
        return None
    if len(node.items) != 2:
        desk.error("one-end", f"a range has two ends, found {len(node.items)}", node.at, _mend_commas(node))
        return None
    ends = [_read_end(desk, item) for item in node.items]
    first, last = ends
    if first is None or last is None:
        return None
    if (parse_day(first) is None) != (parse_day(last) is None):
        desk.error("one-end", "one end of the range is a date, the other a number", last.at)
        return None
    if first == last or parse_number(first) == parse_number(last) is not None:
        label = "give two different ends, as in [0, 100]"
        desk.error("one-end", "the two ends of a range must differ", last.at, label)
        return None
    return first, last


def _mend_commas(node: Sequence) -> str:
    """What to write for two numbers with commas in them; empty for other lists."""
    written = node.at.source.text[node.at.start : node.at.end]
    if len(written) > _LONGEST:
        return ""
    mended = re.sub(r"(?<![0-9.,])([0-9]+),([0-9]+)(?!,?[0-9])", _mend_comma, written)
    return f"write {mended}" if mended != written and mended.count(",") == 1 else ""


def _mend_comma(match: re.Match[str]) -> str:
    """A comma before three digits parts thousands, another is a decimal comma."""
    whole, behind = match.groups()
    return f"{whole}{behind}" if len(behind) == len("000") and whole != "0" else f"{whole}.{behind}"


def _read_end(desk: Desk, node: Node) -> Text | None:
    if not isinstance(node, Text):
        desk.wrong_shape(node, "a number or a date")
        return None
    if parse_number(node) is None and parse_day(node) is None:
        from negmatrix.model.dates import date_hint

        desk.error(
            "not-a-number",
            f"{quote(node)} is neither a number nor a date",
            node.at,
            date_hint(node) or number_hint(node),
        )
        return None
    return node


def _read_anchors(desk: Desk, node: Node) -> tuple[tuple[Text, Text], ...] | None:
    mapping = read_mapping(desk, node, "numbers with what they mean")
    if mapping is None:
        return None
    anchors: dict[Text, Text] = {}
    first: dict[Text, Text] = {}
    for at, value in mapping.pairs:
        if first.setdefault(at, at) is not at:
            desk.repeated(at, first[at])
        elif (text := read_item(desk, TEXT, value)) is not None:
            anchors[at] = text
    return tuple(anchors.items())


RANGE_KIND = Kind(_read_range, "two ends", RANGE)


ANCHORS_KIND = Kind(_read_anchors, "numbers with what they mean", ANCHORS)
