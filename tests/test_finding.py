"""What a reference points at: names, paths, rounds, and what is taken where nothing is named."""

from pathlib import Path

import pytest

from negmatrix.finding.lost import LostError
from negmatrix.finding.references import find_one_talks, find_talks
from tests.calling import call, names, write


def test_nothing_named_means_the_variable_then_here_then_data(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LostError, match=r"there is no talks here, nor in \./data"):
        names()
    write(here / "data" / "far.yaml")
    assert names() == ["data/far.yaml"]
    write(here / "near.yaml")
    write(here / "other.yaml", "notes: none\n")
    assert names() == ["near.yaml"]
    monkeypatch.setenv("NEGMATRIX_TALKS", "data")
    assert names() == ["data/far.yaml"]
    assert call("list").err == "using data/far.yaml\n"
    assert names("near") == ["near.yaml"]


def test_a_file_that_is_not_there(here: Path) -> None:
    with pytest.raises(LostError, match=r"there is no file or talks 'a\.yaml'\nno talks is here or in \./data"):
        find_talks("a.yaml")
    write(here / "data" / "paris.yaml")
    write(here / "other" / "rome.yaml")
    for named, meant in (
        ("data/pari.yaml", "data/paris.yaml"),
        ("other/rom.yaml", "other/rome.yaml"),
        ("pari", "paris"),
    ):
        with pytest.raises(LostError, match=f"there is no file or talks '{named}'; did you mean '{meant}'"):
            find_talks(named)


def test_the_variable_names_talks_and_no_round(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here / "t.yaml")
    monkeypatch.setenv("NEGMATRIX_TALKS", "@1")
    with pytest.raises(LostError, match="NEGMATRIX_TALKS is '@1', a round: name the talks"):
        names()


def test_one_round_is_named(here: Path) -> None:
    write(here / "t.yaml")
    with pytest.raises(LostError, match="'t@1@2' names two rounds: name one"):
        names("t@1@2")


def test_the_folder_that_one_stands_in_may_be_the_talks(here: Path) -> None:
    write(here / "talks.yaml")
    assert names() == ["."]
    assert call("list").err == "using .\n"


def test_one_talks_is_needed(here: Path) -> None:
    write(here / "a.yaml")
    assert find_one_talks(None).name == "a.yaml"
    write(here / "b.yaml")
    with pytest.raises(LostError, match=r"one talks is needed, and 2 were found: a\.yaml, b\.yaml\nname one of them"):
        find_one_talks(None)
    assert find_one_talks("a").name == "a.yaml"


def test_a_name_is_a_stem_or_a_folder_and_must_be_the_only_one(here: Path) -> None:
    write(here / "a.yaml")
    write(here / "data" / "a.yml")
    write(here / "data" / "harbour" / "talks.yaml")
    assert names("harbour") == ["data/harbour"]
    with pytest.raises(LostError, match=r"several talks are called 'a': a\.yaml, data/a\.yml"):
        names("a")


@pytest.mark.parametrize(
    "name",
    [
        "a@b.yaml",
        "a:b.yaml",
        "HEAD:x.yaml",
        "with space.yaml",
        "new\nline.yaml",
        "esc\x1b[31m.yaml",
        "-x.yaml",
        "x\udcff.yaml",
    ],
)
def test_any_file_name_serves(here: Path, name: str) -> None:
    write(here / name)
    done = call("show", f"./{name}")
    assert done.code == 0
    listed = call("check")
    assert "\x1b" not in listed.out + listed.err + call("show").err
    assert listed.code == 0


def test_an_existing_path_wins_over_a_round(here: Path) -> None:
    write(here / "t@r")
    assert find_talks("t@r")[0].round is None
    write(here / "t.yaml")
    assert find_talks("t.yaml@12:30")[0].round == "12:30"
