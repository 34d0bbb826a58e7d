"""Parties and sources."""

from negmatrix.model.parties import Party, Role, Source
from negmatrix.reading.desk import Desk
from negmatrix.reading.fields import field, read_short_or_fields
from negmatrix.reading.kinds import BOOLEAN, DATE, ID, IDS, SOURCES, TEXT, TEXTS, bounded, choice
from negmatrix.source import Text
from negmatrix.syntax.nodes import Node

PARTY = dict(
    (
        field("name", TEXT, "what it is called"),
        field("aliases", TEXTS, "other names, for import and for the command line"),
        field("was", ID, "its id in an earlier file"),
        field("role", choice(Role, "a role"), "party (the default), or observer or mediator, who are never measured"),
        field("power", bounded(0), "its weight in the centre of an issue, 1 by default"),
        field("members", IDS, "the parties that this bloc is made of"),
        field("batna", TEXT, "what it does without a deal"),
        field("source", SOURCES, "where this is known from", "sources"),
        field("internal", BOOLEAN, "whether it is kept out of public reports"),
        field("note", TEXT, "anything else"),
    )
)
SOURCE = dict(
    (
        field("title", TEXT, "its title"),
        field("publisher", TEXT, "who published it"),
        field("author", TEXT, "who wrote it"),
        field("date", DATE, "when it was published"),
        field("url", TEXTS, "its address, or a list of them", "urls"),
        field("seen", choice(("full", "part"), "a word for how much was seen"), "full (the default), or part"),
        field("internal", BOOLEAN, "whether it is kept out of public reports"),
        field("note", TEXT, "anything else"),
    )
)


def read_party(desk: Desk, name: Text, node: Node) -> Party:
    """A party, by its name or with fields; its id serves for what is missing."""
    fields = read_short_or_fields(desk, node, PARTY, "a party", "name")
    return Party(name, **({"name": name} | fields.values), unread=fields.unread) if fields else Party(name, name)


def read_source(desk: Desk, name: Text, node: Node) -> Source:
    """A source, by its title or with fields."""
    fields = read_short_or_fields(desk, node, SOURCE, "a source", "title")
    return Source(name, **({"title": name} | fields.values)) if fields else Source(name, name)
