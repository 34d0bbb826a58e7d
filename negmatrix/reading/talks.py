"""A whole talks, from the texts of its file or of the files in its folder."""

import gc
from collections.abc import Callable, Iterator
from collections.abc import Sequence as Texts
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeVar

from negmatrix.diagnostics import Diagnostic
from negmatrix.model.scales import BUILT_IN
from negmatrix.model.talks import Round, Talks
from negmatrix.reading.desk import Desk, check_id
from negmatrix.reading.entries import read_entries
from negmatrix.reading.fields import make_fields, read_short_or_fields
from negmatrix.reading.issues import read_issue
from negmatrix.reading.parties import read_party, read_source
from negmatrix.reading.proposals import read_proposal
from negmatrix.reading.rounds import SECTIONS, SINGLE_ROUND, Known, make_round, read_round
from negmatrix.reading.scales import read_shared_scale
from negmatrix.reading.top import Top, read_top
from negmatrix.source import SourceText, Span, Text
from negmatrix.syntax import parse_yaml
from negmatrix.syntax.nodes import Node

_Record = TypeVar("_Record")


class Reading(NamedTuple):
    """What could be read, and what is wrong; no talks when not even a mapping was found."""

    talks: Talks | None
    problems: list[Diagnostic]


def read_talks(texts: Texts[SourceText]) -> Reading:
    """The talks that one or more texts hold."""
    with _without_collector():
        desk = Desk()
        roots = []
        for text in texts:
            root, problems = parse_yaml(text)
            desk.problems += problems
            roots.append(root)
        top = read_top(desk, roots)
        talks = _read_sections(desk, top) if top else None
        return Reading(talks, desk.problems.told())


@contextmanager
def _without_collector() -> Iterator[None]:
    """Python's collector looks for cycles among records that all stay alive: most of the cost of a large file."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _read_sections(desk: Desk, top: Top) -> Talks:
    _check_required(desk, top)
    unread = set(top.unread)
    scales = _read_all(desk, top, unread, "scales", read_shared_scale)
    sure, known = "scales" not in unread, BUILT_IN | scales
    issues = _read_all(
        desk, top, unread, "issues", lambda desk, name, node: read_issue(desk, name, node, known, sure=sure)
    )
    parties = _read_all(desk, top, unread, "parties", read_party)
    sections: dict[str, Any] = {
        "parties": parties,
        "issues": issues,
        "rounds": _read_rounds(desk, top, unread, Known(issues, parties)),
        "sources": _read_all(desk, top, unread, "sources", read_source),
        "scales": {name: scale for name, scale in scales.items() if scale},
        "proposals": _read_all(desk, top, unread, "proposals", read_proposal),
    }
    return Talks(**({"title": Text("", *top.at)} | top.settings), **sections, unread=frozenset(unread))


def _check_required(desk: Desk, top: Top) -> None:
    source, first, end = top.at
    for name, wanted in (("talks", "its title"), ("parties", "at least one party"), ("issues", "at least one issue")):
        if name not in top.given and name not in top.unread:
            at = Span(source, first, min(first + 1, end))
            desk.error("missing-field", f"'{name}' is missing: a talks needs {wanted}", at)


def _read_all(
    desk: Desk, top: Top, unread: set[str], section: str, read: Callable[[Desk, Text, Node], _Record]
) -> dict[str, _Record]:
    """The records of a section, which joins the unread ones when not all of it could be read."""
    names = section in ("parties", "issues")
    expected = f"{section} by id, or a list of them" if names else f"{section} by id"
    entries = read_entries(desk, top.sections.get(section, []), expected, names=names)
    if not entries.whole:
        unread.add(section)
    if entries.again and section == "rounds":  # what the second of a round holds
        unread.add("positions")
    return {name: read(desk, name, node) for name, node in entries.found.items()}


def _read_rounds(desk: Desk, top: Top, unread: set[str], known: Known) -> dict[str, Round]:
    rounds = _read_all(desk, top, unread, "rounds", lambda desk, name, node: read_round(desk, name, node, known))
    if "rounds" not in top.given:
        only = _read_single(desk, top, known)
        return {only.id: only}
    for section in (*SECTIONS, "round"):
        if section in top.given:
            message = f"'{section}' stands at the top of talks of one round only"
            desk.error("stray-field", message, top.given[section].at, "move it into a round")
    return rounds or {"1": Round(Text("1"), Text("1"), unread=frozenset(SECTIONS))}


def _read_single(desk: Desk, top: Top, known: Known) -> Round:
    node = next(iter(top.sections.get("round", [])), None)
    fields = read_short_or_fields(desk, node, SINGLE_ROUND, "a round", "id") if node is not None else None
    values: dict[str, Any] = dict(fields.values) if fields else {}
    name = values.pop("id", Text("1"))
    check_id(desk, name)
    return make_round(desk, name, make_fields(values, top.unread & set(SECTIONS)), top.sections, known)
