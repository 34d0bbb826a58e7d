"""Issues."""

from collections.abc import Mapping as Table

from negmatrix.diagnostics import quote, tell_known
from negmatrix.model.issues import Issue
from negmatrix.model.scales import Scale
from negmatrix.nearest import suggest
from negmatrix.reading.desk import Desk
from negmatrix.reading.fields import Fields, field, read_short_or_fields
from negmatrix.reading.kinds import BOOLEAN, ID, SOURCES, TEXT, bounded
from negmatrix.reading.scales import SCALE, read_scale
from negmatrix.source import Text
from negmatrix.syntax.nodes import Node

ISSUE = (
    dict(
        (
            field("title", TEXT, "what it is called"),
            field("topic", TEXT, "the group of issues that it stands in"),
            field("question", TEXT, "what is asked"),
            field("weight", bounded(0), "the analyst's weight, 1 by default; 0: shown, never counted"),
            field("next", TEXT, "what happens next"),
            field("status_quo", TEXT, "how things are today, as a stance"),
            field("scale", ID, "the name of a shared or built-in scale", "scale_id"),
        )
    )
    | SCALE
    | dict(
        (
            field("was", ID, "its id in an earlier file"),
            field("source", SOURCES, "where this is known from", "sources"),
            field("internal", BOOLEAN, "whether it is kept out of public reports"),
            field("note", TEXT, "anything else"),
        )
    )
)
_SCALE_PARTS = ("levels", "range", "options", "unit", "anchors")


def read_issue(desk: Desk, name: Text, node: Node, scales: Table[str, Scale | None], *, sure: bool) -> Issue:
    """An issue, by its title or with fields; `scales` holds those that have a name, None for one that could not be read.
    They are all there are, when this is `sure`.
    """
    fields = read_short_or_fields(desk, node, ISSUE, "an issue", "title")
    if fields is None:
        return Issue(name, name, unread=frozenset({"scale"}))
    values = {key: value for key, value in fields.values.items() if key not in _SCALE_PARTS}
    scale = read_scale(desk, fields) or _find_scale(desk, fields, scales, sure=sure)
    described = {"levels", "range", "options", "scale_id"} & {*fields.indexes, *fields.unread}
    unread = fields.unread | {"scale"} if scale is None and described else fields.unread
    return Issue(name, **({"title": name} | values), scale=scale, unread=unread)


def _find_scale(desk: Desk, fields: Fields, scales: Table[str, Scale | None], *, sure: bool) -> Scale | None:
    wanted: Text | None = fields.values.get("scale_id")
    if wanted is None or {"levels", "range", "options"} & fields.indexes.keys():
        return None
    if wanted not in scales and sure:
        label = suggest(desk.known(scales, scales.keys).nearest(wanted), wanted) or tell_known(scales)
        desk.error("unknown-scale", f"{quote(wanted)} is not a scale of these talks", wanted.at, label)
    return scales.get(wanted)
