"""Git's external diff driver: what it is told, what it says of a talks, and git's own words for all else."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from negmatrix.cli.entry import run
from negmatrix.finding.drivers import Driven, read_driven
from negmatrix.finding.lost import LostError
from tests.calling import SMALL, call, environment, write

MOVED = SMALL.replace("b: 2", "b: 8")
NOBODY = ["0" * 40, "100644"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def driven(before: str | None, after: str | None, name: str = "t.yaml", *more: str) -> str:
    """What is said of a file that had one content and has another (None: there is none), without its last blanks."""
    told = []
    for side, content in (("old", before), ("new", after)):
        told += [os.devnull if content is None else str(write(Path(side), content)), *NOBODY]
    done = call("git-diff", name, *told, *more)
    assert (done.code, done.err) == (0, "")
    return done.out.rstrip()


def test_git_says_7_words_9_with_a_rename_and_1_of_a_path_that_is_not_merged() -> None:
    assert read_driven(["t", "old", "1", "2", "new", "3", "4"]) == Driven("t", "t", Path("old"), Path("new"))
    assert read_driven(["t", "old", "1", "2", "new", "3", "4", "u", "x"]) == Driven("t", "u", Path("old"), Path("new"))
    assert read_driven(["t", os.devnull, "1", "2", os.devnull, "3", "4"]) == Driven("t", "t", None, None)
    assert read_driven(["t"]) is None


@pytest.mark.parametrize("count", [0, 2, 5, 10, 11])
def test_who_calls_it_by_hand_is_told_that_git_does(count: int) -> None:
    with pytest.raises(LostError, match="with 1, 7 or 9 words"):
        read_driven(["x"] * count)
    done = call("git-diff", *["x"] * count)
    assert (done.code, done.out) == (2, "")
    assert done.err == "negmatrix: git-diff is called by git, with 1, 7 or 9 words: set it up as the README says\n"


def test_nothing_is_said_of_a_path_that_is_not_merged() -> None:
    assert call("git-diff", "t.yaml") == (0, "", "")


def test_a_file_may_be_called_as_an_option_is(here: Path) -> None:
    for name in ("-h", "--help", "--"):
        assert driven(SMALL, MOVED, name).startswith(f"changed file {name}\n")
    assert call("git-diff", "-h").out.startswith("Usage: negmatrix git-diff")


def test_a_changed_talks_is_told_in_our_words(here: Path) -> None:
    headline, *told = driven(SMALL, MOVED).splitlines()
    assert headline == "changed file t.yaml"
    assert "1 stance moved" in "\n".join(told)
    assert "@@" not in "\n".join(told)


def test_a_new_one_joins_whole_and_a_deleted_one_leaves(here: Path) -> None:
    new, gone = driven(None, SMALL), driven(SMALL, None)
    assert new.startswith("new file t.yaml\n")
    assert gone.startswith("deleted file t.yaml\n")
    assert new != gone.replace("deleted", "new")
    for told in (new, gone):
        assert "I" in told.split()
    assert driven(None, None) == "new file t.yaml"


def test_a_renamed_one_has_both_names(here: Path) -> None:
    told = driven(SMALL, MOVED, "t.yaml", "u.yaml", "similarity index 90%")
    assert told.startswith("t.yaml renamed to u.yaml\n")
    assert "1 stance moved" in told


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("notes: one\n", "notes: two\n", "is not a talks"),
        (SMALL, "talks: [\n", "has errors, the first at 2:1: "),
        (SMALL, SMALL + "positons: {}\n", "has errors, the first at 5:1: 'positons' is not a field of these talks"),
        (SMALL, SMALL + "about: a\x01b\n", "does not read: "),
    ],
)
def test_what_is_no_sound_talks_is_shown_as_text(here: Path, before: str, after: str, why: str) -> None:
    headline, reason, *body = driven(before, after).splitlines()
    assert headline == "changed file t.yaml"
    assert reason.startswith(f"this file {why}")
    assert reason.endswith("; as text:")
    assert body[:2] == ["--- a/t.yaml", "+++ b/t.yaml"]
    assert [line for line in body[2:] if line[0] in "+-"]


def test_text_that_is_new_or_gone_or_the_same(here: Path) -> None:
    assert driven(None, "one\n").splitlines()[2:] == ["--- /dev/null", "+++ b/t.yaml", "@@ -0,0 +1 @@", "+one"]
    assert driven("one\n", None).splitlines()[2:] == ["--- a/t.yaml", "+++ /dev/null", "@@ -1 +0,0 @@", "-one"]
    assert driven("one\n", "one\n").endswith("(binary, or nothing but its mode)")


def test_a_part_of_a_talks_in_a_folder_is_shown_as_text(here: Path) -> None:
    write(here / "harbour" / "talks.yaml")
    for name in ("harbour/more.yaml", "harbour/deep/more.yaml"):
        assert "this file is part of a talks in a folder; as text:" in driven(SMALL, MOVED, name)
    assert "1 stance moved" in driven(SMALL, MOVED, "elsewhere/more.yaml")


def test_a_version_that_cannot_be_read_is_told(here: Path) -> None:
    write(here / "new")
    done = call("git-diff", "t.yaml", "gone", *NOBODY, "new", *NOBODY)
    assert done.code == 0
    assert "this file 'gone' cannot be read: No such file or directory; as text:" in done.out


class Terminal(io.StringIO):
    """Where standard error goes when git shows what we say in its pager."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("paged", "coloured"), [("true", True), ("false", False)])
