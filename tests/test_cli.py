"""The command line as a stranger uses it: exit codes, what goes to which stream, options, and wrong use."""

import errno
import gc
import json
import os
import runpy
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import typer
from calling import FAULTY, ROOT, SMALL, SOURCED, call, write

from negmatrix.cli import completion, entry, main
from negmatrix.cli.commands import COMMANDS

WARNED = SMALL + "sources: {s: S}\n"
ROUNDS = """talks: Long
parties: {city: City, port: {name: Port company, aliases: [The Port]}, union: Dockers}
issues:
  pay: {title: Pay, topic: Labour, range: [0, 10]}
  nights: {title: Nights, topic: Labour, range: [0, 20]}
  name: {title: Name of the pier, topic: Other, options: [Harbour, Union]}
rounds:
  march: {title: First meeting, positions: {pay: {city: 1, port: 2, union: 9}, name: {city: Harbour, port: Union}}}
  march-b: {positions: {pay: {city: 3}}}
  april: {positions: {pay: {city: 5}}}
proposals: {tolls: {title: Lower tolls}}
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NEGMATRIX_TALKS", raising=False)
    return tmp_path


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


def test_an_unknown_code_names_the_nearest(here: Path) -> None:
    assert "there is no code 'off-scal'; did you mean 'off-scale'?" in call("check", "--select", "off-scal").err
    assert "did you mean" not in call("check", "--select", "zzz").err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chek"], "there is no command 'chek'; did you mean 'check'?\n  see 'negmatrix -h'"),
        (["zzzzz"], "there is no command 'zzzzz'\n  see 'negmatrix -h'"),
        (
            ["show", "--formt", "json"],
            "there is no option '--formt'; did you mean '--format'?\n  see 'negmatrix show -h'",
        ),
        (["--nope"], "there is no option '--nope'\n  see 'negmatrix -h'"),
        (["explain", "a", "b"], "explain has no use for 'b'\n  see 'negmatrix explain -h'"),
        (["show", "--width", "x"], "--width: 'x' is not a whole number of at least 1\n  see 'negmatrix show -h'"),
        (["show", "--width", "0"], "--width: '0' is not a whole number of at least 1"),
        (["show", "--width"], "--width needs a value\n  see 'negmatrix show -h'"),
        (["show", "--tidy=3"], "--tidy takes no value\n  see 'negmatrix show -h'"),
        (["trades", "--between", "city"], "--between needs 2 values\n  see 'negmatrix trades -h'"),
        (
            ["show", "-f", "mark"],
            "--format: 'mark' is not one of terminal, markdown, html, csv, json, xlsx; did you mean 'markdown'?",
        ),
        (["show", "--as", "foo"], "--as: 'foo' is not one of says, stance, both, links\n  see 'negmatrix show -h'"),
        (["pairs", "--cut", "75"], "--cut: '75' is not a number from 0 to 1; it is a disagreement, and 0.25 stands"),
        (
            ["issue"],
            "issue needs ISSUE: name it, as in: negmatrix issue sanctions data/paris.yaml\n  see 'negmatrix issue -h'",
        ),
        (["compare", "city"], "compare needs OTHER: name it, as in: negmatrix compare ukraine russia"),
        (["show", "nothing"], "there is no file or talks 'nothing'\n  known: long"),
        (["show", "lang"], "there is no file or talks 'lang'; did you mean 'long'?\n  known: long"),
        (["show", ""], "an empty name points at no talks"),
        (["show", "long@"], "'long@' names no round"),
        (["show", "long@may"], "there is no round 'may'\n  known: march, march-b, april"),
        (["show", "--round", "aprill"], "there is no round 'aprill'; did you mean 'april'?"),
        (["show", "--round", "mar"], "'mar' is the beginning of several: march, march-b"),
        (["show", "--round", "4"], "there is no round '4'"),
        (["show", "--round", "-4"], "there is no round '-4'"),
        (["show", "--round", "0"], "there is no round '0'"),
        (["show", "data/lon.yaml"], "there is no file or talks 'data/lon.yaml'"),
        (["show", "lonk.yaml"], "there is no file or talks 'lonk.yaml'; did you mean 'long.yaml'?\n  known: long.yaml"),
        (["show", "-o", "nodir/x.html"], "the folder 'nodir' does not exist"),
        (["issue", "pier"], "there is no issue 'pier'; did you mean 'name', \"Name of the pier\"?\n  known: pay"),
        (["issue", "long.yaml", "pay"], "the issue comes first: negmatrix issue pay long.yaml"),
        (["issue", "long.yaml"], "issue needs an issue before the talks: 'long.yaml' is a file"),
        (["compare", "city", "long.yaml"], "compare needs two parties before the talks: 'long.yaml' is a file"),
        (["compare", "long.yaml", "city", "port"], "the parties come first: negmatrix compare city port long.yaml"),
        (["import", "long.yaml"], "'long.yaml' is talks in YAML already\n  'negmatrix check long.yaml' tells"),
        (["show", "--party", "x"], "there is no party 'x'\n  known: city, port, union"),
        (["show", "--party", ""], "there is no party ''"),
        (["show", "--issue", "nihgts"], "there is no issue 'nihgts'; did you mean 'nights'?"),
        (["show", "--topic", "Labor"], "there is no topic 'Labor'; did you mean 'Labour'?"),
        (["diff", "long@april", "nothing"], "there is no file or talks 'nothing'"),
        (["diff", "--only", "movd"], "there is no kind of change 'movd'; did you mean 'moved'?"),
        (["diff", "@march"], "'march' is the first round of 'long.yaml': there is none before it"),
        (["compare", "city", "ci"], "'city' and 'ci' are one party: name two"),
        (["pairs", "--cut", "0.5", "--count", "2"], "--cut and --count both say where blocs end: name one of them"),
        (["trades", "--public"], "trades are no part of a public version"),
        (["show", "x\x1b[31m\u202e"], r"there is no file or talks 'x\x1b[31m\u202e'"),
    ],
)
def test_wrong_use_is_told(here: Path, arguments: list[str], sentence: str) -> None:
    write(here / "long.yaml", ROUNDS)
    done = call(*arguments)
    assert (done.code, done.out) == (2, "")
    assert f"negmatrix: {sentence}" in done.err


def test_a_talks_without_topics_says_so(here: Path) -> None:
    write(here / "t.yaml")
    assert "there is no topic at all" in call("show", "--topic", "x").err


@pytest.mark.parametrize(
    ("arguments", "round_"),
    [
        (["long"], "april"),
        (["long.yaml@march"], "march"),
        (["long@First meeting"], "march"),
        (["@a"], "april"),
        (["@1"], "march"),
        (["@-2"], "march-b"),
        (["long", "--round", "-1"], "april"),
        (["@1", "--round", "2"], "march-b"),
        (["@MARCH-"], "march-b"),
    ],
)
def test_a_round_by_id_beginning_title_or_number(here: Path, arguments: list[str], round_: str) -> None:
    write(here / "long.yaml", ROUNDS)
    done = call("show", *arguments, "-f", "json")
    assert json.loads(done.out)["results"][0]["talks"]["round"] == round_


def test_an_id_wins_over_a_number_and_a_beginning(here: Path) -> None:
    write(
        here / "t.yaml",
        SMALL.replace("positions: {i: {a: 1, b: 2}}", "rounds: {2: {title: x}, 1: {title: x}, 10: {title: x}}"),
    )
    rounds = [json.loads(call("show", f"@{n}", "-f", "json").out)["results"][0]["talks"]["round"] for n in (1, 2, 3)]
    assert rounds == ["1", "2", "10"]


def test_filters_narrow_by_unique_beginnings_names_and_aliases(here: Path) -> None:
    write(here / "long.yaml", ROUNDS)
    done = call("show", "--topic", "oth", "--issue", "Pa", "--party", "ci", "--party", "the port", "-f", "json")
    record = json.loads(done.out)
    assert record["filter"] == {"topics": ["oth"], "issues": ["Pa"], "parties": ["ci", "the port"]}
    (result,) = record["results"]
    assert [party["id"] for party in result["talks"]["parties"]] == ["city", "port"]
    assert [issue["id"] for issue in result["issues"]] == ["pay", "name"]
    assert "2 of 3 parties" in call("show", "--party", "city", "--party", "union").out


@pytest.mark.parametrize("cells", ["says", "stance", "both", "links"])
@pytest.mark.parametrize("sort", ["file", "divergence", "title"])
def test_every_option_of_show(here: Path, cells: str, sort: str) -> None:
    write(here / "long.yaml", ROUNDS)
    for turn in ([], ["--transpose"]):
        done = call("show", "--as", cells, "--sort", sort, "--sources", "--width", "40", "--palette", "mono", *turn)
        assert done.code == 0
        assert all(len(line) <= 40 for line in done.out.splitlines())
    colored = call("show", "--color", "always", "--palette", "traffic")
    assert "\x1b[" in colored.out


def test_every_command_has_a_page_of_help() -> None:
    whole = call("-h").out
    assert whole == call().out == call("--help").out
    for known in COMMANDS:
        done = call(known.name, "-h")
        assert (done.code, done.err) == (0, "")
        assert f"negmatrix {known.name}" in done.out
        assert known.hidden or f"  {known.name} " in whole


def test_turned_round_nothing_is_summed_up_where_no_issue_is_public(here: Path) -> None:
    write(here / "t.yaml", SMALL.replace("title: I", "title: I, internal: true"))
    done = call("show", "t.yaml", "--public", "--transpose")
    assert done.out.endswith(" Positions and agreement\n Party\n ─────\n a\n b\n")


def test_help_is_a_word_too() -> None:
    assert call("help") == call("-h")
    assert call("help", "show") == call("show", "-h")


@pytest.mark.parametrize(("ending", "form"), [("md", "markdown"), ("HTM", "html"), ("txt", "terminal")])
def test_a_format_by_its_ending(here: Path, ending: str, form: str) -> None:
    write(here / "t.yaml")
    assert call("show", "-f", ending) == call("show", "-f", form)


def test_a_faulty_talks_is_told_and_the_others_are_listed(here: Path) -> None:
    write(here / "good.yaml")
    write(here / "bad.yaml", FAULTY + "nonsense: 1\n")
    done = call("list", "-f", "json")
    assert done.code == 2
    assert [one["name"] for one in json.loads(done.out)["results"]] == ["good.yaml"]
    assert done.err.splitlines() == [
        "using bad.yaml, good.yaml",
        "bad.yaml:5:1: error: 'positons' is not a field of these talks [unknown-field]",
        "bad.yaml: 2 errors; 'negmatrix check bad.yaml' shows them",
    ]


@pytest.fixture
def locked(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A talks, and a file and a folder that may not be read."""
    write(here / "good.yaml")
    write(here / "locked.yaml")
    write(here / "shut" / "talks.yaml")
    opened, listed = Path.open, os.scandir

    def refuse(path: Path, *rest: Any, **more: Any) -> Any:
        if path.name == "locked.yaml":
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest, **more)

    def refuse_folder(path: Path) -> Any:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(os, "scandir", refuse_folder)
    return here


