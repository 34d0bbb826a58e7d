"""From bytes to nodes: what is refused, with its place, and what it costs beside an ordinary file of its size."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from negmatrix.nearest import Known, find_nearest
from negmatrix.source import SourceText, Text
from negmatrix.syntax import decode_text, parse_yaml
from negmatrix.syntax.faults import explain_fault
from negmatrix.syntax.nodes import Mapping, Sequence, describe
from negmatrix.syntax.parsing import PureParser
from tests.calling import SMALL, call, write

BOTH: list[Callable[[str], object] | None] = [None, PureParser]


def codes(text: str, parser: Callable[[str], object] | None = None) -> list[tuple[str, int]]:
    return [(problem.code, problem.at.start) for problem in parse_yaml(SourceText("t", text), parser)[1]]


@pytest.mark.parametrize("parser", BOTH, ids=["libyaml", "pure"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b", []),
        ("", [("empty-file", 0)]),
        ("a: &x b", [("anchor", 3)]),
        ("a: *x", [("alias", 3)]),
        ("a: !t b", [("tag", 3)]),
        ("&x a: b", [("anchor", 0)]),
        ("a: &x [b]", [("anchor", 3)]),
        ("a: !!map {b: c}", [("tag", 3)]),
        ("<<: {a: b}", [("merge-key", 0)]),
        ("'<<': {a: b}", []),
        ("<<: a\nb: c: d", [("merge-key", 0), ("yaml-syntax", 10)]),
        (
            "{<<: a, ? [b] : {? {c: d} : e}, *f : g}",
            [("merge-key", 1), ("complex-key", 10), ("complex-key", 19), ("alias", 32)],
        ),
        ("[a]: b", [("complex-key", 0)]),
        ("{a: {? [b, c] : d}}", [("complex-key", 7)]),
        ("*x : b", [("alias", 0)]),
        ("a: b\n---\nc: d", [("second-document", 5)]),
        ("a: b #c", [("text-cut", 5)]),
        ("a: b c # d", [("text-cut", 7)]),
        ("a: b # c", []),
        ("a: 1 #c", []),
        ("a: b c  # d", []),
        ('a: "\\U00110000"', [("yaml-syntax", 6)]),
        ('a: "\\UFFFFFFFF"', [("yaml-syntax", 6)]),
        ("%YAML 2.0\n---\na: b", [("yaml-syntax", 0)]),
        ("[" * 33, [("too-deep", 32)]),
        ("a: " + "x" * 65537, [("too-long", 3)]),
        ("a: " + "x" * 65536, []),
        ("a: [" + "b," * 10000 + "]", []),
        ("a: [" + "b," * 10001 + "]", [("too-many", 3)]),
        ("[b, {" + "c," * 10001 + "}]", [("too-many", 4)]),
        ("? [" + "b," * 10001 + "]\n: c", [("too-many", 2)]),
    ],
)
def test_what_is_refused(text: str, expected: list[tuple[str, int]], parser: Callable[[str], object] | None) -> None:
    assert codes(text, parser) == expected


@pytest.mark.parametrize(
    "text", ["a: |9x\n b", "a: |-\n\tb", "a: @b", 'a: "\\ud800"', "%YAML 1.2\n%YAML 1.2\n---\na: b", 'a: "\\xg"']
)
def test_no_fault_is_left_in_the_parsers_own_words(text: str) -> None:
    for parser in BOTH:
        (problem,) = parse_yaml(SourceText("t", text), parser)[1]
        assert "this is not YAML" not in problem.message


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        (b"a: \xff", "not-utf-8", 1, 4),
        (b"\xef\xbb\xbfa: \xff", "not-utf-8", 1, 4),
        ("a: b".encode("utf-16"), "not-utf-8", 1, 1),
        ("a: b".encode("utf-32"), "not-utf-8", 1, 1),
        (b"a:\n b\0", "control-character", 2, 3),
        ("a: b\u202e".encode(), "control-character", 1, 5),
        (b"\xef\xbb\xbf\xef\xbb\xbfa: b", "control-character", 1, 1),
        (b"a\r\rb\r\n\x7f", "control-character", 4, 1),
    ],
)
def test_bytes_that_are_no_text(content: bytes, code: str, line: int, column: int) -> None:
    text, (problem,) = decode_text("t", content)
    assert (text, problem.code, *problem.at.first) == (None, code, line, column)


def test_a_hundred_unseen_characters_are_told_and_more_are_one() -> None:
    assert len(decode_text("t", b"\0" * 100)[1]) == 100
    (problem,) = decode_text("t", b"\0" * 101)[1]
    assert problem.label == "and more than 100 others follow: is this a text?"


def test_what_a_node_is_called() -> None:
    node, _ = parse_yaml(SourceText("t", "a: [b]\nc: {d: ''}"))
    assert isinstance(node, Mapping)
    (_, sequence), (_, mapping) = node.pairs
    assert isinstance(sequence, Sequence)
    assert isinstance(mapping, Mapping)
    words = [describe(one) for one in (node, sequence, mapping.pairs[0][1], sequence.items[0])]
    assert words == ["a mapping", "a list", "nothing", "a text"]
    assert (sequence.at.start, sequence.at.end) == (3, 6)


@given(st.text(st.sampled_from("ab\r\n\t é\U0001f600")))
def test_points_equal_a_count_by_hand(text: str) -> None:
    source, line, column = SourceText("t", text), 1, 1
    for offset, character in enumerate(text):
        assert source.point(offset) == (line, column)
        ends = character == "\n" or (character == "\r" and text[offset + 1 : offset + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [text[slice(*source.line_bounds(number))] for number in range(1, len(lines) + 1)] == lines


@given(st.text("ab ,", min_size=1), st.integers(0, 9), st.integers(0, 9), st.booleans())
def test_a_part_of_a_text_has_its_own_place(words: str, start: int, length: int, quoted: bool) -> None:
    mark = '"' if quoted else ""
    source = SourceText("t", f"x{mark}{words}{mark}")
    text = Text(words, source, 1, len(source.text), not quoted)
    part = text.part(words[start : start + length], start)
    assert source.text[part.start : part.end] == part or start > len(words)
    escaped = Text(words, source, 0, len(words) + 5)
    assert escaped.part("a", 0).at == escaped.at


def test_nearest_words() -> None:
    known = Known([("Port Company", "port"), ("city", "city")])
    assert [known.nearest(word) for word in ("PORT-company", "ctiy", "port comp", "x", "", "y" * 300)] == [
        "port", "city", "port", None, None, None,
    ]  # fmt: skip
    many = [f"level {number}" for number in range(1000)]
    assert find_nearest("levl 77", many) == "level 77"
    assert find_nearest("lev", many) is None


N = 8_000


def numbered(form: str, count: int = N, between: str = "") -> str:
    return between.join(form.format(number) for number in range(count))


ROWS = "talks: T\nparties: [{}]\nissues: {{i: {{range: [0, 10]}}}}\npositions:\n  i:\n{}"
ORDINARY = ROWS.format(numbered("p{}", between=", "), numbered("    p{}: 1\n"))
HOSTILE = {
    "brackets": "[" * 100_000,
    "dashes": "- " * 100_000,
    "unknown fields": SMALL + numbered("unknown{}: x\n"),
    "unknown fields in one line": "{talks: T, " + numbered("unknown{}: x", between=", ") + "}",
    "unknown parties": ROWS.format("a", numbered("    q{}: 1\n")),
    "repeated parties": "talks: T\nissues: {i: I}\nparties:\n" + 2 * numbered("  p{}: x\n"),
    "repeated in a list": "talks: T\nissues: {i: I}\nparties: [" + 2 * numbered("p{}, ") + "]\n",
    "scales": "talks: T\nparties: [a]\nscales:\n" + numbered("  s{}: {{levels: [x, y]}}\n") + "issues:\n"
    + numbered("  i{0}: {{scale: z{0}}}\n"),
    "near misses": "talks: T\nparties: [" + numbered("p{}", between=", ") + "]\nissues:\n  i: {levels: ["
    + numbered("level{}", between=", ") + "]}\npositions:\n  i:\n" + numbered("    p{}: levl\n"),
    "options": "talks: T\nparties: [" + numbered("p{}", between=", ") + "]\nissues:\n  i: {options: ["
    + numbered("o{}", between=", ") + "]}\npositions:\n  i:\n" + numbered("    p{0}: o{0}\n"),
    "one line": SMALL + "about: " + "x " * 1_000_000,
    "blanks": SMALL + "about: x # y\n" + " " * 1_000_000,
    "comments": SMALL + "# c\n" * 250_000,
    "open quote": SMALL + 'about: "' + "x\n" * 500_000,
    "block": SMALL + "about: |\n" + "  x\n" * 250_000,
    "anchors": SMALL + "about: [" + numbered("&a{} x", between=", ") + "]",
    "zeros": "\0" * 1_000_000,
    "rounds": SMALL.partition("positions")[0] + "rounds:\n" + numbered("  r{}: {{verdicts: {{i: open}}}}\n"),
    "a long citation": SMALL + 'sources: {s: S}\nround: {source: "' + "x " * 30_000 + '"}\n',
}  # fmt: skip


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> float:
    """Seconds of the processor that a file of 8,000 sound positions takes, and not too few."""
    file = write(tmp_path_factory.mktemp("sizes") / "t.yaml", ORDINARY)
    start = time.process_time()
    assert call("check", file).code == 0
    return max(time.process_time() - start, 0.1)


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_file_costs_out_of_proportion(tmp_path: Path, ordinary: float, kind: str) -> None:
    """Thousands of complaints may cost twenty times what as many sound positions cost; what grows with the square
    costs hundreds of times as much.
    """
    file = write(tmp_path / "t.yaml", HOSTILE[kind])
    start = time.process_time()
    assert call("check", "-f", "concise", file).code in (0, 1)
    assert time.process_time() - start < 20 * ordinary


def test_depth_is_told_whichever_parser_meets_it_first() -> None:
    """From 0.2.6 on, libyaml has a limit of its own, which it may meet before ours."""
    fault = yaml.MarkedYAMLError("while increasing flow level", None, "exceeded maximum nesting depth", None)
    assert explain_fault(SourceText("t", "[["), fault).code == "too-deep"
    root, problems = parse_yaml(SourceText("t", "[" * 5000))
    assert root is None
    assert [problem.code for problem in problems] == ["too-deep"]
