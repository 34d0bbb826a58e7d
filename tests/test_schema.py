"""The JSON Schema of the format says of every file what the reader says of its shape."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from jsonschema import Draft202012Validator

from negmatrix.cli.entry import run
from negmatrix.explanations import codes, explain
from negmatrix.reading import read_talks
from negmatrix.reading.schema import REQUIRED, make_schema
from negmatrix.source import SourceText, Text
from negmatrix.syntax import Mapping, Node, Sequence, decode_text, parse_yaml
from negmatrix.syntax.nodes import Unread
from tests.reports import load_case

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases"

SHAPE = {
    "bad-id",
    "claims-and-stance",
    "comma-in-braces",
    "empty-file",
    "empty-position",
    "empty-value",
    "missing-blank",
    "missing-field",
    "mixed-at",
    "not-a-date",
    "not-a-number",
    "not-true-or-false",
    "one-end",
    "out-of-bounds",
    "reserved-word",
    "several-scales",
    "stray-field",
    "unknown-field",
    "unknown-word",
    "wrong-shape",
}
"""What the schema tells as the reader does."""

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


def as_json(node: Node | None) -> Any:
    """The value of a node by YAML 1.2's core schema, as editors read it."""
    if isinstance(node, Sequence):
        return [as_json(item) for item in node.items]
    if isinstance(node, Mapping):
        return {str(key): as_json(value) for key, value in node.pairs}
    assert node is None or isinstance(node, Text)
    return resolve(node) if node is None or node.plain else str(node)


def resolve(text: str | None) -> Any:
    if text is None or re.fullmatch("~|null|Null|NULL|", text):
        return None
    if re.fullmatch("true|True|TRUE|false|False|FALSE", text):
        return text.lower() == "true"
    if re.fullmatch("0x[0-9a-fA-F]+|0o[0-7]+", text):
        return int(text, 0)
    if re.fullmatch("[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return str(text)


def was_refused(node: Node | None) -> bool:
    """Whether something was refused before it became a value."""
    if isinstance(node, Sequence):
        return any(map(was_refused, node.items))
    if isinstance(node, Mapping):
        return node.torn or any(was_refused(value) for _, value in node.pairs)
    return isinstance(node, Unread)


VALIDATORS = {part: Draft202012Validator(make_schema(part=part)) for part in (False, True)}


def find_faults(value: Any, *, part: bool = False) -> list[str]:
    return [f"{error.json_path}: {error.message}"[:300] for error in VALIDATORS[part].iter_errors(value)]


def find_shape_problems(source: SourceText, *, part: bool = False) -> list[str]:
    """What the reader says of the shape of a file; a part of talks may lack what stands in other parts."""
    found = [(problem.code, problem.message) for problem in read_talks([source]).problems]
    asked = [(code, message) for code, message in found if not (part and message.endswith(LACKING))]
    return [f"{code}: {message}" for code, message in asked if code in SHAPE]


LACKING = ("a talks needs its title", "a talks needs at least one party", "a talks needs at least one issue")


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

WRONG = [None, [], {}, "", "text", "5", 5, -1, 2.5, 101, True, ["text"], [5, 6], {"text": "text"}, [["a"]], "unknown", 2026, "2026-13", "a@b", " a"]  # fmt: skip


def spoil(value: Any) -> Iterator[Any]:
    """The value with each thing in it left out, renamed, replaced or joined by another."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from ({**value, key: other} for other in (*WRONG, *spoil(inner)))
            yield {other: kept for other, kept in value.items() if other != key}
            for name in (f"{key}x", " a@b", "a, b"):
                yield {name if other == key else other: kept for other, kept in value.items()}
        yield from (
            {**value, name: other} for name, other in (("x", 1), ("note", "a"), ("at", 1), ("levels", ["a", "b"]))
        )
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from ([*value[:place], other, *value[place + 1 :]] for other in (*WRONG, *spoil(inner)))
            yield [*value[:place], *value[place + 1 :]]
        yield [*value, "a"]


def cut_out(talks: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Small talks, each with one entry of a section, one row of a round, or one setting."""
    few = {"talks": "T", "parties": ["a"], "issues": ["q"]}
    for name, section in talks.items():
        if not isinstance(section, dict):
            yield {**few, name: section}
            continue
        for key, entry in section.items() if name != "rounds" else ():
            yield {**few, name: {key: entry}}
    for key, round_ in talks["rounds"].items():
        yield {
            **few,
            "rounds": {key: {name: part for name, part in round_.items() if name not in ("positions", "verdicts")}},
        }
        for name in ("positions", "verdicts"):
            for issue, row in round_.get(name, {}).items():
                yield {**few, "rounds": {key: {name: {issue: row}}}}
                yield {**few, name: {issue: row}, "round": {"id": key}}


def test_one_mistake_is_seen_by_both() -> None:
    """Every field of a file that uses all of them, spoilt in a score of ways; some of them, to save time."""
    root, _ = parse_yaml(SourceText("talks.yaml", (CASES / "fine" / "every-feature.yaml").read_text(encoding="utf-8")))
    spoilt = {json.dumps(value): value for talks in cut_out(as_json(root)) for value in spoil(talks)}
    assert len(spoilt) > 10_000
    for text, value in list(spoilt.items())[:: 1 if os.environ.get("NEGMATRIX_THOROUGH") else 19]:
        source = SourceText("talks.yaml", text)
        if VALIDATORS[False].is_valid(value) == bool(find_shape_problems(source)):
            told = {problem.code for problem in read_talks([source]).problems}
            assert told == {"off-scale"}, (text, find_faults(value))
            assert "anchors" in text


@pytest.mark.parametrize("part", [False, True])
def test_the_schema_is_sound_and_told(part: bool) -> None:
    schema = make_schema(part=part)
    Draft202012Validator.check_schema(schema)
    assert '"$id"' not in json.dumps(schema)
    references = set(re.findall(r'"#/\$defs/([\w-]+)"', json.dumps(schema)))
    assert references == set(schema["$defs"])
    for properties in find_properties(schema):
        for name, told in properties.items():
            assert re.fullmatch(r"[A-Z].*\.", told["description"]), name


def find_properties(schema: Any) -> Iterator[dict[str, Any]]:
    """The fields of every record that has all of them."""
    if isinstance(schema, dict):
        if "additionalProperties" in schema and "properties" in schema:
            yield schema["properties"]
        for inner in schema.values():
            yield from find_properties(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from find_properties(inner)


def test_a_part_may_lack_what_stands_in_other_parts() -> None:
    whole, part = make_schema(), make_schema(part=True)
    assert whole.pop("required") == list(REQUIRED)
    assert whole.pop("description") != part.pop("description")
    assert whole == part


def test_the_command_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == make_schema()
    assert run(["schema", "--part"]) == 0
    assert json.loads(capsys.readouterr().out) == make_schema(part=True)


def test_the_command_writes_the_schema(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "-o", str(tmp_path / "talks.schema.json")]) == 0
    assert json.loads((tmp_path / "talks.schema.json").read_text(encoding="ascii")) == make_schema()
    assert run(["schema", "-o", str(tmp_path)]) == 2
    assert capsys.readouterr().out == ""


def test_a_check_does_not_load_it() -> None:
    code = "import sys\nfrom negmatrix.cli.entry import run\nrun(['check', 'data/paris.yaml'])\nprint('negmatrix.reading.schema' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.endswith("False\n")
