"""The fields of a position, and its rival accounts."""

from negmatrix.model.positions import Claim, State
from negmatrix.reading.desk import Desk
from negmatrix.reading.fields import Kind, field, read_fields, read_mapping, reference
from negmatrix.reading.kinds import (
    BOOLEAN,
    CONFIDENCE,
    DATE,
    IDS,
    SOURCES,
    TEXT,
    TEXTS,
    bounded,
    choice,
)
from negmatrix.syntax.nodes import Node, Sequence

_STATEMENT = (
    field("source", SOURCES, "where this is known from", "sources"),
    field("date", DATE, "when it was said"),
    field("by", TEXT, "who said it"),
    field("confidence", CONFIDENCE, "how sure the coder is: high, medium, low"),
    field("internal", BOOLEAN, "whether it is kept out of public reports"),
    field("note", TEXT, "anything else"),
)


CLAIM = dict(
    (
        field("stance", TEXT, "where the party stands by this account"),
        field("says", TEXT, "what it says by this account"),
        *_STATEMENT,
    )
)


def _read_claims(desk: Desk, node: Node) -> tuple[Claim, ...] | None:
    if not isinstance(node, Sequence) or len(node.items) < 2:
        desk.wrong_shape(node, "a list of at least two rival accounts")
        return None
    mappings = [read_mapping(desk, item, "an account with fields") for item in node.items]
    return tuple(Claim(**read_fields(desk, mapping, CLAIM, "a claim").values) for mapping in mappings if mapping)


_CLAIMS = Kind(
    _read_claims,
    "a list of rival accounts",
    {"type": "array", "minItems": 2, "items": reference("claim")},
)


_STRETCH = Kind(TEXTS.read, "two ends as [a, b], or a list of options", TEXTS.schema)


POSITION = dict(
    (
        field("state", choice(State, "a state"), "n/a or withdrawn, instead of a stance"),
        field("stance", TEXT, "where the party stands: a level, a number in the range, an option", ends=True),
        field("says", TEXT, "what it says, in a few words"),
        field(
            "accepts",
            _STRETCH,
            "what it could live with: two ends [a, b] with all between, or a list of options",
            ends=True,
        ),
        field("rejects", _STRETCH, "what it will not have, written like accepts", ends=True),
        field("fixed", BOOLEAN, "whether it accepts its stance only", ends=True),
        field("red_line", TEXT, "a red line in words", ends=True),
        field("salience", bounded(0, 100), "how much the issue matters to it, 0 to 100", ends=True),
        field("interest", TEXT, "why it wants this", ends=True),
        field("depends_on", IDS, "issues that this position is tied to", ends=True),
        field("disputed", BOOLEAN, "whether reports of this position contradict each other"),
        field("claims", _CLAIMS, "rival accounts, instead of stance and says"),
        *_STATEMENT,
    )
)


REMARKS = frozenset({"note", "internal", "by", "date", "confidence"})
"""Fields that alone say nothing of a position."""
