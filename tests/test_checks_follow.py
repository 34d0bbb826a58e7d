"""One mistake is one message: whatever is broken in a sound file, nothing is said of what merely rests on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from negmatrix.diagnostics import Severity
from negmatrix.source import SourceText
from negmatrix.syntax import Mapping, Node, Sequence, parse_yaml
from tests.reports import check_text

CASES = Path(__file__).parent / "cases" / "fine"
VALUES = ("{}", "''", "[[x]]", "{zzqq: 1}", "*al")


def parts_of(node: Node, is_key: bool = False) -> Iterator[tuple[Node, bool]]:
    """Every key and value, with whether it is a key."""
    yield node, is_key
    if isinstance(node, Sequence):
        for item in node.items:
            yield from parts_of(item)
    elif isinstance(node, Mapping):
        for key, value in node.pairs:
            yield key, True
            yield from parts_of(value)


def broken_versions(text: str) -> Iterator[tuple[str, str]]:
    """The text with one part replaced by something that cannot stand there, and what was replaced by what."""
    root, _ = parse_yaml(SourceText("fine", text))
    assert root is not None
    for part, is_key in parts_of(root):
        written = text[part.start : part.end]
        if not written or (not isinstance(part, str) and written[0] not in "[{"):
            continue
        for wrong in ("zzqq",) if is_key else VALUES:
            place = SourceText("fine", text).point(part.start)
            yield f"{place.line}: {written} -> {wrong}", text[: part.start] + wrong + text[part.end :]


def sound_text() -> str:
    return (CASES / "harbour-with-notes.yaml").read_text(encoding="utf-8")


# A new id here is no mistake, since nothing refers to it.
RENAMED = {"48: spring-draft -> zzqq", "62: march -> zzqq"}


@pytest.mark.parametrize(
    ("what", "text"), [pytest.param(what, text, id=what) for what, text in broken_versions(sound_text())]
)
def test_a_mistake_has_no_echo(what: str, text: str) -> None:
    before = {(problem.code, problem.message) for problem in check_text(sound_text())}
    problems = [problem for problem in check_text(text) if (problem.code, problem.message) not in before]
    assert len(problems) == (what not in RENAMED), [problem.message for problem in problems]
    assert all(problem.severity is not Severity.NOTE for problem in problems)
