"""Talks in revisions of git: from the root and from here, in folders, and where git lacks something."""

import subprocess
from pathlib import Path

import pytest

from negmatrix.finding import revisions
from negmatrix.finding.lost import LostError
from negmatrix.finding.references import find_talks
from tests.calling import SMALL, call, refuse, write
from tests.repositories import commit, git, object_of, remove_object


@pytest.fixture
def repository(here: Path) -> Path:
    write(here / "data" / "t.yaml", SMALL.replace("Small", "Old"))
    write(here / "data" / "harbour" / "talks.yaml", "talks: Folder\nparties: [a, b]\n")
    write(here / "data" / "harbour" / "more" / "new\nline.yaml", "issues: {i: I}\n")
    write(here / "data" / "harbour" / ".hidden" / "x.yaml", "nonsense")
    (here / "data" / "harbour" / "link.yaml").symlink_to("talks.yaml")
    write(here / "data" / "big.yaml", "x" * 2000)
    commit(here)
    git("update-index", "--add", "--cacheinfo", f"160000,{object_of(here, 'HEAD')},module", cwd=here)
    git("commit", "-qm", "another", cwd=here)
    write(here / "data" / "t.yaml", SMALL.replace("Small", "New"))
    return here


def test_a_file_in_a_revision_from_the_root_and_from_here(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call("show", "HEAD:data/t.yaml").out.startswith("Old")
    assert call("show", "data/t.yaml").out.startswith("New")
    monkeypatch.chdir(repository / "data")
    assert call("show", "HEAD:./t.yaml").out.startswith("Old")
    assert call("show", "HEAD:./t.yaml@1").out.startswith("Old")
    done = call("show", "HEAD:t.yaml")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "negmatrix: git has no 'HEAD:t.yaml': path 't.yaml' does not exist in 'HEAD'\n  did you mean 'HEAD:./t.yaml'?\n"
    )
    assert "did you mean" not in call("show", "HEAD:none.yaml").err
    assert "did you mean" not in call("show", "HEAD:./none.yaml").err


