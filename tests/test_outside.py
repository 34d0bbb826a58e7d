"""The outside world: for what can go wrong around a call, what it says and its exit code.

Closed and full outputs, encodings, widths, colours and the TAB key are in test_cli_streams.py; files that cannot be
written in test_writing.py; what git lacks in test_finding_revisions.py; calls that are cut short in test_outside_cut.py.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.calling import SOURCED, process, write
from tests.repositories import commit, git, remove_object


class Case(NamedTuple):
    """What is done to the folder before, the words and the environment of the call, and what must come of it."""

    words: str
    code: int
    told: str = ""
    shown: str = ""
    before: Callable[[Path], object] = str
    variables: dict[str, str] = {}  # noqa: RUF012 - never changed


def link(name: str, target: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).symlink_to(target)


def read_only(folder: Path) -> None:
    write(folder / "old.md", "old").chmod(0o444)


def many(folder: Path) -> None:
    for number in range(5000):
        (folder / f"{number}.yaml").write_bytes(b"other: x\n")


def hostile_refs(folder: Path) -> None:
    commit(folder, "t.yaml")
    git("update-ref", "refs/heads/--output=x", "HEAD", cwd=folder)
    git("update-ref", "refs/tags/-c", "HEAD", cwd=folder)


def missing_object(folder: Path) -> None:
    write(folder / "f" / "talks.yaml", "talks: X\nparties: [a]\nissues: [x]\n")
    commit(folder, "f")
    remove_object(folder, "HEAD:f/talks.yaml")


CASES = {
    "a loop of links is no file": Case("show loop.yaml", 2, "there is no file or talks 'loop.yaml'", before=link("loop.yaml", "loop.yaml")),
    "a folder with a loop in it": Case("show .", 0, shown="Small", before=link("round.yaml", "round.yaml")),
    "a FIFO nobody writes to": Case("show p.yaml", 2, "'p.yaml' is not a regular file", before=lambda folder: os.mkfifo(folder / "p.yaml")),
    "a FIFO in the folder": Case("show", 0, "using t.yaml", "Small", before=lambda folder: os.mkfifo(folder / "p.yaml")),
    "nothing at all": Case("check /dev/null", 1, shown="empty-file"),
    "an endless device": Case("check /dev/zero", 1, shown="too-large"),
    "5,000 other files": Case("show t", 0, shown="Small", before=many),
    "no TERM": Case("show t.yaml", 0, shown="Small", variables={"TERM": ""}),
    "one column": Case("show t.yaml", 0, shown="S", variables={"COLUMNS": "1"}),
    "10,000 columns": Case("show t.yaml", 0, shown="Small", variables={"COLUMNS": "10000"}),
    "a width past all bounds": Case("show t.yaml --width 99999999999999", 0, shown="Small"),
    "no home": Case("show t.yaml", 0, shown="Small", variables={"HOME": "/nonexistent/home"}),
    "ASCII": Case("show t.yaml", 0, shown="Small", variables={"PYTHONIOENCODING": "ascii"}),
    "Windows' letters": Case("show t.yaml", 0, shown="Small", variables={"PYTHONIOENCODING": "cp1252"}),
    "a round alone as the default": Case("show", 2, "NEGMATRIX_TALKS is '@x', a round: name the talks", variables={"NEGMATRIX_TALKS": "@x"}),
    "a default that is not there": Case("show", 2, "there is no file or talks 'x'", variables={"NEGMATRIX_TALKS": "x"}),
    "thousands of rounds": Case("show " + "x" + "@a" * 3000, 2, "names two rounds: name one"),
    "a name of three lines": Case("show x\n::error::x\ny", 2, "negmatrix: git has no 'x\\n::error::x\\ny': "),
    "a name like a workflow's command": Case("check -f github ::stop-commands::x.yaml", 0, "1 talks: 1 note", before=lambda folder: write(folder / "::stop-commands::x.yaml", SOURCED)),
    "a cut that is no number": Case("pairs t.yaml --cut nan", 2, "--cut"),
    "a question of no shell": Case("", 2, variables={"_NEGMATRIX_COMPLETE": "complete_bash", "COMP_CWORD": "x"}),
    "over what was read": Case("show t.yaml -o t.yaml -f markdown", 2, "'t.yaml' is a talks that was read"),
    "over what was read, by a hard link": Case("show t.yaml -o h.md", 2, "'h.md' is a talks that was read", before=lambda folder: (folder / "h.md").hardlink_to(folder / "t.yaml")),
    "through a link": Case("show t.yaml -o l.md", 2, "'l.md' is a link to '../else.md': --force writes to where it leads", before=link("l.md", "../else.md")),
    "an import through a link": Case("import t.csv -o l.yaml", 2, "'l.yaml' is a link", before=link("l.yaml", "../else.yaml")),
    "a schema through a link": Case("schema -o l.json", 2, "'l.json' is a link", before=link("l.json", "../else.json")),
    "to a loop of links": Case("show t.yaml -o loop.md", 2, "'loop.md' cannot be written: Too many levels", before=link("loop.md", "loop.md")),
    "over a read-only file": Case("show t.yaml -o old.md", 2, "'old.md' is read-only", before=read_only),
    "over a read-only file by force": Case("show t.yaml -o old.md --force", 0, before=read_only),
    "to standard output as a file": Case("show t.yaml -o /dev/stdout -f markdown", 2, "'/dev/stdout' is a link"),
    "the same by force": Case("show t.yaml -o /dev/stdout -f markdown --force", 0, shown="# Small"),
    "to a FIFO": Case("show t.yaml -o p.md", 2, "'p.md' is not a regular file", before=lambda folder: os.mkfifo(folder / "p.md")),
    "to a full device": Case("show t.yaml -o /dev/full -f json --force", 2, "'/dev/full' cannot be written: No space left on device"),
    "a workbook to a full device": Case("show t.yaml -o /dev/full -f xlsx --force", 2, "'/dev/full' cannot be written: No space left on device"),
    "to a folder": Case("show t.yaml -o . -f json", 2, "'.' is a folder"),
    "to a folder that is not there": Case("show t.yaml -o no/x.md", 2, "negmatrix: the folder 'no' does not exist"),
    "to a name past all bounds": Case(f"show t.yaml -o {'x' * 300}.md", 2, "cannot be written: File name too long"),
    "to the longest name there is": Case(f"show t.yaml -o {'漢' * 84}.md", 0),
    "a ref like an option": Case("show -- --output=x:t.yaml", 2, "'--output=x' is not a git revision", before=hostile_refs),
    "the same by its whole name": Case("show refs/heads/--output=x:t.yaml", 0, shown="Small", before=hostile_refs),
    "an object that is missing": Case("show HEAD:f", 2, "git has no 'HEAD:f': the object of 'talks.yaml' is missing", before=missing_object),
    "a path like an option": Case("git-diff -h t.yaml 0 0 /dev/null 0 0", 0, shown="deleted file -h"),
    "a path of two dashes": Case("git-diff -- -- t.yaml 0 0 /dev/null 0 0", 0, shown="deleted file --"),
    "git-diff of folders": Case("git-diff x / 0 0 /dev 0 0", 0, shown="'/' is not a regular file"),
    "git-diff of what is gone": Case("git-diff x no 0 0 none 0 0", 0, shown="cannot be read"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_outside_world(folder: Path, case: Case) -> None:
    case.before(folder)
    before = {path: path.lstat().st_mtime_ns for path in folder.parent.iterdir()}
    done = process(*case.words.split(" "), cwd=folder, env=case.variables)
    assert (done.code, case.told in done.err, case.shown in done.out) == (case.code, True, True), done
    assert "Traceback" not in done.err
    assert set(folder.parent.iterdir()) == set(before)
    assert not list(folder.glob(".negmatrix-*"))
