"""`negmatrix import`: the talks to standard output or a file, what was understood to standard error, nothing lost."""

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.calling import call, write

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
    give(PAGE)
    assert "\n    a: own\n" in call("import", "-", "--kind", "md").out
    give(" ")
    assert call("import", "-").err.startswith("negmatrix: there is nothing in standard input: expected a table")
    give(PAGE.replace("|", "\t"))
    assert call("import", "-", "--kind", "html").code == 2


TALKS = "talks: Quota\nparties: [a, b]\nissues: {i: {title: I, range: [0, 10]}}\npositions: {i: {a: 1, b: 2}}\n"


@pytest.mark.parametrize(
    "text",
    [TALKS, f"# comment, with a comma\n---\n\n{TALKS}", "parties: [a, b]\n" + TALKS, '{"talks": "T", "parties": ["a"]}',
     "\ufeff" + TALKS, TALKS.replace("talks", '"talks"')],
)  # fmt: skip
def test_talks_in_yaml_from_standard_input_are_no_table(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    done = call("import", "-")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "negmatrix: standard input is talks in YAML already\n  'negmatrix check -' tells what is wrong with them\n"
    )


def test_talks_in_a_text_file_are_no_table(here: Path) -> None:
    (here / "quota.txt").write_text(TALKS, encoding="utf-8")
    assert "'quota.txt' is talks in YAML already\n" in call("import", "quota.txt").err


@pytest.mark.parametrize("text", ["Issue,A,B\ntalks: money,1,2\nOther,2,3\n", PAGE.replace("#", "talks: T\n\n#", 1)])
def test_a_table_that_speaks_of_talks_is_one(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    assert call("import", "-").code == 0


@pytest.mark.parametrize(("kind", "name"), [("md", "a.csv"), ("MD", "a.html"), ("Markdown", "a")])
def test_a_kind_goes_by_its_endings_too(kind: str, name: str, here: Path) -> None:
    (here / name).write_text(PAGE, encoding="utf-8")
    assert "\n    a: own\n" in call("import", name, "--kind", kind).out


def test_pages_are_html_by_either_ending(here: Path) -> None:
    table = "<table><tr><th>Issue<th>A<th>B<tr><td>Fleet<td>own<td>joint</table>"
    (here / "a.txt").write_text(table, encoding="utf-8")
    assert call("import", "a.txt", "--kind", "htm").out == call("import", "a.txt", "--kind", "html").out != ""


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
        (["in.csv", "--kind", "htlm"], "there is no kind 'htlm'; did you mean 'html'?"),
        (["in.csv", "--kind", "txt"], "there is no kind 'txt'"),
        (["in.csv", "--map", "Quota"], "'Quota' does not map a column: expected COLUMN=FIELD"),
        (["in.csv", "--table", "3"], "there is no table 3\n  tables found:\n"),
        (["in.csv", "--table", "0"], "--table: '0' is not a whole number of at least 1"),
        (["in.csv", "--sheet", "1"], "--sheet is for workbooks (xlsx), not for csv"),
        (["in.csv", "--sheet", "1", "--kind", "md"], "--sheet is for workbooks (xlsx), not for markdown"),
        (["in.csv", "-o", "none/talks.yaml"], "the folder 'none' does not exist"),
    ],
)
def test_what_cannot_be_imported_is_told(words: list[str], sentence: str) -> None:
    done = call("import", *words)
    assert (done.code, done.out) == (2, "")
    assert f"negmatrix: {sentence}" in done.err
