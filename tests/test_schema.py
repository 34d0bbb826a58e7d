"""The JSON Schema of the format says of every file what the reader says of its shape."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from negmatrix.explanations import codes, explain
from negmatrix.source import SourceText
from negmatrix.syntax import decode_text, parse_yaml
from tests.reports import load_case
from tests.schemas import CASES, ROOT, SHAPE, as_json, find_faults, find_shape_problems, was_refused

BEYOND = {
    "alias": "gone once parsed: an editor's parser has put the value in its place",
    "anchor": "gone once parsed",
    "complex-key": "JSON has no such keys",
    "control-character": "a matter of the text, not of values",
    "merge-key": "gone once parsed: an editor's parser may have merged the fields",
    "nearly-a-stance": "rests on the scale of the issue, elsewhere in the file",
    "not-utf-8": "a matter of bytes",
    "off-scale": "whether an anchor lies between the two ends is arithmetic",
    "repeated-key": "JSON keeps one of them; editors tell it themselves",
    "repeated-level": "1 and 1.0 are two names, and equal in JSON",
    "second-document": "editors judge each document alone",
    "tag": "gone once parsed",
    "text-cut": "a comment is gone once parsed",
    "too-deep": "a limit of reading, not of what may be said",
    "too-large": "a limit of reading",
    "too-long": "a limit of reading",
    "too-many": "a limit of reading",
    "unknown-scale": "refers to another place of the file, or to another file",
    "unordered-at": "numbers that rise or fall from field to field: a schema sees each alone",
    "yaml-syntax": "not parsed at all",
    "unknown-issue": "rests on the issues and parties, elsewhere in the file",
}
"""What the reader tells and no schema can, with the reason."""


SPELLING = "how a number or a boolean is spelt is gone once parsed"
APART = {
    "010": ("issues: {q: {title: Q, weight: 010}}", SPELLING),
    "hexadecimal": ("issues: {q: {title: Q, weight: 0x10}}", SPELLING),
    "a point without digits": ("issues: {q: {title: Q, weight: 1.}}", SPELLING),
    "a large exponent": ("issues: {q: {title: Q, weight: 1e31}}", SPELLING),
    "TRUE": ("issues: [q]\ncarry_forward: TRUE", SPELLING),
    "a year with an exponent": ("issues: [q]\nrounds: {a: {date: 2e3}}", SPELLING),
    "two numbers compared": ("issues: [q]\nthresholds: {aligned: 0.4, partial: 0.75}", "arithmetic between fields"),
    "30 February": ("issues: [q]\nrounds: {a: {date: 2026-02-30}}", "the lengths of months"),
    "backwards": ("issues: [q]\nrounds: {a: {date: 2027/2026}}", "arithmetic between the two dates"),
    "one number in quotes": ('issues: {q: {title: Q, range: [5, "5"]}}', "5 and '5' differ in JSON"),
}
"""Files of which the reader says more than the schema, though the code is one of shape."""


APART_CASES = {
    "not-a-number (bad)": SPELLING,
    "problems/repeated-level.yaml": "JSON keeps one of two options of the same name, and one is too few",
}


class Case(NamedTuple):
    """A file, alone or as a part of talks in a folder."""

    name: str
    source: SourceText
    part: bool


def every_case() -> Iterator[Case]:
    for path in sorted((ROOT / "data").glob("*.yaml")):
        yield from cases_of(f"data/{path.name}", [(path.name, path.read_bytes())])
    for path in sorted([*CASES.glob("*.yaml"), *(path for room in ROOMS for path in (CASES / room).iterdir())]):
        if path.suffix in (".yaml", ".bytes") or path.is_dir():
            yield from cases_of(f"{path.parent.name}/{path.name}", load_case(path))
    for code in codes():
        for kind, example in (("bad", explain(code).bad), ("good", explain(code).good)):
            yield from cases_of(f"{code} ({kind})", [("talks.yaml", example.content)])


ROOMS = [path.name for path in CASES.iterdir() if path.is_dir()]


def cases_of(name: str, files: list[tuple[str, bytes]]) -> Iterator[Case]:
    part = len(files) > 1
    for file, content in files:
        source, _ = decode_text(file, content)
        if source is not None:
            yield Case(f"{name}: {file}" if part else name, source, part)


@pytest.mark.parametrize("case", list(every_case()), ids=lambda case: case.name)
def test_the_schema_says_what_the_reader_says(case: Case) -> None:
    root, problems = parse_yaml(case.source)
    if was_refused(root) or (root is None and problems[0].code != "empty-file"):
        assert {problem.code for problem in problems} & set(BEYOND)
        return
    told, expected = find_faults(as_json(root), part=case.part), find_shape_problems(case.source, part=case.part)
    assert (bool(told) == bool(expected)) == (case.name not in APART_CASES), (told, expected)


@pytest.mark.parametrize("text", [text for text, _ in APART.values()], ids=list(APART))
def test_what_the_schema_cannot_tell(text: str) -> None:
    source = SourceText("talks.yaml", f"talks: T\nparties: [a]\n{text}\n")
    root, _ = parse_yaml(source)
    assert find_shape_problems(source)
    assert not find_faults(as_json(root))


def test_every_code_of_the_reader_is_of_shape_or_beyond_it() -> None:
    used = set().union(
        *(codes_in(path) for room in ("reading", "syntax") for path in (ROOT / "negmatrix" / room).glob("*.py"))
    )
    assert used == SHAPE | set(BEYOND)
    assert not SHAPE & set(BEYOND)


def codes_in(path: Path) -> set[str]:
    """The codes of problems that a file of the package puts down."""
    constants = (
        node.value for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Constant)
    )
    return {value for value in constants if value in KNOWN}


KNOWN = set(codes())
