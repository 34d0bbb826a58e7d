"""What a table says, row by row, whatever its shape: who says what on which issue, in which round."""

from collections.abc import Mapping
from typing import NamedTuple

from negmatrix.importing.tables import Lines, quote_start
from negmatrix.importing.vocabulary import NOT_STATED

NOT_APPLICABLE = "n/a"
WITHDRAWN = "withdrawn"
UNSTATED = "not stated"
MOST_KNOWN = 4000
"""Distinct texts, or fields, of which an import keeps what they come to: cells that say the same share it."""


class Statement(NamedTuple):
    """A cell: `fields` are those of a position, as text, and `words` what is still to be coded."""

    issue: str
    party: str
    round: str
    fields: Mapping[str, str]


class Gathered(NamedTuple):
    """All that a table says. Issues and parties are keyed by how the table tells them apart; `own` marks our tidy rows,
    `placed` those that give the places of stances.

    `issues` hold title, topic, question, weight, next, unit and note; `verdicts` are by issue, as published; `roles` are
    those of parties that are not measured, and `about` holds title and date of rounds, as our rows give them.
    """

    title: str
    issues: dict[str, dict[str, str]]
    parties: dict[str, str]
    rounds: dict[str, str]
    statements: list[Statement]
    verdicts: dict[str, str]
    roles: dict[str, str]
    about: dict[str, dict[str, str]]
    own: bool = False
    placed: bool = False


def read_words(text: str, lines: Lines) -> Mapping[str, str]:
    """The fields that a cell of words comes to; none when it states nothing."""
    words = text.strip()
    folded = words.casefold() if len(words) < 40 else ""
    if not words:
        return {}
    if folded in (NOT_APPLICABLE, WITHDRAWN):
        return {"state": folded}
    if folded in NOT_STATED:
        lines.add("cells of these words are taken as not stated", quote_start(words))
        return {}
    return {"words": words}


class Words(dict[str, Mapping[str, str]]):
    """What cells of words come to, by their text: a text is read once, and all cells that hold it share the record."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    def __missing__(self, text: str) -> Mapping[str, str]:
        fields = read_words(text, self._lines)
        if len(self) < MOST_KNOWN:
            self[text] = fields
        return fields
