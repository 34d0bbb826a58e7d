"""The outside world: for what can go wrong around a call, what it says and its exit code.

Closed and full outputs, closed pipes, interrupted reading, encodings, widths, colours and the TAB key are in
test_cli_streams.py; files that cannot be written in test_writing.py; what git lacks in test_finding.py.
"""

import os
import resource
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from calling import COMMAND, SMALL, SOURCED, call, environment, process, write

EVERY = [
    "show t.yaml", "issue i t.yaml", "compare a b t.yaml", "diff t.yaml t.yaml", "history t.yaml", "pairs t.yaml",
    "trades t.yaml", "proposals t.yaml", "check t.yaml", "list t.yaml", "export t.yaml", "import t.csv", "explain",
    "schema", "git-diff t.yaml t.yaml 0 0 t.yaml 0 0", "--help",
]  # fmt: skip
FORMS = ["markdown", "html", "csv", "json"]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    write(tmp_path / "t.yaml")
    write(tmp_path / "t.csv", "Issue,a,b\nPay,1,2\n")
    return tmp_path


def git(*arguments: str, cwd: Path) -> None:
    names = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *names, *arguments], cwd=cwd, check=True, capture_output=True)


def commit(here: Path) -> None:
    git("init", "-q", cwd=here)
    git("add", "t.yaml", cwd=here)
    git("commit", "-qm", "x", cwd=here)


class Case(NamedTuple):
    """What is done to the folder before, the words and the environment of the call, and what must come of it."""

    words: str
    code: int
    told: str = ""
    shown: str = ""
    before: Callable[[Path], object] = str
    variables: dict[str, str] = {}  # noqa: RUF012 - never changed


def link(name: str, target: str) -> Callable[[Path], object]:
    return lambda here: (here / name).symlink_to(target)


def read_only(here: Path) -> None:
    write(here / "old.md", "old").chmod(0o444)


def many(here: Path) -> None:
    for number in range(5000):
        (here / f"{number}.yaml").write_bytes(b"other: x\n")


def hostile_refs(here: Path) -> None:
    commit(here)
    git("update-ref", "refs/heads/--output=x", "HEAD", cwd=here)
    git("update-ref", "refs/tags/-c", "HEAD", cwd=here)


def missing_object(here: Path) -> None:
    write(here / "f" / "talks.yaml", "talks: X\nparties: [a]\nissues: [x]\n")
    git("init", "-q", cwd=here)
    git("add", "f", cwd=here)
    git("commit", "-qm", "x", cwd=here)
    found = subprocess.run(
        ["git", "rev-parse", "HEAD:f/talks.yaml"], cwd=here, capture_output=True, text=True, check=True
    )
    name = found.stdout.strip()
    (here / ".git" / "objects" / name[:2] / name[2:]).unlink()


