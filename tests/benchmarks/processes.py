"""Whole processes, timed as users see them, but by processor time: what else runs on the machine adds little to it."""

import os
import subprocess
import sys
from collections.abc import Sequence
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


def _run_once(words: Sequence[str]) -> Cost:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    with Path(os.devnull).open("wb") as nowhere:
        process = subprocess.Popen(words, stdout=nowhere, stderr=nowhere, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # linters and comparisons end with 1 where they find something
        raise subprocess.CalledProcessError(process.returncode, words)
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def is_installed(module: str) -> bool:
    """Whether this Python has a module to compare with."""
    return find_spec(module) is not None
