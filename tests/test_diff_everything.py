"""Two files that differ in nearly all that can differ, compared both ways from the command line, and shown in each format."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.calling import call

SHOWN = Path(__file__).parent / "cases" / "shown"
FILES = ("harbour-before.yaml", "harbour-after.yaml")


@pytest.fixture(autouse=True)
def in_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SHOWN)


@pytest.mark.parametrize(("name", "files"), [("harbour-there", FILES), ("harbour-back", FILES[::-1])])
def test_all_that_changed_is_told_in_order(name: str, files: tuple[str, str], regenerate: bool) -> None:
    done = call("diff", *files, "--width", "100")
    assert done.code == 0
    expected = SHOWN / f"{name}.txt"
    if regenerate:
        expected.write_text(done.out, encoding="utf-8")
    assert done.out == expected.read_text(encoding="utf-8")


def test_there_and_back_moves_the_same_way_round() -> None:
    there, back = (
        {
            (change["issue"], change["party"]): (change["before"], change["after"])
            for change in json.loads(call("diff", *files, "-f", "json").out)["changes"]
            if change["kind"] == "moved"
        }
        for files in (FILES, FILES[::-1])
    )
    assert there
    assert there == {key: (after, before) for key, (before, after) in back.items()}


def test_two_talks_are_two_documents_of_a_page_and_of_markdown(tmp_path: Path) -> None:
    markdown = call("show", *FILES, "-f", "markdown").out
    assert [line[:9] for line in markdown.splitlines() if line.startswith("# ")] == ["# Harbour"] * 2
    page = call("show", *FILES, "-f", "html").out
    assert page.count("<article") == 2
    assert "<title>Talks</title>" in page


def test_tidy_rows_are_of_every_round_or_of_the_one_that_is_named() -> None:
    def rounds(*words: str) -> list[str]:
        rows = csv.DictReader(io.StringIO(call("show", "harbour.yaml", *words, "--tidy").out, newline=""))
        return list(dict.fromkeys(row["round"] for row in rows))

    every = rounds()
    assert len(every) > 1
    assert rounds("--round", every[0]) == [every[0]]
    assert rounds("--round", "-1") == [every[-1]]


def test_a_report_is_markdown_unless_something_else_is_said(tmp_path: Path) -> None:
    assert call("export", FILES[0]).out.startswith("# Harbour, invented")
    assert call("export", FILES[0], "-f", "terminal").out.startswith("Harbour, invented")
    assert call("export", FILES[0], "-o", tmp_path / "x.html").code == 0
    assert (tmp_path / "x.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert call("export", FILES[0], "--tidy").out.startswith("talks,round,")