CASES = {
    "a loop of links is no file": Case("show loop.yaml", 2, "there is no file or talks 'loop.yaml'", before=link("loop.yaml", "loop.yaml")),
    "a folder with a loop in it": Case("show .", 0, shown="Small", before=link("round.yaml", "round.yaml")),
    "a FIFO nobody writes to": Case("show p.yaml", 2, "'p.yaml' is not a regular file", before=lambda here: os.mkfifo(here / "p.yaml")),
    "a FIFO in the folder": Case("show", 0, "using t.yaml", "Small", before=lambda here: os.mkfifo(here / "p.yaml")),
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
    "a name like a workflow's command": Case("check -f github ::stop-commands::x.yaml", 0, "1 talks: 1 note", before=lambda here: write(here / "::stop-commands::x.yaml", SOURCED)),
    "a cut that is no number": Case("pairs t.yaml --cut nan", 2, "--cut"),
    "a question of no shell": Case("", 2, variables={"_NEGMATRIX_COMPLETE": "complete_bash", "COMP_CWORD": "x"}),
    "over what was read": Case("show t.yaml -o t.yaml -f markdown", 2, "'t.yaml' is a talks that was read"),
    "over what was read, by a hard link": Case("show t.yaml -o h.md", 2, "'h.md' is a talks that was read", before=lambda here: (here / "h.md").hardlink_to(here / "t.yaml")),
    "through a link": Case("show t.yaml -o l.md", 2, "'l.md' is a link to '../else.md': --force writes to where it leads", before=link("l.md", "../else.md")),
    "an import through a link": Case("import t.csv -o l.yaml", 2, "'l.yaml' is a link", before=link("l.yaml", "../else.yaml")),
    "a schema through a link": Case("schema -o l.json", 2, "'l.json' is a link", before=link("l.json", "../else.json")),
    "to a loop of links": Case("show t.yaml -o loop.md", 2, "'loop.md' cannot be written: Too many levels", before=link("loop.md", "loop.md")),
    "over a read-only file": Case("show t.yaml -o old.md", 2, "'old.md' is read-only", before=read_only),
    "over a read-only file by force": Case("show t.yaml -o old.md --force", 0, before=read_only),
    "to standard output as a file": Case("show t.yaml -o /dev/stdout -f markdown", 2, "'/dev/stdout' is a link"),
    "the same by force": Case("show t.yaml -o /dev/stdout -f markdown --force", 0, shown="# Small"),
    "to a FIFO": Case("show t.yaml -o p.md", 2, "'p.md' is not a regular file", before=lambda here: os.mkfifo(here / "p.md")),
    "to a full device": Case("show t.yaml -o /dev/full -f json --force", 2, "'/dev/full' cannot be written: No space left on device"),
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
def test_the_outside_world(here: Path, case: Case) -> None:
    case.before(here)
    before = {path: path.lstat().st_mtime_ns for path in here.parent.iterdir()}
    done = process(*case.words.split(" "), cwd=here, env=case.variables)
    assert (done.code, case.told in done.err, case.shown in done.out) == (case.code, True, True), done
    assert "Traceback" not in done.err
    assert set(here.parent.iterdir()) == set(before)
    assert not list(here.glob(".negmatrix-*"))


@pytest.mark.parametrize("words", EVERY)
@pytest.mark.parametrize("count", [0, 100])
def test_who_closes_the_pipe_is_no_fault(here: Path, words: str, count: int) -> None:
    """At the first byte, and further on."""
    with subprocess.Popen(
        [*COMMAND, *words.split()], cwd=here, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as reader:
        assert reader.stdout
        assert reader.stderr
        reader.stdout.read(count)
        reader.stdout.close()
        told = reader.stderr.read().decode()
        assert reader.wait(20) == 0
    assert "Traceback" not in told
    assert "cannot write" not in told


INTERRUPTED = """
import atexit, signal, sys
from negmatrix.cli import main
signal.signal(signal.SIGALRM, signal.default_int_handler)
atexit.register(signal.setitimer, signal.ITIMER_REAL, 0)
signal.setitimer(signal.ITIMER_REAL, float(sys.argv.pop(1)))
main()
"""
"""An alarm stands for Ctrl-C: it rings at a time that is counted from our first line."""


@pytest.mark.parametrize("words", EVERY)
def test_an_interrupt_ends_every_command(here: Path, words: str) -> None:
    """From our first line on, while modules load and results are written: 130, and not a word of where it was."""
    for delay in ("0.01", "0.05", "0.15"):
        command = [sys.executable, "-c", INTERRUPTED, delay, *words.split()]
        done = subprocess.run(command, cwd=here, env=environment(), capture_output=True, check=False, timeout=30)
        assert done.returncode in (0, 130), done
        assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("form", FORMS)
def test_a_full_disk_leaves_the_old_file(here: Path, form: str) -> None:
    """A limit on the size of files stands for a disk that is full."""
    write(here / "old.out", "old")
    done = process("export", "t.yaml", "-f", form, "-o", "old.out", cwd=here, env=NO_CACHE, preexec_fn=limit_files)
    assert (done.code, done.err) == (2, "negmatrix: 'old.out' cannot be written: File too large\n")
    assert sorted(path.name for path in here.iterdir()) == ["old.out", "t.csv", "t.yaml"]
    assert (here / "old.out").read_text() == "old"


NO_CACHE = {"PYTHONDONTWRITEBYTECODE": "1"}
"""Python would leave the half of what it compiled."""


def limit_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16))


def test_a_read_only_folder(here: Path) -> None:
    """Asked as nobody where we are somebody who may write anywhere."""
    assert call("show", here / "t.yaml", "-o", here / "x.md").code == 0  # loads what nobody may not be able to
    (here / "locked").mkdir(mode=0o555)
    for folder in (here, *here.parents[:3]):
        if folder.stat().st_uid == os.geteuid():
            folder.chmod(folder.stat().st_mode | 0o055)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        done = call("show", here / "t.yaml", "-o", here / "locked" / "x.md")
    finally:
        os.seteuid(user)
    assert (done.code, done.err) == (2, f"negmatrix: '{here}/locked/x.md' cannot be written: Permission denied\n")
    assert not list((here / "locked").iterdir())


