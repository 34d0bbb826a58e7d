"""Rounds with their positions, verdicts and events."""

from collections.abc import Callable, Iterable
from collections.abc import Mapping as Table
from typing import Any, NamedTuple

from negmatrix.diagnostics import quote
from negmatrix.model.issues import Issue
from negmatrix.model.positions import Position
from negmatrix.model.talks import Event, Round
from negmatrix.model.verdicts import Verdict, Word
from negmatrix.reading.desk import Desk, as_id, check_id
from negmatrix.reading.fields import (
    Field,
    Fields,
    Kind,
    field,
    read_fields,
    read_mapping,
    reference,
    tell_torn_text,
)
from negmatrix.reading.kinds import BOOLEAN, CONFIDENCE, DATE, IDS, NEW_ID, SOURCES, TEXT, choice
from negmatrix.reading.positions import Row, read_cell
from negmatrix.source import Text
from negmatrix.syntax.nodes import Mapping, Node, Sequence, Unread, is_empty


def _keep(desk: Desk, node: Node) -> Node:  # noqa: ARG001 - a section that is read once all scales are known
    return node


def section(name: str) -> Kind:
    """A part of talks or of a round, whose JSON Schema goes by this name."""
    return Kind(_keep, "its entries", reference(name))


def is_section(row: Field) -> bool:
    """Whether a field holds such a part."""
    return row.kind.read is _keep


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


_EVENTS = Kind(_read_events, "a list of events", {"type": "array", "items": reference("event")})
ROUND = dict(
    (
        field("title", TEXT, "what it is called"),
        field("date", DATE, "its day or days"),
        field("source", SOURCES, "the default source of its cells and verdicts", "sources"),
        field("positions", section("positions"), "positions by issue and party"),
        field("verdicts", section("verdicts"), "verdicts by issue"),
        field("events", _EVENTS, "what happened around it: a strike, a vote, an election"),
        field("internal", BOOLEAN, "whether it is kept out of public reports"),
        field("note", TEXT, "anything else"),
    )
)
VERDICT = dict(
    (
        field("verdict", choice(Word, "a verdict"), "the verdict", "word"),
        field("label", TEXT, "the word as published"),
        field("at", TEXT, "the stance agreed, for settled only", "agreed"),
        field("says", TEXT, "what was agreed or judged, in a few words"),
        field("between", IDS, "the parties it speaks of; all, when left out"),
        field("over", IDS, "who objected"),
        field("to", TEXT, "where it was parked"),
        field("by", TEXT, "whose verdict it is"),
        field("source", SOURCES, "where this is known from", "sources"),
        field("date", DATE, "when it was given"),
        field("confidence", CONFIDENCE, "how sure the coder is: high, medium, low"),
        field("internal", BOOLEAN, "whether it is kept out of public reports"),
        field("note", TEXT, "anything else"),
    )
)


class Known(NamedTuple):
    """What rounds rest on."""

    issues: Table[str, Issue]

    def row(self, issue: Text, round_id: str) -> Row:
        """The row of an issue in a round; one whose scale is not known for sure has its short cells left unread."""
        found = self.issues.get(issue)
        if found is None:
            return Row(issue, round_id, None, sure=False)
        return Row(issue, round_id, found.scale, sure="scale" not in found.unread)


def read_round(desk: Desk, name: Text, node: Node, known: Known) -> Round:
    """A round with all that is in it."""
    mapping = read_mapping(desk, node, "a round with positions, verdicts, a title, a date")
    if mapping is None:
        return Round(name, name, unread=frozenset({"positions", "verdicts"}))
    fields = read_fields(desk, mapping, ROUND, "a round")
    sections = {section: [fields.values[section]] for section in SECTIONS if section in fields.values}
    return make_round(desk, name, fields, sections, known)


def make_round(desk: Desk, name: Text, fields: Fields, sections: Table[str, list[Node]], known: Known) -> Round:
    """A round from its fields and from its sections, which are nodes still."""
    values: dict[str, Any] = {"title": name} | fields.values
    positions, verdicts = (read_entries(desk, sections.get(section, []), _EXPECTED[section]) for section in SECTIONS)
    values["positions"] = {
        issue: _read_row(desk, known.row(issue, name), row) for issue, row in positions.found.items()
    }
    values["verdicts"] = _read_verdicts(desk, verdicts.found, name)
    torn = {section for section, entries in zip(SECTIONS, (positions, verdicts), strict=True) if not entries.whole}
    if not all(_is_whole(row, names=False) for row in positions.found.values()):
        torn.add("positions")
    return Round(name, **values, unread=fields.unread | torn)


class Entries(NamedTuple):
    """The entries of a section by id; `whole` unless something in it could not be read at all, and said so."""

    found: dict[Text, Node]
    whole: bool


