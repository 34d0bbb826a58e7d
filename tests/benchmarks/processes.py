"""Whole processes, timed as users see them, but by processor time: what else runs on the machine adds little to it."""

import os
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
NEGMATRIX = "from negmatrix.cli import main; main()"
RUNS = 3


class Cost(NamedTuple):
    """Processor seconds and the most memory held, in bytes: the least of several runs."""

    seconds: float
    memory: int


def run_negmatrix(*words: str, runs: int = RUNS) -> Cost:
    """What a call of negmatrix costs."""
    return run_python("-c", NEGMATRIX, *words, runs=runs)


def run_python(*words: str, runs: int = RUNS) -> Cost:
    """What a call of this Python costs, start-up included."""
    costs = [_run_once([sys.executable, *words]) for _ in range(runs)]
    return Cost(min(cost.seconds for cost in costs), min(cost.memory for cost in costs))


_LAUNCHER = """
import os, sys
quiet = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0) for number in (1, 2)]
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
_, status, usage = os.wait4(process, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
"""
"""A process starts with the most that its parent ever held, so its parent is a small one."""


def _run_once(words: Sequence[str]) -> Cost:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    launcher = [sys.executable, "-I", "-S", "-c", _LAUNCHER, *words]
    told = subprocess.run(launcher, capture_output=True, check=True, text=True, env=environment, cwd=ROOT)
    code, seconds, memory = told.stdout.split()
    if code not in ("0", "1"):  # linters and comparisons end with 1 where they find something
        raise subprocess.CalledProcessError(int(code), words)
    return Cost(float(seconds), int(memory) * (1 if sys.platform == "darwin" else 1024))


@cache
def measure_bare() -> int:
    """What an interpreter holds that does nothing, in bytes."""
    return run_python("-c", "pass").memory


def is_installed(module: str) -> bool:
    """Whether this Python has a module to compare with."""
    return find_spec(module) is not None