UNREAD = [
    "negmatrix: 'locked.yaml' cannot be read: Permission denied",
    "negmatrix: the folder 'shut' cannot be read: Permission denied",
]


@pytest.mark.parametrize("references", [[], ["."], ["good.yaml", "locked.yaml", "shut"]])
def test_what_may_not_be_read_is_told_and_the_others_are_listed_and_checked(
    locked: Path, references: list[str]
) -> None:
    listed = call("list", "-f", "json", *references)
    assert listed.code == 2
    assert [one["name"] for one in json.loads(listed.out)["results"]] == ["good.yaml"]
    assert [line for line in listed.err.splitlines() if not line.startswith("using")] == UNREAD
    checked = call("check", *references)
    assert checked.code == 2
    assert checked.out == call("check", "good.yaml").out != ""
    assert [line for line in checked.err.splitlines() if not line.startswith("using")] == UNREAD


def test_where_nothing_may_be_read_nothing_is_listed(locked: Path) -> None:
    (locked / "good.yaml").unlink()
    for command in ("list", "check"):
        assert call(command) == (2, "", UNREAD[0] + "\n")


def test_a_talks_by_name_does_not_need_the_others_read(locked: Path) -> None:
    assert call("show", "good").code == 0
    assert call("show", "locked").err == UNREAD[0] + "\n"
    assert call("show", ".").err == UNREAD[0] + "\n"


