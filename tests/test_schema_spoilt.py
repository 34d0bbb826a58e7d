"""A mistake put into sound talks is one for the schema and for the reader; the schema itself is sound."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from negmatrix.cli.entry import run
from negmatrix.reading import read_talks
from negmatrix.reading.schema import REQUIRED, make_schema
from negmatrix.source import SourceText
from negmatrix.syntax import parse_yaml
from tests.schemas import CASES, ROOT, VALIDATORS, as_json, find_faults, find_shape_problems

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
