"""The command line as a stranger uses it: exit codes, what goes to which stream, help, and the formats of check."""

import json
from pathlib import Path

import pytest
import typer

from negmatrix.cli import entry
from negmatrix.cli.commands import COMMANDS
from tests.calling import FAULTY, SMALL, SOURCED, call, write

WARNED = SMALL + "sources: {s: S}\n"


@pytest.mark.parametrize(
    ("content", "arguments", "code"),
    [
        (SOURCED, ["check", "t.yaml"], 0),
        (SMALL, ["check", "t.yaml"], 0),
        (WARNED, ["check", "--strict", "t.yaml"], 1),
        (WARNED, ["check", "t.yaml"], 0),
        (WARNED, ["check", "--strict", "--ignore", "no-source", "t.yaml"], 0),
        (SMALL, ["check", "--strict", "--select", "unknown-field,off-scale", "t.yaml"], 0),
        (FAULTY, ["check", "t.yaml"], 1),
        (FAULTY, ["check", "--format", "json", "t.yaml"], 1),
        (FAULTY, ["check", "--ignore", "unknown-field", "t.yaml"], 0),
        (FAULTY, ["show", "t.yaml"], 2),
        (FAULTY, ["list"], 2),
        (SMALL, ["show", "t.yaml"], 0),
        (SMALL, ["list"], 0),
        (SMALL, ["explain"], 0),
        (SMALL, ["explain", "off-scale"], 0),
        (SMALL, ["explain", "off-scales"], 2),
        (SMALL, ["check", "--select", "no-such-code", "t.yaml"], 2),
        (SMALL, ["check", "missing.yaml"], 2),
        (SMALL, ["shw"], 2),
        (SMALL, ["show", "--wdith", "3"], 2),
        (SMALL, ["show", "--width", "0"], 2),
        (SMALL, ["show", "--sort", "size"], 2),
        (SMALL, ["--version"], 0),
        (SMALL, ["-h"], 0),
        (SMALL, [], 0),
    ],
)
def test_exit_codes(here: Path, content: str, arguments: list[str], code: int) -> None:
    write(here / "t.yaml", content)
    done = call(*arguments)
    assert done.code == code, done
    assert done.err if code == 2 else done.out


def test_an_internal_error_is_3_and_tells_how_to_report_it(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: list[str]) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(entry, "_invoke", fail)
    short, long = call("list"), call("--debug", "list")
    assert (short.code, short.out) == (3, "")
    assert "internal error (ZeroDivisionError)" in short.err
    assert "Traceback" not in short.err
    assert long.code == 3
    assert "Traceback" in long.err


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), typer.Abort()])
def test_an_interrupt_is_130(here: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException) -> None:
    def interrupt(_: list[str]) -> int:
        raise fault

    monkeypatch.setattr(entry, "_invoke", interrupt)
    assert call("list") == (130, "", "")


def test_the_product_is_on_stdout_and_the_talk_on_stderr(here: Path) -> None:
    write(here / "t.yaml", WARNED)
    shown = call("show")
    assert shown.out.startswith("Small · 2 parties")
    assert shown.err == "using t.yaml\nt.yaml: 1 warning; 'negmatrix check t.yaml' shows it\n"
    write(here / "t.yaml", FAULTY)
    assert call("show").out == ""
    assert "did you mean 'positions'?" in call("show").err
    assert call("show").err.endswith("t.yaml: 1 error\n")


def test_the_formats_of_check(here: Path) -> None:
    write(here / "t.yaml", FAULTY)
    full = call("check", "t.yaml", "--ignore", "no-source,wide-range")
    concise = call("check", "t.yaml", "--format", "concise", "--ignore", "no-source", "--ignore", "wide-range")
    record = json.loads(call("check", "t.yaml", "--format", "json", "--completeness").out)
    head = "t.yaml:5:1: error: 'positons' is not a field of these talks [unknown-field]\n"
    assert full.out.startswith(head + "  |\n5 | positons: {}\n  | ^^^^^^^^ did you mean 'positions'?\n")
    assert full.out.endswith("\nt.yaml: 1 error\n")
    assert (concise.out, concise.err) == (head, "t.yaml: 1 error\n")
    problem = next(one for one in record["results"][0]["problems"] if one["code"] == "unknown-field")
    assert {key: problem[key] for key in ("line", "column", "end_line", "end_column", "severity", "help")} == {
        "line": 5, "column": 1, "end_line": 5, "end_column": 9, "severity": "error", "help": "did you mean 'positions'?",
    }  # fmt: skip
    assert record["results"][0]["completeness"]


def test_check_tells_of_completeness_and_of_several_talks(here: Path) -> None:
    write(here / "a.yaml", SOURCED)
    write(here / "b.yaml", "[broken")
    done = call("check", "a.yaml", "b.yaml", "--completeness")
    assert done.code == 1
    assert "2 talks: 1 error" in done.out
    assert "Small" in done.out


def test_every_command_has_a_page_of_help() -> None:
    whole = call("-h").out
    assert whole == call().out == call("--help").out
    for known in COMMANDS:
        done = call(known.name, "-h")
        assert (done.code, done.err) == (0, "")
        assert f"negmatrix {known.name}" in done.out
        assert known.hidden or f"  {known.name} " in whole


def test_help_is_a_word_too() -> None:
    assert call("help") == call("-h")
    assert call("help", "show") == call("show", "-h")


@pytest.mark.parametrize(("ending", "form"), [("md", "markdown"), ("HTM", "html"), ("txt", "terminal")])
def test_a_format_by_its_ending(here: Path, ending: str, form: str) -> None:
    write(here / "t.yaml")
    assert call("show", "-f", ending) == call("show", "-f", form)


def test_explaining(here: Path) -> None:
    every, one = call("explain"), call("explain", "unknown-party")
    assert "unknown-party" in every.out
    assert "talks:" in one.out
