"""What a reference points at: files, folders, names, rounds, standard input, revisions, and all that may be amiss there."""

import os
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest
from calling import SMALL, call, process, write

from negmatrix.finding import files, revisions
from negmatrix.finding.lost import LostError
from negmatrix.finding.references import find_every_talks, find_one_talks, find_talks


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NEGMATRIX_TALKS", raising=False)
    return tmp_path


def names(*references: str) -> list[str]:
    return [found.name for found in find_every_talks(references)]


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


def refuse(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_what_may_not_be_read_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here / "t" / "talks.yaml")
    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refuse)
        with pytest.raises(LostError, match="the folder 't' cannot be read: Permission denied"):
            find_talks("t")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        with pytest.raises(LostError, match=r"'t/talks\.yaml' cannot be read: Permission denied"):
            find_talks("t")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "is_file", refuse)
        with pytest.raises(LostError, match="the folder 't' cannot be read: Permission denied"):
            find_talks("t")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "exists", refuse)
        with pytest.raises(LostError, match="there is no file or talks 't/'"):
            find_talks("t/")


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
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=SimpleNamespace(read=refuse)))
    with pytest.raises(LostError, match="standard input cannot be read: Permission denied"):
        find_talks("-")


def git(*arguments: str, cwd: Path) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=cwd, check=True, capture_output=True)


@pytest.fixture
def repository(here: Path) -> Path:
    write(here / "data" / "t.yaml", SMALL.replace("Small", "Old"))
    write(here / "data" / "harbour" / "talks.yaml", "talks: Folder\nparties: [a, b]\n")
    write(here / "data" / "harbour" / "more" / "new\nline.yaml", "issues: {i: I}\n")
    write(here / "data" / "harbour" / ".hidden" / "x.yaml", "nonsense")
    (here / "data" / "harbour" / "link.yaml").symlink_to("talks.yaml")
    write(here / "data" / "big.yaml", "x" * 2000)
    git("init", "-q", cwd=here)
    git("add", "-A", cwd=here)
    git("commit", "-qm", "a day", cwd=here)
    head = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=here, capture_output=True, text=True, check=True
    ).stdout.strip()
    git("update-index", "--add", "--cacheinfo", f"160000,{head},module", cwd=here)
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
    assert "path 't.yaml' does not exist in 'HEAD'" in done.err


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
    blob = subprocess.run(
        ["git", "rev-parse", "HEAD:data/t.yaml"], cwd=repository, capture_output=True, text=True, check=True
    ).stdout.strip()
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    touch = repository / "ran"
    with (repository / ".git" / "config").open("a") as config:
        config.write(
            f'[core]\n\tfsmonitor = "touch {touch}"\n[extensions]\n\tpartialClone = o\n[remote "o"]\n\tpromisor = true\n'
            f'\turl = "ext::touch {touch}"\n[protocol "ext"]\n\tallow = always\n[alias]\n\tcat-file = "!touch {touch}"\n'
        )
    assert call("show", "HEAD:data/t.yaml").code == 2
    assert not touch.exists()


def remove_object(repository: Path, name: str) -> None:
    told = subprocess.run(
        ["git", "rev-parse", name], cwd=repository, capture_output=True, text=True, check=True
    ).stdout.strip()
    (repository / ".git" / "objects" / told[:2] / told[2:]).unlink()


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
    git("init", "-q", cwd=here)
    git("add", "-A", cwd=here)
    git("commit", "-qm", "x", cwd=here)
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