def read_entries(desk: Desk, nodes: Iterable[Node], expected: str, *, names: bool = False) -> Entries:
    """The entries of a section by id, each id once; with `names` it may be a list, whose texts are ids and names."""
    entries: dict[Text, Node] = {}
    first: dict[Text, Text] = {}
    whole = True
    for node in nodes:
        whole = whole and _is_whole(node, names=names)
        for key, value in _list_entries(desk, node, expected, names=names):
            name = as_id(key)
            if name in entries:
                desk.repeated(key, first[name])
            else:
                check_id(desk, name)
                entries[name] = value
                first[name] = name
    return Entries(entries, whole)


def _is_whole(node: Node, *, names: bool) -> bool:
    if isinstance(node, Mapping):
        return not node.torn
    if not names or not isinstance(node, Sequence) or not node.items:
        return False
    return all(isinstance(item, Text) and not is_empty(item) for item in node.items)


def _list_entries(desk: Desk, node: Node, expected: str, *, names: bool) -> list[tuple[Text, Node]]:
    if not (names and isinstance(node, Sequence)):
        mapping = read_mapping(desk, node, expected)
        return mapping.pairs if mapping else []
    if not node.items:
        desk.error("empty-value", f"nothing stands here: expected {expected}", node.at)
    for item in node.items:
        if not isinstance(item, Text) or is_empty(item):
            desk.wrong_shape(item, "a name")
    return [(item, item) for item in node.items if isinstance(item, Text) and not is_empty(item)]


def _read_row(desk: Desk, row: Row, node: Node) -> dict[Text, Position]:
    mapping = read_mapping(desk, node, "parties with their positions")
    cells: dict[Text, Position] = {}
    for key, value in mapping.pairs if mapping else ():
        if is_empty(value) and _tell_empty_cell(desk, key, value, in_braces=bool(mapping and mapping.flow)):
            continue
        for party in _split_parties(desk, key):
            if party in cells:
                desk.repeated(party, cells[party].party)
            else:
                cells[party] = _read_known(desk, row, party, value)
    return cells


def _read_known(desk: Desk, row: Row, party: Text, node: Node) -> Position:
    if isinstance(node, Unread) or is_empty(node):
        return Position(row.issue, party, row.round, unread=frozenset({"stance"}))
    return read_cell(desk, row, party, node)


def _tell_empty_cell(desk: Desk, key: Text, value: Node, *, in_braces: bool) -> bool:
    """Put down that a cell is empty; True when its key is a piece of a text, and no party's."""
    cure = 'put the text, or several parties of one cell, in quotes: {"a, b": ...}'
    if in_braces and tell_torn_text(desk, key, value, cure):
        return True
    desk.error("empty-value", f"the position of {quote(key)} is empty", key.at, "leave it out where nothing was stated")
    return False


def _split_parties(desk: Desk, key: Text) -> list[Text]:
    """The parties that a cell is written for: one, or several with commas between them."""
    if "," not in key:
        return [as_id(key)] if check_id(desk, key) else []
    parties, offset = [], 0
    for part in key.split(","):
        name = part.strip()
        party = as_id(key.part(name, offset + len(part) - len(part.lstrip())))
        if check_id(desk, party):
            parties.append(party)
        offset += len(part) + 1
    return parties


def _read_verdicts(desk: Desk, entries: Table[Text, Node], round_id: str) -> dict[Text, tuple[Verdict, ...]]:
    read = ((issue, _read_issue_verdicts(desk, issue, node, round_id)) for issue, node in entries.items())
    return {issue: verdicts for issue, verdicts in read if verdicts}


def _read_issue_verdicts(desk: Desk, issue: Text, node: Node, round_id: str) -> tuple[Verdict, ...]:
    items = node.items if isinstance(node, Sequence) and node.items else [node]
    read: list[Verdict | None] = [_read_verdict(desk, issue, item, round_id) for item in items]
    return tuple(verdict for verdict in read if verdict is not None)


_read_word: Callable[[Desk, Node], Word | None] = VERDICT["verdict"].kind.read


def _read_verdict(desk: Desk, issue: Text, node: Node, round_id: str) -> Verdict | None:
    if isinstance(node, Text) and not is_empty(node):
        word = _read_word(desk, node)
        return Verdict(word, issue, round_id, written=node) if word else None
    mapping = read_mapping(desk, node, "a verdict's word, or its fields")
    if mapping is None:
        return None
    fields = read_fields(desk, mapping, VERDICT, "a verdict")
    if "word" not in fields.values:
        _tell_wordless(desk, mapping, fields)
        return None
    word = fields.values.pop("word")
    return Verdict(word, issue, round_id, **fields.values, written=fields.keys["word"], unread=fields.unread)


def _tell_wordless(desk: Desk, mapping: Mapping, fields: Fields) -> None:
    if "word" not in fields.unread:
        desk.error("missing-field", "this verdict lacks its word", mapping.at, "give 'verdict'")


SECTIONS = ("positions", "verdicts")
_EXPECTED = {"positions": "issues with the positions on them", "verdicts": "issues with the verdicts on them"}
SINGLE_ROUND = dict(
    (
        field("id", NEW_ID, "its id, 1 by default"),
        *((name, ROUND[name]) for name in ("title", "date", "source")),
    )
)
