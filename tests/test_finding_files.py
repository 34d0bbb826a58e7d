"""Files and folders of talks, standard input, and all that may be amiss there."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from negmatrix.finding import files
from negmatrix.finding.lost import LostError
from negmatrix.finding.references import find_talks
from tests.calling import SMALL, call, names, process, refuse, write


def test_a_folder_talks_is_all_yaml_below_it(here: Path) -> None:
    write(here / "t" / "talks.yaml", "talks: T\nparties: [a, b]\n")
    write(here / "t" / "deep" / "issues.yml", "issues: {i: {title: I, range: [0, 10]}}\n")
    write(here / "t" / ".hidden.yaml", "nonsense")
    write(here / "t" / "notes.txt", "nonsense")
    assert [str(path) for path in find_talks("t")[0].paths] == ["t/deep/issues.yml", "t/talks.yaml"]
    assert call("check", "t").code == 0


def test_what_two_files_give_shows_both_places(here: Path) -> None:
    write(here / "t" / "talks.yaml", SMALL + "about: x\n")
    write(here / "t" / "zz.yaml", "about: y\nparties: {a: A}\n")
    done = call("check", "t")
    assert done.code == 1
    assert "t/zz.yaml:1:1: error: 'about' is given twice [repeated-key]" in done.out
    assert "t/zz.yaml:2:11: error: 'a' is given twice [repeated-key]" in done.out
    assert "::: t/talks.yaml:5:1" in done.out
    assert "::: t/talks.yaml:2:11" in done.out


@pytest.mark.parametrize(
    "part", ["*parties\n", "[a, b]\n", "{" + "a," * 10_001 + "}\n"], ids=["alias", "list", "crowd"]
)
def test_what_a_refused_file_of_a_folder_may_hold_is_not_missed(here: Path, part: str) -> None:
    write(
        here / "t" / "talks.yaml", "talks: T\nissues: {i: {title: I, range: [0, 10]}}\npositions: {i: {a: 1, b: 2}}\n"
    )
    write(here / "t" / "a.yaml", part)
    done = call("check", "t", "--format", "concise")
    assert done.out.count("\n") == 2, done.out
    assert done.out.startswith("t/a.yaml:1:1: error: ")


def test_folders_without_talks_without_end_and_without_bottom(here: Path) -> None:
    (here / "empty").mkdir()
    with pytest.raises(LostError, match="the folder 'empty' holds no talks"):
        names("empty")
    write(here / "t" / "talks.yaml")
    (here / "t" / "loop").symlink_to(here / "t")
    (here / "t" / "circle.yaml").symlink_to("circle.yaml")
    deep = here / "t"
    for _ in range(900):
        deep /= "d"
    deep.mkdir(parents=True)
    assert [str(path) for path in find_talks("t")[0].paths] == ["t/talks.yaml"]


def test_as_many_files_as_a_talks_may_have_are_read_and_one_more_is_not(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here / "t" / "talks.yaml")
    for number in range(499):
        (here / "t" / f"{number}.yaml").write_bytes(b"sources: {}\n")
    monkeypatch.setattr(files, "MAX_FILES", 500)
    assert len(find_talks("t")[0].paths) == 500
    write(here / "t" / "one-more.yaml", "sources: {}\n")
    with pytest.raises(LostError, match="'t' holds more than 500 files"):
        find_talks("t")


def test_special_files(here: Path) -> None:
    os.mkfifo(here / "pipe.yaml")
    assert call("check", "pipe.yaml").err == "negmatrix: 'pipe.yaml' is not a regular file\n"
    assert "there is nothing in this file [empty-file]" in call("check", "/dev/null").out
    assert "larger than 64 MB" in call("check", "/dev/zero").out
    write(here / "t.yaml")
    assert names() == ["t.yaml"]


def test_a_file_of_65_mb_is_too_large(here: Path) -> None:
    with (here / "t.yaml").open("wb") as file:
        file.write(b"talks: x\n")
        file.truncate(65 * 1024 * 1024)
    done = call("check", "t.yaml")
    assert (done.code, done.out.splitlines()[0]) == (1, "t.yaml:1:1: error: this file is larger than 64 MB [too-large]")


@pytest.mark.parametrize(
    ("owner", "deed", "named", "told"),
    [
        (os, "scandir", "t", "the folder 't' cannot be read: Permission denied"),
        (Path, "open", "t", r"'t/talks\.yaml' cannot be read: Permission denied"),
        (Path, "is_file", "t", "the folder 't' cannot be read: Permission denied"),
        (Path, "exists", "t/", "there is no file or talks 't/'"),
    ],
    ids=lambda one: one if isinstance(one, str) else None,
)
def test_what_may_not_be_read_is_told(
    here: Path, monkeypatch: pytest.MonkeyPatch, owner: object, deed: str, named: str, told: str
) -> None:
    write(here / "t" / "talks.yaml")
    with monkeypatch.context() as patch:
        patch.setattr(owner, deed, refuse)
        with pytest.raises(LostError, match=told):
            find_talks(named)


def test_a_file_that_vanishes_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here / "t" / "talks.yaml")
    monkeypatch.setattr(files, "_walk", lambda _: iter([Path("t/gone.yaml")]))
    with pytest.raises(LostError, match=r"gone.yaml' cannot be read: No such file or directory"):
        find_talks("t")


def test_standard_input(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = process("check", "-", cwd=here, input=SMALL.encode())
    assert (done.code, done.out.splitlines()[-1]) == (0, "standard input: 2 notes")
    assert process("show", "-", "--round", "1", cwd=here, input=SMALL.encode()).out.startswith("Small")
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(LostError, match="standard input is closed"):
        find_talks("-")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=SimpleNamespace(read1=refuse)))
    with pytest.raises(LostError, match="standard input cannot be read: Permission denied"):
        find_talks("-")
