"""How a call ends where streams, folders and options are not as usual."""

import json
import os
import sys
from pathlib import Path

import pytest

from negmatrix.cli import main
from tests.calling import SMALL, call, write


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "t.yaml")
    return tmp_path


def leave(monkeypatch: pytest.MonkeyPatch, *words: str) -> object:
    """The code with which the program ends, called in this process as by a shell."""
    monkeypatch.setattr(sys, "argv", ["negmatrix", *words])
    monkeypatch.setattr("gc.disable", lambda: None)
    with pytest.raises(SystemExit) as left:
        main()
    return left.value.code


def test_who_closes_standard_error_gets_the_exit_code_all_the_same(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert leave(monkeypatch, "show", "missing") == 2
    sys.stderr.close()


def test_a_complaint_that_nobody_hears_ends_as_any(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard, said = os.pipe()
    os.close(heard)
    with os.fdopen(said, "w") as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        assert leave(monkeypatch, "show", "missing") == 2


def test_completions_that_nobody_hears_are_no_fault(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"_NEGMATRIX_COMPLETE": "complete_bash", "COMP_WORDS": "negmatrix sh", "COMP_CWORD": "1"}
    for name, value in asked.items():
        monkeypatch.setenv(name, value)
    heard, said = os.pipe()
    os.close(heard)
    with os.fdopen(said, "w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert leave(monkeypatch) == 0


def test_several_talks_stand_apart_by_an_empty_line(here: Path) -> None:
    write(here / "u.yaml", SMALL.replace("Small", "Other"))
    shown = call("show", "t.yaml", "u.yaml", "--width", "80").out
    one, other = (call("show", name, "--width", "80").out for name in ("t.yaml", "u.yaml"))
    assert shown == f"{one}\n{other}"


def test_no_number_is_no_disagreement(here: Path) -> None:
    assert call("pairs", "t.yaml", "--cut", "nan") == (2, "", "negmatrix: --cut is a disagreement, from 0 to 1\n")


def test_a_check_in_a_folder_that_is_gone_names_files_from_the_root(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = here / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    done = call("check", "--format", "sarif", here / "t.yaml")
    assert (done.code, done.err) == (0, "")
    (place,) = {
        one["physicalLocation"]["artifactLocation"]["uri"]
        for one in json.loads(done.out)["runs"][0]["results"][0]["locations"]
    }
    assert place == str(here / "t.yaml").removeprefix("/")


def test_a_read_only_file_is_written_over_by_force_alone(here: Path) -> None:
    kept = write(here / "kept.txt", "kept")
    kept.chmod(0o444)
    refused = call("show", "t.yaml", "-o", "kept.txt")
    assert refused == (2, "", "negmatrix: 'kept.txt' is read-only: --force writes over it all the same\n")
    assert kept.read_text() == "kept"
    assert call("show", "t.yaml", "-o", "kept.txt", "--force").code == 0
    assert kept.read_text() != "kept"
