"""The cells of the matrix, in all the forms of a position."""

from typing import Any, NamedTuple

from negmatrix.model.positions import Claim, Position, State
from negmatrix.model.quantity import parse_day, parse_number
from negmatrix.model.scales import Range, Scale
from negmatrix.reading.desk import Desk
from negmatrix.reading.fields import Fields, read_fields, read_mapping
from negmatrix.reading.positions import POSITION, REMARKS
from negmatrix.source import Text
from negmatrix.syntax.nodes import Node, Sequence, is_empty


class Row(NamedTuple):
    """The issue and the round that a cell stands in. `sure`: what the issue's scale is, or that it has none, is known."""

    issue: Text
    round: str
    scale: Scale | None
    sure: bool


def read_cell(desk: Desk, row: Row, party: Text, node: Node) -> Position:
    """A party's position: one text, fields, or a list of successive positions within the round."""
    if not isinstance(node, Sequence):
        return _read_position(desk, row, party, node)
    if not node.items:
        desk.error("empty-value", "nothing stands here: expected positions", node.at)
        return _unread(row, party)
    *earlier, last = [_read_position(desk, row, party, item) for item in node.items]
    return last._replace(earlier=tuple(earlier))


def _unread(row: Row, party: Text) -> Position:
    return Position(row.issue, party, row.round, unread=frozenset({"stance"}))


def _read_position(desk: Desk, row: Row, party: Text, node: Node) -> Position:
    if isinstance(node, Text) and not is_empty(node):
        return _read_short(desk, row, party, node)
    mapping = read_mapping(desk, node, "a stance, some words, or fields")
    if mapping is None:
        return _unread(row, party)
    fields = read_fields(desk, mapping, POSITION, "a position")
    values = fields.values
    if "claims" in values:
        _settle_claims(desk, fields)
    if "sources" not in values and "stance" not in values and "says" not in values and not fields.unread:
        _check_content(desk, party, fields)
    return Position(row.issue, party, row.round, **values, ended=fields.ended, unread=fields.unread)


def _check_content(desk: Desk, party: Text, fields: Fields) -> None:
    if fields.indexes.keys() <= REMARKS:
        desk.error("empty-position", "this position says nothing", party.at, "give its stance, or says")


def _settle_claims(desk: Desk, fields: Fields) -> None:
    values: dict[str, Any] = fields.values
    for name in ("stance", "says"):
        if name in values:
            message = f"'{name}' stands in the claims or beside them, not both"
            desk.error("claims-and-stance", message, fields.keys[name].at, "leave it out here")
    claims: tuple[Claim, ...] = values["claims"]
    if claims:
        values |= {"stance": claims[0].stance, "says": claims[0].says}
    values["disputed"] = True


def _read_short(desk: Desk, row: Row, party: Text, text: Text) -> Position:
    if text in ("n/a", "withdrawn"):
        return Position(row.issue, party, row.round, State(str(text)))
    if text == "unknown":
        return Position(row.issue, party, row.round, ended=frozenset({"stance"}))
    if not row.sure:
        return Position(row.issue, party, row.round, says=text, unread=frozenset({"stance"}))
    if row.scale is not None and _is_stance(row.scale, text):
        return Position(row.issue, party, row.round, stance=text)
    if row.scale is not None:
        from negmatrix.reading.near_misses import tell_near_miss

        tell_near_miss(desk, row.scale, text)
    return Position(row.issue, party, row.round, says=text)


def _is_stance(scale: Scale, text: Text) -> bool:
    """Whether a short cell is a stance: a level, an option, or a number (or day), even one beyond the range."""
    if isinstance(scale, Range):
        return text.plain and (parse_day(text) is not None if scale.days else parse_number(text) is not None)
    return scale.holds(text)