def test_in_gits_pager_colours_follow_the_terminal_that_shows_it(
    here: Path, monkeypatch: pytest.MonkeyPatch, paged: str, coloured: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("GIT_PAGER_IN_USE", paged)
    old, new = write(here / "old"), write(here / "new", MOVED)
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(Terminal()):
        assert run(["git-diff", "t.yaml", str(old), *NOBODY, str(new), *NOBODY]) == 0
    assert ("\x1b[" in out.getvalue()) is coloured


@pytest.fixture
def git(here: Path) -> Callable[..., str]:
    """Git in an empty repository that calls the driver for every YAML file."""
    variables = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}

    def git_(*arguments: str) -> str:
        settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.pager=cat"]
        done = subprocess.run(
            ["git", *settings, *arguments], env=environment(**variables), capture_output=True, text=True, check=True
        )
        assert done.stderr == ""
        return done.stdout

    git_("init", "-q", "--initial-branch=main")
    git_("config", "diff.negmatrix.command", f"{sys.executable} -m negmatrix git-diff")
    write(here / ".gitattributes", "*.yaml diff=negmatrix\n")
    return git_


def test_a_whole_history_in_a_real_repository(here: Path, git: Callable[..., str]) -> None:
    write(here / "t.yaml", SMALL)
    write(here / "harbour" / "talks.yaml", SMALL)
    write(here / "harbour" / "notes.yaml", "sources: {s: S}\n")
    git("add", "-A")
    git("commit", "-qm", "first")
    write(here / "t.yaml", MOVED)
    write(here / "harbour" / "notes.yaml", "sources: {s: Sun}\n")
    told = git("diff")
    assert "changed file t.yaml\n" in told
    assert "1 stance moved" in told
    assert "changed file harbour/notes.yaml\nthis file is part of a talks in a folder; as text:" in told
    (here / "t.yaml").rename(here / "u.yaml")
    git("add", "-A")
    assert "t.yaml renamed to u.yaml\n" in git("diff", "--cached", "-M10%")
    git("rm", "-q", "--cached", "u.yaml")
    assert git("diff", "--cached", "--", "t.yaml").startswith("deleted file t.yaml\n")


def test_a_path_that_is_not_merged_in_a_real_repository(here: Path, git: Callable[..., str]) -> None:
    write(here / "t.yaml", SMALL)
    git("add", "-A")
    git("commit", "-qm", "first")
    for branch, stance in (("other", "b: 7"), ("main", "b: 9")):
        git("checkout", "-q", *(["-b", branch] if branch == "other" else [branch]))
        write(here / "t.yaml", SMALL.replace("b: 2", stance))
        git("commit", "-qam", branch)
    with pytest.raises(subprocess.CalledProcessError):
        git("merge", "-q", "other")
    assert "negmatrix:" not in git("diff")
