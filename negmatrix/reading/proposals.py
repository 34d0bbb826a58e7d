"""Proposals."""

from negmatrix.model.proposals import Proposal, Status
from negmatrix.reading.desk import Desk, as_id
from negmatrix.reading.fields import Kind, field, read_mapping, read_short_or_fields
from negmatrix.reading.kinds import BOOLEAN, ID, IDS, SOURCES, TEXT, choice, read_item
from negmatrix.source import Text
from negmatrix.syntax.nodes import Mapping, Node

_STANCE = choice(("for", "against", "open"), "what a party can be on a proposal")


def _keyed(kind: Kind, expected: str) -> Kind:
    """Values by id, each id once."""

    def read(desk: Desk, node: Node) -> dict[Text, Text] | None:
        mapping: Mapping | None = read_mapping(desk, node, expected)
        found: dict[Text, Text] = {}
        first: dict[Text, Text] = {}
        for key, value in mapping.pairs if mapping else ():
            name = as_id(key)
            if name in first:
                desk.repeated(name, first[name])
            elif (text := read_item(desk, kind, value)) is not None:
                found[name] = text
            first.setdefault(name, name)
        return found if mapping else None

    return Kind(read, expected, {"type": "object", "minProperties": 1, "additionalProperties": kind.schema})


PROPOSAL = dict(
    (
        field("title", TEXT, "what it is called"),
        field("kind", TEXT, "a free word that groups proposals"),
        field("objective", TEXT, "what it is for"),
        field("outcome", TEXT, "what is expected of it"),
        field("addresses", IDS, "the issues that it deals with; those in its terms count too"),
        field("from", IDS, "the parties that it comes from", "proposers"),
        field("stances", _keyed(_STANCE, "parties, each for, against or open"), "what the parties say to it"),
        field("terms", _keyed(TEXT, "issues, each with a stance"), "what it would settle"),
        field("round", ID, "the round that it is shown from"),
        field("until", ID, "the round by which it is overtaken"),
        field("status", choice(Status, "a status"), "tabled (the default), withdrawn, adopted or rejected"),
        field("source", SOURCES, "where this is known from", "sources"),
        field("internal", BOOLEAN, "whether it is kept out of public reports"),
        field("note", TEXT, "anything else"),
    )
)


def read_proposal(desk: Desk, name: Text, node: Node) -> Proposal:
    """A proposal, by its title or with fields."""
    fields = read_short_or_fields(desk, node, PROPOSAL, "a proposal", "title")
    if fields is None:
        return Proposal(name, name)
    return Proposal(name, **({"title": name} | fields.values), unread=fields.unread)
