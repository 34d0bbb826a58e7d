"""Problems for machines: GitHub's workflow commands and SARIF say what people read, at the same places."""

import json
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from jsonschema import Draft202012Validator

from negmatrix.cli.entry import run
from negmatrix.diagnostics import Diagnostic, Related, error, note, warning
from negmatrix.explanations import explain
from negmatrix.source import SourceText, Span
from negmatrix.writers.problems import count_problems, problem_records
from negmatrix.writers.problems.github import show_github
from negmatrix.writers.problems.sarif import write_sarif
from tests.reports import find_problems, load_case, print_problems

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases"
HERE = Path("/work place")
SOURCE = SourceText("data/a, b: 100%.yaml", "talks: Ä\r\nparties: [a]\n")
AT = Span(SOURCE, 7, 8)
BELOW = Span(SOURCE, 20, 21)
EVERY = find_problems(load_case(CASES / "thirty.yaml"))


def github(*problems: Diagnostic) -> list[str]:
    return ["".join(text for text, _ in line) for line in show_github(problems)]


def sarif(*problems: Diagnostic) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(write_sarif(problems, HERE))
    return log


def test_a_workflow_command_is_escaped() -> None:
    problem = error("bad-id", "100% of 'a,\r\nb'", AT, "cure: this", (Related(BELOW, "it is here"),))
    assert github(problem) == [
        "::error file=data/a%2C b%3A 100%25.yaml,line=1,col=8,endLine=1,endColumn=9,title=bad-id::"
        "100%25 of 'a,%0D%0Ab'%0Acure: this%0Adata/a, b: 100%25.yaml:2:11: it is here"
    ]


def test_a_workflow_command_tells_further_places() -> None:
    problem = note("unused-scale", "not used", AT)._replace(repeats=(BELOW, AT))
    assert github(problem)[0].endswith("::not used%0Aalso at data/a, b: 100%25.yaml:2:11, data/a, b: 100%25.yaml:1:8")


def test_each_severity_has_its_command() -> None:
    written = github(error("tag", "m", AT), warning("text-cut", "m", AT), note("wide-range", "m", AT))
    assert [command.split()[0] for command in written] == ["::error", "::warning", "::notice"]


def read_command(line: str) -> dict[str, str]:
    """What GitHub's runner makes of a command."""
    match = re.fullmatch("::(error|warning|notice) ([^:]*)::(.*)", line)
    assert match
    properties = dict(part.split("=", 1) for part in match[2].split(","))
    return {"command": match[1], "message": unquote(match[3])} | {
        name: unquote(value) for name, value in properties.items()
    }


def test_thirty_mistakes_are_thirty_commands() -> None:
    for problem, line in zip(EVERY, github(*EVERY), strict=True):
        read = read_command(line)
        assert read["title"] == problem.code
        assert (read["line"], read["col"]) == tuple(map(str, problem.at.first))
        assert (read["endLine"], read["endColumn"]) == tuple(map(str, problem.at.last))
        assert read["message"].splitlines()[0] == problem.message


TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
NUMBER = {"type": "integer", "minimum": 1}
PLACE = {
    "type": "object",
    "required": ["artifactLocation", "region"],
    "additionalProperties": False,
    "properties": {
        "artifactLocation": {
            "type": "object",
            "required": ["uri"],
            "additionalProperties": False,
            "properties": {
                "uri": {"type": "string", "pattern": r"^([A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$|^file:///"},
                "uriBaseId": {"const": "%SRCROOT%"},
            },
        },
        "region": {
            "type": "object",
            "required": ["startLine"],
            "additionalProperties": False,
            "properties": dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), NUMBER),
        },
    },
}
LOCATION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"id": {"type": "integer", "minimum": 0}, "physicalLocation": PLACE, "message": TEXT},
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
RULE = {
    "type": "object",
    "required": ["id", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"},
        "shortDescription": TEXT,
        "fullDescription": TEXT,
        "help": TEXT,
        "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}, "additionalProperties": False},
    },
}
RESULT = {
    "type": "object",
    "required": ["message", "ruleId", "ruleIndex", "level", "locations"],
    "additionalProperties": False,
    "properties": {
        "message": TEXT,
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "locations": {"type": "array", "minItems": 1, "maxItems": 1, "items": LOCATION},
        "relatedLocations": {"type": "array", "minItems": 1, "uniqueItems": True, "items": LOCATION},
    },
}
DRIVER = {
    "type": "object",
    "required": ["name", "semanticVersion", "rules"],
    "properties": {
        "name": {"const": "negmatrix"},
        "semanticVersion": {"pattern": r"^\d+\.\d+\.\d+"},
        "rules": {"type": "array", "uniqueItems": True, "items": RULE},
    },
}
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "tool": {"type": "object", "required": ["driver"], "properties": {"driver": DRIVER}},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "newlineSequences": {"type": "array", "minItems": 1, "items": {"type": "string"}},
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
}
"""What SARIF 2.1.0 and code scanning require of the parts that are written."""


