"""`negmatrix import`: the talks to standard output or a file, what was understood to standard error, nothing lost."""

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from calling import call, write

TABLE = "Issue,Position of A,Position of B\nQuota,40,70\nInspectors,own,joint\n"
PAGE = "| Issue | Position of A |\n|---|---|\n| Quota | own |\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "in.csv", TABLE)
    return tmp_path


def test_the_talks_are_on_stdout_and_what_was_understood_on_stderr() -> None:
    done = call("import", "in.csv")
    assert done.code == 0
    assert done.out.startswith("# Imported from in.csv: 2 issues, 2 parties, 4 positions.\n")
    assert "\n  quota:\n    a: 40\n    b: 70\n" in done.out
    assert "parties from the columns 'Position of A' as 'A', 'Position of B' as 'B'\n" in done.err
    assert "left to code: 'Inspectors' in words only" in done.err


def test_a_file_gets_what_stdout_would(here: Path) -> None:
    done = call("import", "in.csv", "-o", "talks.yaml")
    assert (done.code, done.out) == (0, "")
    assert (here / "talks.yaml").read_text(encoding="utf-8") == call("import", "in.csv").out
    assert call("check", "talks.yaml").code == 0


def test_a_file_that_is_there_is_written_over_only_with_force(here: Path) -> None:
    write(here / "talks.yaml", "kept")
    refused = call("import", "in.csv", "-o", "talks.yaml")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "negmatrix: 'talks.yaml' is there already: --force writes over it\n"
    assert (here / "talks.yaml").read_text() == "kept"
    assert call("import", "in.csv", "-o", "talks.yaml", "--force").code == 0
    assert (here / "talks.yaml").read_text(encoding="utf-8").startswith("# Imported")


def test_standard_input_is_taken_by_its_looks_or_by_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    def give(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))

    give(TABLE)
    assert call("import", "-").out.startswith("# Imported from standard input: 2 issues")
    give(PAGE)
    assert "\n    a: own\n" in call("import", "-", "--kind", "markdown").out
    give(PAGE.replace("|", "\t"))
    assert call("import", "-", "--kind", "html").code == 2


def test_what_one_says_beside_the_file_is_heard() -> None:
    done = call("import", "in.csv", "--title", "Fishing: a quota", "--map", "Position of B=note", "--table", "1")
    assert "talks: 'Fishing: a quota'\n" in done.out
    assert "parties:\n  a: A\n\n" in done.out
    assert "'Position of B' as" not in done.err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["none.csv"], "'none.csv' cannot be read: No such file or directory"),
        (["in.csv", "--kind", "pdf"], "there is no kind 'pdf'\n  known: csv, tsv, xlsx, markdown, html"),
        (["in.csv", "--kind", "htm"], "there is no kind 'htm'; did you mean 'html'?"),
        (["in.csv", "--map", "Quota"], "'Quota' does not map a column: expected COLUMN=FIELD"),
        (["in.csv", "--table", "3"], "there is no table 3\n  tables found:\n"),
        (["in.csv", "--table", "0"], "--table: '0' is not a whole number of at least 1"),
        (["in.csv", "-o", "none/talks.yaml"], "the folder 'none' does not exist"),
    ],
)
def test_what_cannot_be_imported_is_told(words: list[str], sentence: str) -> None:
    done = call("import", *words)
    assert (done.code, done.out) == (2, "")
    assert f"negmatrix: {sentence}" in done.err
