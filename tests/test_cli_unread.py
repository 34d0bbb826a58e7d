"""Talks that hold an error or may not be read, among others: told, and the others are shown."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.calling import FAULTY, call, write


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
