"""Verdicts on issues."""

from collections.abc import Callable
from collections.abc import Mapping as Table

from negmatrix.model.verdicts import Verdict, Word
from negmatrix.reading.desk import Desk
from negmatrix.reading.fields import (
    Fields,
    field,
    read_fields,
    read_mapping,
)
from negmatrix.reading.kinds import BOOLEAN, CONFIDENCE, DATE, IDS, SOURCES, TEXT, choice
from negmatrix.source import Text
from negmatrix.syntax.nodes import Mapping, Node, Sequence, is_empty

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


def read_verdicts(desk: Desk, entries: Table[Text, Node], round_id: str) -> dict[Text, tuple[Verdict, ...]]:
    """The verdicts of a round by issue, each list in the order written."""
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
