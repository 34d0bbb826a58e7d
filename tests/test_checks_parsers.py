"""Both of PyYAML's parsers give the same nodes, places and problems, but for what is listed here."""

from pathlib import Path

import pytest

from negmatrix.diagnostics import Diagnostic
from negmatrix.explanations import codes, explain
from negmatrix.source import SourceText
from negmatrix.syntax import Mapping, Node, Sequence, decode_text, parse_yaml
from negmatrix.syntax.parsing import PureParser
from tests.reports import load_case

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases"
PATHS = sorted(
    path
    for folder in ("tests/cases/fine", "tests/cases/problems", "data")
    for path in (ROOT / folder).iterdir()
    if path.suffix in (".yaml", ".bytes") or path.is_dir()
)


def described(node: Node | None) -> object:
    """A node with every place in it."""
    if isinstance(node, Sequence):
        return ("list", node.start, node.end, [described(item) for item in node.items])
    if isinstance(node, Mapping):
        pairs = [(described(key), described(value)) for key, value in node.pairs]
        return ("mapping", node.start, node.end, node.flow, node.torn, pairs)
    if isinstance(node, str):
        return (str(node), node.start, node.end, node.plain)
    return None if node is None else ("unread", node.start, node.end)


def told(problems: list[Diagnostic]) -> list[object]:
    return [(problem.code, problem.message, problem.label, problem.at.start, problem.at.end) for problem in problems]


def parse_both(source: SourceText) -> tuple[tuple[object, list[object]], tuple[object, list[object]]]:
    fast, pure = parse_yaml(source), parse_yaml(source, PureParser)
    return (described(fast[0]), told(fast[1])), (described(pure[0]), told(pure[1]))


def sources() -> list[SourceText]:
    files = [file for path in [*PATHS, CASES / "thirty.yaml"] for file in load_case(path)]
    files += [
        (f"{code}-{which}", getattr(explain(code), which).content) for code in codes() for which in ("bad", "good")
    ]
    read = (decode_text(name, content)[0] for name, content in files if len(content) < 1_000_000)
    return [source for source in read if source is not None]


DIFFERENT = {
    "question-in-braces.yaml": "the pure parser takes '?' within braces for the mark of a long key",
    "tab-in-braces.yaml": "the pure parser refuses a tab in a plain text within braces",
    "empty-value.yaml": "an empty value within braces stands a blank earlier",
    "yaml-syntax-of-an-escape.yaml": "a wrong escape is shown at its letter, not at its backslash",
}


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_both_parsers_read_the_same(source: SourceText) -> None:
    fast, pure = parse_both(source)
    assert (fast == pure) != (source.name in DIFFERENT), DIFFERENT.get(source.name)
