"""Rounds: what is written in each."""

from collections.abc import Collection
from collections.abc import Mapping as Table
from typing import Any, NamedTuple

from negmatrix.diagnostics import quote
from negmatrix.model.issues import Issue
from negmatrix.model.talks import Round
from negmatrix.reading.cells import Row
from negmatrix.reading.desk import Desk
from negmatrix.reading.entries import read_entries
from negmatrix.reading.events import EVENTS
from negmatrix.reading.fields import (
    Fields,
    field,
    read_fields,
    read_mapping,
)
from negmatrix.reading.kinds import BOOLEAN, DATE, NEW_ID, SOURCES, TEXT
from negmatrix.reading.parts import section
from negmatrix.reading.rows import read_row
from negmatrix.reading.verdicts import read_verdicts
from negmatrix.source import Text
from negmatrix.syntax.nodes import Mapping, Node

ROUND = dict(
    (
        field("title", TEXT, "what it is called"),
        field("date", DATE, "its day or days"),
        field("source", SOURCES, "the default source of its cells and verdicts", "sources"),
        field("positions", section("positions"), "positions by issue and party"),
        field("verdicts", section("verdicts"), "verdicts by issue"),
        field("events", EVENTS, "what happened around it: a strike, a vote, an election"),
        field("internal", BOOLEAN, "whether it is kept out of public reports"),
        field("note", TEXT, "anything else"),
    )
)


class Known(NamedTuple):
    """What rounds rest on."""

    issues: Table[str, Issue]
    parties: Collection[str]

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
    upside_down = _tell_upside_down(desk, positions.found, known)
    rows = {
        issue: read_row(desk, known.row(issue, name), row)
        for issue, row in positions.found.items()
        if issue not in upside_down
    }
    values["positions"] = {issue: row.by_party for issue, row in rows.items()}
    values["verdicts"] = read_verdicts(desk, verdicts.found, name)
    torn = {
        section
        for section, entries in zip(SECTIONS, (positions, verdicts), strict=True)
        if not entries.whole or entries.again
    }
    if upside_down or not all(row.whole for row in rows.values()):
        torn.add("positions")
    return Round(name, **values, unread=fields.unread | torn)


def _tell_upside_down(desk: Desk, rows: Table[Text, Node], known: Known) -> list[Text]:
    """The parties that rows are written under, where their issues should be; told once."""
    parties = [
        key for key in rows if key not in known.issues and key in known.parties and _holds_issues(rows[key], known)
    ]
    if parties:
        row = rows[parties[0]]
        issue = row.pairs[0][0] if isinstance(row, Mapping) else ""
        message = f"positions go by issue, then by party, and {quote(parties[0])} is a party"
        desk.error("unknown-issue", message, parties[0].at, f"write {issue}: {{{parties[0]}: ...}}")
    return parties


def _holds_issues(row: Node, known: Known) -> bool:
    keys = row.keys() if isinstance(row, Mapping) else []
    return bool(keys) and all(key in known.issues for key in keys)


SECTIONS = ("positions", "verdicts")


_EXPECTED = {"positions": "issues with the positions on them", "verdicts": "issues with the verdicts on them"}


SINGLE_ROUND = dict(
    (
        field("id", NEW_ID, "its id, 1 by default"),
        *((name, ROUND[name]) for name in ("title", "date", "source")),
    )
)