@pytest.mark.parametrize("word", ["HEAD", "HEAD~1", "v1", "HEAD^{tree}^", "0123abcd"])
def test_a_revision_alone_is_told_how_to_name_its_file(
    repository: Path, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    (repository / "data" / "big.yaml").unlink()
    git("tag", "v1", cwd=repository)
    for words in ((word,), (word, "HEAD"), ("data/t.yaml", word)):
        done = call("diff", *words)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith(f"negmatrix: there is no file or talks '{word}'")
        assert done.err.endswith(f"  for a git revision name the file too: {word}:data/harbour\n")
    monkeypatch.chdir(repository / "data")
    assert call("diff", word).err.endswith(f"  for a git revision name the file too: {word}:./harbour\n")
    monkeypatch.chdir(repository / "data" / "harbour" / "more")
    (repository / "data" / "harbour" / "more" / "new\nline.yaml").unlink()
    assert call("diff", word).err.endswith(f"  for a git revision name the file too: {word}:PATH\n")


def test_a_name_that_is_no_revision_is_only_a_name(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for word in ("pariss", "--no-such", "beadle", "paris~x"):
        assert "git" not in call("show", "--", word).err
    monkeypatch.setenv("PATH", "/nowhere")
    for word in ("pariss", "a\0b"):
        assert call("show", word).err.startswith("negmatrix: there is no file or talks '")


def test_a_folder_in_a_revision(repository: Path) -> None:
    found = find_talks("HEAD:data/harbour/")[0]
    assert [text.name for text in found.texts] == [
        "HEAD:data/harbour/more/new\nline.yaml",
        "HEAD:data/harbour/talks.yaml",
    ]
    assert call("show", "HEAD:data/harbour").out.startswith("Folder")


@pytest.mark.parametrize(
    ("reference", "sentence"),
    [
        ("HEAD:data/none.yaml", "git has no 'HEAD:data/none.yaml': path 'data/none.yaml' does not exist in 'HEAD'"),
        ("none:data/t.yaml", "git has no 'none:data/t.yaml': invalid object name 'none'."),
        ("--upload-pack=x:data/t.yaml", "'--upload-pack=x' is not a git revision: it starts with '-'"),
        ("HEAD:data", "the folder 'data' has no talks.yaml in that revision"),
        ("HEAD:module", "'HEAD:module' is a commit, not a file"),
        ("HEAD:data/big.yaml", "'HEAD:data/big.yaml' is larger than 64 MB"),
    ],
)
def test_what_a_revision_lacks(
    repository: Path, monkeypatch: pytest.MonkeyPatch, reference: str, sentence: str
) -> None:
    monkeypatch.setattr(revisions, "MAX_BYTES", 1000)
    done = call("show", "--", reference)
    assert (done.code, done.err.splitlines()[0]) == (2, f"negmatrix: {sentence}")


def test_no_repository_and_no_git(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "not a git repository" in call("show", "HEAD:t.yaml").err
    script = write(here / "bin" / "git", "#!/bin/sh\nexit 1\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(here / "bin"))
    assert "it did not say why" in call("show", "HEAD:t.yaml").err
    monkeypatch.setenv("PATH", "/nowhere")
    assert call("show", "HEAD:t.yaml").err == (
        "negmatrix: git is needed for this, and is not installed (or not on the path)\n"
    )
    monkeypatch.setattr(subprocess, "run", refuse)
    assert "git is needed for this, and cannot be run: Permission denied" in call("show", "HEAD:t.yaml").err


def test_a_hostile_repository_runs_nothing(repository: Path) -> None:
    """What is missing is not fetched, and no program of the configuration is started."""
    remove_object(repository, "HEAD:data/t.yaml")
    touch = repository / "ran"
    with (repository / ".git" / "config").open("a") as config:
        config.write(
            f'[core]\n\tfsmonitor = "touch {touch}"\n[extensions]\n\tpartialClone = o\n[remote "o"]\n\tpromisor = true\n'
            f'\turl = "ext::touch {touch}"\n[protocol "ext"]\n\tallow = always\n[alias]\n\tcat-file = "!touch {touch}"\n'
        )
    assert call("show", "HEAD:data/t.yaml").code == 2
    assert not touch.exists()


def test_a_folder_of_which_a_part_is_missing_is_told(repository: Path) -> None:
    remove_object(repository, "HEAD:data/harbour/talks.yaml")
    with pytest.raises(LostError, match=r"git has no 'HEAD:data/harbour': the object of 'talks\.yaml' is missing"):
        find_talks("HEAD:data/harbour")
    remove_object(repository, "HEAD:data/harbour/more")
    with pytest.raises(LostError, match="git has no 'HEAD:data/harbour': some of its objects are missing"):
        find_talks("HEAD:data/harbour")


def test_a_folder_whose_list_never_ends_is_refused(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revisions, "_MOST_LISTED", 20)
    with pytest.raises(LostError, match="'HEAD:data/harbour' holds too many files for a talks"):
        find_talks("HEAD:data/harbour")


def test_many_files_of_a_revision_take_no_more_processes_than_one(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here / "t" / "talks.yaml")
    write(here / "one" / "talks.yaml")
    for number in range(200):
        (here / "t" / f"{number}.yaml").write_bytes(b"scales: {}\n")
    commit(here)
    asked: list[object] = []
    started = subprocess.Popen.__init__

    def count(self: "subprocess.Popen[bytes]", arguments: object, **options: object) -> None:
        asked.append(arguments)
        started(self, arguments, **options)  # type: ignore[call-overload]  # handed on as it came

    monkeypatch.setattr(subprocess.Popen, "__init__", count)
    assert len(find_talks("HEAD:one")[0].texts) == 1
    few = len(asked)
    assert len(find_talks("HEAD:t")[0].texts) == 201
    assert len(asked) == 2 * few > 0