def test_a_work_tree_that_belongs_to_somebody_else(here: Path) -> None:
    """What git answers where a tree's owner is not who asks, which its own variable for tests lets us play."""
    commit(here)
    done = process("show", "HEAD:t.yaml", cwd=here, env={"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1", "HOME": str(here)})
    assert done.code == 2
    assert "git has no 'HEAD:t.yaml': detected dubious ownership in repository" in done.err


def test_a_filter_of_a_hostile_repository_is_not_run(here: Path) -> None:
    git("init", "-q", cwd=here)
    write(here / ".gitattributes", "* filter=evil diff=evil\n")
    for name in ("filter.evil.clean", "filter.evil.smudge", "diff.evil.textconv", "diff.external", "core.pager"):
        git("config", name, f"touch {here}/ran; cat", cwd=here)
    write(here / "old.txt", "a\n")
    write(here / "new.txt", "b\n")
    done = process("git-diff", "x.txt", "old.txt", "0", "0", "new.txt", "0", "0", cwd=here)
    assert done.out.endswith("--- a/x.txt\n+++ b/x.txt\n@@ -1 +1 @@\n-a\n+b\n")
    assert not (here / "ran").exists()


def test_a_folder_of_git_that_holds_itself_again_and_again(here: Path) -> None:
    """A thousand million files, in the room of ten."""
    commit(here)
    tree = make_tree(here, [f"100644 blob {object_of(here, 'HEAD:t.yaml')}\t{number}.yaml" for number in range(10)])
    for _ in range(8):
        tree = make_tree(here, [f"040000 tree {tree}\t{number}" for number in range(10)])
    tree = make_tree(here, [f"040000 tree {tree}\tx", f"100644 blob {object_of(here, 'HEAD:t.yaml')}\ttalks.yaml"])
    top = make_tree(here, [f"040000 tree {tree}\tbomb"])
    assert "holds too many files" in process("check", f"{top}:bomb", cwd=here).err


def test_a_large_file_of_git_a_hundred_times(here: Path) -> None:
    commit(here)
    large = subprocess.run(
        ["git", "hash-object", "-w", "--stdin"],
        cwd=here,
        input=b"#" + b" " * 30_000_000,
        capture_output=True,
        check=True,
    )
    entries = [f"100644 blob {large.stdout.decode().strip()}\t{number}.yaml" for number in range(100)]
    tree = make_tree(here, [*entries, f"100644 blob {object_of(here, 'HEAD:t.yaml')}\ttalks.yaml"])
    done = process("check", f"{make_tree(here, [f'040000 tree {tree}' + chr(9) + 'bomb'])}:bomb", cwd=here)
    assert "hold more than 256 MB together" in done.err


def make_tree(here: Path, entries: list[str]) -> str:
    done = subprocess.run(
        ["git", "mktree"], cwd=here, input="\n".join(entries) + "\n", capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def object_of(here: Path, name: str) -> str:
    done = subprocess.run(["git", "rev-parse", name], cwd=here, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    write(tmp_path / "t.yaml")
    (tmp_path / "gone").mkdir()
    script = f"rmdir ../gone && {' '.join(COMMAND)} check {tmp_path}/t.yaml --format sarif"
    done = subprocess.run(
        ["sh", "-c", script], cwd=tmp_path / "gone", env=environment(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, '"version": "2.1.0"' in done.stdout) == (0, True)


def test_a_file_that_changes_and_vanishes_while_it_is_read(here: Path) -> None:
    """Whatever is found of it at that moment: talks, problems or a sentence."""
    ended = threading.Event()

    def disturb() -> None:
        while not ended.is_set():
            write(here / "v" / "talks.yaml", SMALL)
            write(here / "v" / "more.yaml", "sources: {s: S}\n")
            (here / "v" / "more.yaml").unlink()
            write(here / "v" / "talks.yaml", SMALL[:40])
            shutil.rmtree(here / "v", ignore_errors=True)

    other = threading.Thread(target=disturb)
    other.start()
    try:
        for _ in range(12):
            done = process("show", "v", cwd=here)
            assert done.code in (0, 2), done
            assert done.code == 0 or done.err
    finally:
        ended.set()
        other.join()