@pytest.mark.parametrize("case", sorted((CASES / "problems").glob("*.yaml")), ids=lambda case: case.name)
def test_every_case_is_sound_sarif(case: Path) -> None:
    problems = find_problems(load_case(case))
    log = sarif(*problems)
    Draft202012Validator(LOG).validate(log)
    (one,) = log["runs"]
    assert len(one["results"]) == len(problems)
    rules = one["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({problem.code for problem in problems})
    for result, problem in zip(one["results"], problems, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == problem.code
        assert result["level"] == problem.severity.value
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) == problem.at.first
        assert (region["endLine"], region["endColumn"]) == problem.at.last
        assert len(result.get("relatedLocations", [])) == len(problem.related) + len(problem.repeats)


def test_sarif_tells_the_cure_and_the_other_places() -> None:
    problem = error("bad-id", "'a{b}' is wrong", AT, "write 'ab'", (Related(BELOW, "it is here"),))._replace(
        repeats=(AT,)
    )
    (result,) = sarif(problem)["runs"][0]["results"]
    assert result["message"]["text"] == "'a{{b}}' is wrong: write 'ab'"
    assert [(other["id"], other["message"]["text"]) for other in result["relatedLocations"]] == [
        (1, "it is here"),
        (2, "also here"),
    ]
    assert sarif(note("tag", "m", AT))["runs"][0]["results"][0]["message"]["text"] == "m"


def test_sarif_explains_its_rules() -> None:
    (rule,) = sarif(warning("no-source", "m", AT))["runs"][0]["tool"]["driver"]["rules"]
    explanation = explain("no-source")
    assert rule["defaultConfiguration"]["level"] == explanation.severity.partition(";")[0] == "warning"
    assert explanation.bad.text in rule["help"]["text"]
    assert f"```yaml\n{explanation.good.text}```" in rule["help"]["markdown"]
    assert rule["fullDescription"]["text"].startswith(rule["shortDescription"]["text"])


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("data/paris.yaml", "data/paris.yaml"),
        ("./data/../a b.yaml", "a%20b.yaml"),
        ("a:b#c?d%.yaml", "a%3Ab%23c%3Fd%25.yaml"),
        ("Verhandlungen/Übung.yaml", "Verhandlungen/%C3%9Cbung.yaml"),
        ("odd\udcff.yaml", "odd%FF.yaml"),
        ("/work place/data/x.yaml", "data/x.yaml"),
        ("/elsewhere/ä.yaml", "file:///elsewhere/%C3%A4.yaml"),
        ("../x.yaml", "file:///x.yaml"),
        ("-", "-"),
    ],
)
def test_sarif_addresses_files(name: str, address: str) -> None:
    log = sarif(error("tag", "m", Span(SourceText(name, "x"), 0, 1)))
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == address
    assert ("uriBaseId" in location) == (not address.startswith("file:"))


def test_sarif_of_nothing_is_sound() -> None:
    Draft202012Validator(LOG).validate(sarif())


def test_sarif_is_ascii_and_the_same_each_time() -> None:
    assert write_sarif(EVERY, HERE).isascii()
    assert write_sarif(EVERY, HERE) == write_sarif(find_problems(load_case(CASES / "thirty.yaml")), HERE)


def test_check_writes_workflow_commands(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(CASES)
    assert run(["check", "--format", "github", "thirty.yaml"]) == 1
    told = capsys.readouterr()
    assert told.out.splitlines() == github(*EVERY)
    assert told.err.startswith("1 talks: ")  # a name there could be a command of the workflow


def test_check_writes_sarif(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(CASES)
    assert run(["check", "--format", "sarif", "thirty.yaml", "fine/every-feature.yaml"]) == 1
    log = json.loads(capsys.readouterr().out)
    Draft202012Validator(LOG).validate(log)
    assert len(log["runs"][0]["results"]) == 30


def test_sarif_has_no_room_for_completeness(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(CASES)
    assert run(["check", "--format", "sarif", "--completeness", "thirty.yaml"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "--format json" in told.err


def test_the_other_formats_say_the_same(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(CASES)
    assert run(["check", "thirty.yaml"]) == 1
    assert capsys.readouterr().out == f"{print_problems(EVERY)}\nthirty.yaml: {count_problems(EVERY)}\n"
    assert run(["check", "-f", "concise", "thirty.yaml"]) == 1
    concise = capsys.readouterr()
    assert [line.rsplit("[", 1)[1] for line in concise.out.splitlines()] == [f"{problem.code}]" for problem in EVERY]
    assert concise.err == f"thirty.yaml: {count_problems(EVERY)}\n"
    assert run(["check", "-f", "json", "--completeness", "thirty.yaml"]) == 1
    (result,) = json.loads(capsys.readouterr().out)["results"]
    assert result["problems"] == json.loads(json.dumps(problem_records(EVERY)))
    assert result["completeness"]["of"] > 0


def test_completeness_joins_what_people_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(CASES)
    assert run(["check", "--completeness", "fine/every-feature.yaml", "problems/empty-file.yaml"]) == 1
    told = capsys.readouterr().out
    assert "19 of 48 positions are stated" in told
    assert told.endswith("2 talks: 1 error\n")


def test_the_hook_for_pre_commit_checks_whole_talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["id"], hook["types"], hook["pass_filenames"]) == ("negmatrix-check", ["yaml"], False)
    command, *arguments = hook["entry"].split()
    monkeypatch.chdir(ROOT)
    assert command == "negmatrix"
    assert run(arguments) == run([*arguments, "data"]) == 0
    shutil.copytree(CASES / "problems" / "repeated-key-in-a-folder", tmp_path / "data" / "harbour")
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 1
