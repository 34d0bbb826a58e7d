"""What happened around a round."""

from negmatrix.model.talks import Event
from negmatrix.reading.desk import Desk
from negmatrix.reading.fields import (
    Kind,
    field,
    read_fields,
    read_mapping,
    reference,
)
from negmatrix.reading.kinds import DATE, SOURCES, TEXT
from negmatrix.syntax.nodes import Node, Sequence

EVENT = dict(
    (
        field("what", TEXT, "what happened"),
        field("date", DATE, "when it happened"),
        field("source", SOURCES, "where this is known from", "sources"),
    )
)


def _read_events(desk: Desk, node: Node) -> tuple[Event, ...] | None:
    if not isinstance(node, Sequence):
        desk.wrong_shape(node, "a list of events, each with what, date and source")
        return None
    return tuple(event for item in node.items if (event := _read_event(desk, item)) is not None)


def _read_event(desk: Desk, node: Node) -> Event | None:
    mapping = read_mapping(desk, node, "an event with what, date and source")
    if mapping is None:
        return None
    fields = read_fields(desk, mapping, EVENT, "an event")
    if "what" in fields.values:
        return Event(**fields.values)
    if "what" not in fields.unread:
        desk.error("missing-field", "this event does not say what happened", mapping.at, "give 'what'")
    return None


EVENTS = Kind(_read_events, "a list of events", {"type": "array", "items": reference("event")})
