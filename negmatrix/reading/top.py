"""The top of a talks: settings once, sections from one file or from several."""

from collections.abc import Collection
from decimal import Decimal
from typing import Any, NamedTuple

from negmatrix.model.talks import Thresholds
from negmatrix.reading.desk import Desk
from negmatrix.reading.fields import Kind, Torn, field, read_fields, read_mapping, reference
from negmatrix.reading.kinds import BOOLEAN, IDS, TEXT, WORDS, bounded
from negmatrix.reading.parts import is_section, section
from negmatrix.source import Span, Text
from negmatrix.syntax.nodes import Node, Sequence, Unread

_SHARE = bounded(0, 1)
THRESHOLDS = dict(
    (
        field("aligned", _SHARE, "from which agreement on a pair is aligned, 0.75 by default"),
        field("partial", _SHARE, "from which agreement on a pair is partial, 0.4 by default"),
    )
)


def _read_thresholds(desk: Desk, node: Node) -> Thresholds | None:
    mapping = read_mapping(desk, node, "thresholds, as {aligned: 0.75, partial: 0.4}")
    if mapping is None:
        return None
    fields = read_fields(desk, mapping, THRESHOLDS, "the thresholds")
    thresholds = Thresholds(**fields.values)
    if thresholds.partial >= thresholds.aligned and not fields.unread:
        message = f"'partial' ({thresholds.partial}) must lie below 'aligned' ({thresholds.aligned})"
        desk.error("out-of-bounds", message, mapping.at)
    return thresholds


def _read_tables(desk: Desk, node: Node) -> tuple[tuple[Text, ...], ...] | None:
    if isinstance(node, Sequence) and all(isinstance(item, (Sequence, Unread)) for item in node.items):
        tables = [IDS.read(desk, item) for item in node.items if isinstance(item, Sequence)]
        torn = len(tables) < len(node.items) or any(type(table) is Torn for table in tables)
        return Torn(tables) if torn else tuple(tables)
    desk.wrong_shape(node, "a list of tables, each a list of parties, as [[a, b], [b, c]]")
    return None


_TABLES = Kind(_read_tables, "a list of tables", {"type": "array", "items": {"type": "array", "items": WORDS}})
_THRESHOLDS = Kind(_read_thresholds, "thresholds", reference("thresholds"))
_WHOLE = bounded(1, whole=True)


def _read_whole(desk: Desk, node: Node) -> int | None:
    value: Decimal | None = _WHOLE.read(desk, node)
    return None if value is None else int(value)


TALKS = dict(
    (
        field("talks", TEXT, "the title of the talks", "title"),
        field("about", TEXT, "what they are about"),
        field("tables", _TABLES, "who negotiates with whom, as [[a, b], [b, c]]; all with all, when left out"),
        field("thresholds", _THRESHOLDS, "what counts as aligned or partial"),
        field("carry_forward", BOOLEAN, "whether positions stand until written anew, true by default"),
        field("stale_after", Kind(_read_whole, _WHOLE.expected, _WHOLE.schema), "after how many rounds one is stale"),
        field("sources", section("sources"), "where positions are known from"),
        field("parties", section("parties"), "who negotiates"),
        field("scales", section("scales"), "scales that several issues share"),
        field("issues", section("issues"), "what is negotiated"),
        field("proposals", section("proposals"), "ideas and draft deals on the table"),
        field("rounds", section("rounds"), "the rounds, in order"),
        field("round", section("only-round"), "the only round of talks of one round"),
        field("positions", section("positions"), "the positions of talks of one round"),
        field("verdicts", section("verdicts"), "the verdicts of talks of one round"),
    )
)
WHOLE = "talks, with 'talks: TITLE' at the top and 'parties:', 'issues:' and 'positions:' below"
ALL_SECTIONS = tuple(name for name, row in TALKS.items() if is_section(row))


class Top(NamedTuple):
    """Where it stands, settings by attribute, the nodes of each section, where each was given, and sections that could
    not be read.
    """

    at: Span
    settings: dict[str, Any]
    sections: dict[str, list[Node]]
    given: dict[str, Text]
    unread: frozenset[str]


def read_top(desk: Desk, roots: Collection[Node | None]) -> Top | None:
    """The settings and sections of one file or several; None when none holds a mapping.

    Where one holds none, or could not be parsed, any section may lack something.
    """
    mappings = [mapping for root in roots if root is not None and (mapping := read_mapping(desk, root, WHOLE))]
    if not mappings:
        return None
    complete = len(mappings) == len(roots)
    top = Top(mappings[0].at, {}, {}, {}, frozenset() if complete else frozenset((*ALL_SECTIONS, "talks")))
    for mapping in mappings:
        fields = read_fields(desk, mapping, TALKS, "these talks")
        unread = {"talks" if attribute == "title" else attribute for attribute in fields.unread}
        top = top._replace(unread=top.unread | unread)
        for attribute, key in fields.keys.items():
            _add(desk, top, key, attribute, fields.values)
    return top


def _add(desk: Desk, top: Top, key: Text, attribute: str, values: dict[str, Any]) -> None:
    name = str(key)
    joins = name in ALL_SECTIONS and name != "round"
    if name in top.given and not joins:
        desk.repeated(key, top.given[name])
        return
    top.given.setdefault(name, key)
    if attribute not in values:
        return
    if name in ALL_SECTIONS:
        top.sections.setdefault(name, []).append(values[attribute])
    else:
        top.settings[attribute] = values[attribute]