def test_explaining(here: Path) -> None:
    every, one = call("explain"), call("explain", "unknown-party")
    assert "unknown-party" in every.out
    assert "talks:" in one.out


def test_the_package_can_be_named(here: Path) -> None:
    from calling import process

    done = process("--version", cwd=here)
    assert done.out.startswith("negmatrix ")
    assert json.loads(process("list", ROOT / "data", "-f", "json", cwd=here).out)["command"] == "list"


def test_the_way_in(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What other tests ask of whole processes, in this one."""
    monkeypatch.setattr(gc, "disable", lambda: None)
    monkeypatch.setattr(sys, "argv", ["negmatrix", "--version"])
    with pytest.raises(SystemExit) as left:
        entry.main()
    assert (left.value.code, capsys.readouterr().out[:9]) == (0, "negmatrix")
    monkeypatch.setenv("_NEGMATRIX_COMPLETE", "complete_bash")
    with pytest.raises(SystemExit) as left:
        entry.main()
    assert left.value.code == 2
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(SystemExit) as left:
        entry.main()
    assert left.value.code == 2


def test_the_package_is_a_program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(gc, "disable", lambda: None)
    monkeypatch.setattr(sys, "argv", ["negmatrix", "--version"])
    with pytest.raises(SystemExit) as left:
        runpy.run_module("negmatrix", run_name="__main__")
    assert (left.value.code, capsys.readouterr().out[:9]) == (0, "negmatrix")


def test_an_interrupt_on_the_way_in_or_out_is_130_and_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    codes: list[int] = []
    monkeypatch.setattr(entry, "main", interrupt)
    monkeypatch.setattr(os, "_exit", codes.append)
    main()
    assert codes == [130]
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("number", "code"), [(errno.EPIPE, 0), (errno.EINVAL, 0), (errno.ENOSPC, 2)])
def test_outputs_that_take_nothing(here: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: int) -> None:
    def fail(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    with (here / "out").open("w") as out, (here / "err").open("w") as err, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        patch.setattr(entry, "_invoke", fail)
        assert entry.run(["list"]) == code
    assert (here / "out").read_text() == ""
    assert ("cannot write" in (here / "err").read_text()) is (code == 2)


def test_names_for_the_tab_key(here: Path) -> None:
    write(here / "long.yaml", ROUNDS)
    line = SimpleNamespace(params={"talks": "long"}, args=[])
    bare = SimpleNamespace(params={}, args=["long", "-", "nothing"])
    assert completion.complete_talks("l") == ["long"]
    assert completion.complete_talks("long@a") == ["long@april"]
    assert completion.complete_talks("@m") == ["@march", "@march-b"]
    assert completion.complete_rounds(line, "a") == ["april"]
    assert completion.complete_parties(bare, "c") == ["city"]
    assert completion.complete_topics(line, "") == ["Labour", "Other"]
    assert completion.complete_codes("off") == ["off-scale"]
    assert completion.complete_issues(line, "n") == ["nights", "name"]
    assert completion.complete_proposals(line, "") == ["tolls"]
    assert completion.complete_kinds("red") == ["red-line-crossed"]
    assert completion.complete_mapping("Column of A=sta") == ["Column of A=stance", "Column of A=state"]
    assert completion.complete_mapping("Column") == []
