"""Calls that are cut short: by who closes the pipe, by an interrupt, by a full disk."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.calling import COMMAND, environment, process, write

EVERY = [
    "show t.yaml", "issue i t.yaml", "compare a b t.yaml", "diff t.yaml t.yaml", "history t.yaml", "pairs t.yaml",
    "trades t.yaml", "proposals t.yaml", "check t.yaml", "list t.yaml", "export t.yaml", "import t.csv", "explain",
    "schema", "git-diff t.yaml t.yaml 0 0 t.yaml 0 0", "--help",
]  # fmt: skip

FORMS = ["markdown", "html", "csv", "json"]


@pytest.mark.parametrize("words", EVERY)
@pytest.mark.parametrize("count", [0, 100])
def test_who_closes_the_pipe_is_no_fault(folder: Path, words: str, count: int) -> None:
    """At the first byte, and further on."""
    with subprocess.Popen(
        [*COMMAND, *words.split()], cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
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
def test_an_interrupt_ends_every_command(folder: Path, words: str) -> None:
    """From our first line on, while modules load and results are written: 130, and not a word of where it was."""
    for delay in ("0.01", "0.05", "0.15"):
        command = [sys.executable, "-c", INTERRUPTED, delay, *words.split()]
        done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, check=False, timeout=30)
        assert done.returncode in (0, 130), done
        assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("form", FORMS)
def test_a_full_disk_leaves_the_old_file(folder: Path, form: str) -> None:
    """A limit on the size of files stands for a disk that is full."""
    write(folder / "old.out", "old")
    done = process("export", "t.yaml", "-f", form, "-o", "old.out", cwd=folder, env=NO_CACHE, preexec_fn=limit_files)
    assert (done.code, done.err) == (2, "negmatrix: 'old.out' cannot be written: File too large\n")
    assert sorted(path.name for path in folder.iterdir()) == ["old.out", "t.csv", "t.yaml"]
    assert (folder / "old.out").read_text() == "old"


NO_CACHE = {"PYTHONDONTWRITEBYTECODE": "1"}
"""Python would leave the half of what it compiled."""


def limit_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16))
