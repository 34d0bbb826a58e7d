"""Folders that one may not write to, that are gone, that change while they are read, and hostile repositories of git."""

import os
import shutil
import subprocess
import threading
from pathlib import Path

from tests.calling import COMMAND, SMALL, call, environment, process, write
from tests.repositories import commit, git, make_tree, object_of


def test_a_read_only_folder(folder: Path) -> None:
    """Asked as nobody where we are somebody who may write anywhere."""
    assert call("show", folder / "t.yaml", "-o", folder / "x.md").code == 0  # loads what nobody may not be able to
    (folder / "locked").mkdir(mode=0o555)
    for above in (folder, *folder.parents[:3]):
        if above.stat().st_uid == os.geteuid():
            above.chmod(above.stat().st_mode | 0o055)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        done = call("show", folder / "t.yaml", "-o", folder / "locked" / "x.md")
    finally:
        os.seteuid(user)
    assert (done.code, done.err) == (2, f"negmatrix: '{folder}/locked/x.md' cannot be written: Permission denied\n")
    assert not list((folder / "locked").iterdir())


def test_a_work_tree_that_belongs_to_somebody_else(folder: Path) -> None:
    """What git answers where a tree's owner is not who asks, which its own variable for tests lets us play."""
    commit(folder, "t.yaml")
    done = process("show", "HEAD:t.yaml", cwd=folder, env={"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1", "HOME": str(folder)})
    assert done.code == 2
    assert "git has no 'HEAD:t.yaml': detected dubious ownership in repository" in done.err


def test_a_filter_of_a_hostile_repository_is_not_run(folder: Path) -> None:
    git("init", "-q", cwd=folder)
    write(folder / ".gitattributes", "* filter=evil diff=evil\n")
    for name in ("filter.evil.clean", "filter.evil.smudge", "diff.evil.textconv", "diff.external", "core.pager"):
        git("config", name, f"touch {folder}/ran; cat", cwd=folder)
    write(folder / "old.txt", "a\n")
    write(folder / "new.txt", "b\n")
    done = process("git-diff", "x.txt", "old.txt", "0", "0", "new.txt", "0", "0", cwd=folder)
    assert done.out.endswith("--- a/x.txt\n+++ b/x.txt\n@@ -1 +1 @@\n-a\n+b\n")
    assert not (folder / "ran").exists()


def test_a_folder_of_git_that_holds_itself_again_and_again(folder: Path) -> None:
    """A thousand million files, in the room of ten."""
    commit(folder, "t.yaml")
    tree = make_tree(folder, [f"100644 blob {object_of(folder, 'HEAD:t.yaml')}\t{number}.yaml" for number in range(10)])
    for _ in range(8):
        tree = make_tree(folder, [f"040000 tree {tree}\t{number}" for number in range(10)])
    tree = make_tree(folder, [f"040000 tree {tree}\tx", f"100644 blob {object_of(folder, 'HEAD:t.yaml')}\ttalks.yaml"])
    top = make_tree(folder, [f"040000 tree {tree}\tbomb"])
    assert "holds too many files" in process("check", f"{top}:bomb", cwd=folder).err


def test_a_large_file_of_git_a_hundred_times(folder: Path) -> None:
    commit(folder, "t.yaml")
    large = subprocess.run(
        ["git", "hash-object", "-w", "--stdin"],
        cwd=folder,
        input=b"#" + b" " * 30_000_000,
        capture_output=True,
        check=True,
    )
    entries = [f"100644 blob {large.stdout.decode().strip()}\t{number}.yaml" for number in range(100)]
    tree = make_tree(folder, [*entries, f"100644 blob {object_of(folder, 'HEAD:t.yaml')}\ttalks.yaml"])
    done = process("check", f"{make_tree(folder, [f'040000 tree {tree}' + chr(9) + 'bomb'])}:bomb", cwd=folder)
    assert "hold more than 256 MB together" in done.err


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    write(tmp_path / "t.yaml")
    (tmp_path / "gone").mkdir()
    script = f"rmdir ../gone && {' '.join(COMMAND)} check {tmp_path}/t.yaml --format sarif"
    done = subprocess.run(
        ["sh", "-c", script], cwd=tmp_path / "gone", env=environment(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, '"version": "2.1.0"' in done.stdout) == (0, True)


def test_a_file_that_changes_and_vanishes_while_it_is_read(folder: Path) -> None:
    """Whatever is found of it at that moment: talks, problems or a sentence."""
    ended = threading.Event()

    def disturb() -> None:
        while not ended.is_set():
            write(folder / "v" / "talks.yaml", SMALL)
            write(folder / "v" / "more.yaml", "sources: {s: S}\n")
            (folder / "v" / "more.yaml").unlink()
            write(folder / "v" / "talks.yaml", SMALL[:40])
            shutil.rmtree(folder / "v", ignore_errors=True)

    other = threading.Thread(target=disturb)
    other.start()
    try:
        for _ in range(12):
            done = process("show", "v", cwd=folder)
            assert done.code in (0, 2), done
            assert done.code == 0 or done.err
    finally:
        ended.set()
        other.join()
