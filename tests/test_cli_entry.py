"""The way in and the way out: as a program, as a module, interrupted, with outputs that take nothing, asked by the TAB key."""

import errno
import gc
import json
import os
import runpy
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from negmatrix.cli import completion, entry, main
from tests.calling import LONG, ROOT, process, write


def test_the_package_can_be_named(here: Path) -> None:
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
    write(here / "long.yaml", LONG)
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


def test_an_interrupt_that_cannot_be_raised_ends_the_call(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any other fault of that kind is told as Python tells it."""
    heard: list[object] = []
    monkeypatch.setattr(os, "_exit", heard.append)
    monkeypatch.setattr(sys, "__unraisablehook__", lambda fault: heard.append(fault.exc_type))
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(gc, "disable", lambda: None)
    monkeypatch.setattr(sys, "argv", ["negmatrix", "--version"])
    with pytest.raises(SystemExit):
        main()
    sys.unraisablehook(SimpleNamespace(exc_type=ValueError))  # type: ignore[arg-type]  # no more is asked of it
    assert heard == [ValueError]
    sys.unraisablehook(SimpleNamespace(exc_type=KeyboardInterrupt))  # type: ignore[arg-type]  # no more is asked of it
    assert heard[1] == 130
