"""Problems for machines: what people read, as GitHub's workflow commands, and as the command line writes them."""

import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from jsonschema import Draft202012Validator

from negmatrix.cli.entry import run
from negmatrix.diagnostics import Diagnostic, Related, error, note, warning
from negmatrix.writers.problems import count_problems, problem_records
from negmatrix.writers.problems.github import show_github
from tests.machines import AT, BELOW, CASES, EVERY, LOG, ROOT
from tests.reports import print_problems


def github(*problems: Diagnostic) -> list[str]:
    return ["".join(text for text, _ in line) for line in show_github(problems)]


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
