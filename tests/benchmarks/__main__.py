"""All benchmarks as one Markdown table, each ratio measured in this one run.

    python -m tests.benchmarks [WORD ...]

With words, only comparisons whose name holds one of them: start_up, checks, shows, diffs, pairs, exports, pandas. All but
`shows` and `pairs` time whole processes, start-up and reading included. Memory is the ratio of the most that was held
beyond a bare interpreter. What is not installed is left out.
"""

import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.comparisons import (
    compare_checks,
    compare_diffs,
    compare_exports,
    compare_pandas,
    compare_start_up,
)
from tests.benchmarks.pairs import compare_pairs
from tests.benchmarks.rows import Row, show_row
from tests.benchmarks.shows import compare_shows

COMPARISONS: dict[str, Callable[[Path], Iterator[Row]]] = {
    "start_up": lambda _: compare_start_up(),
    "checks": compare_checks,
    "shows": lambda _: compare_shows(),
    "diffs": compare_diffs,
    "pairs": lambda _: compare_pairs(),
    "exports": compare_exports,
    "pandas": compare_pandas,
}


def main(words: list[str]) -> None:
    """Print a row as soon as it is measured."""
    print(f"Processor seconds on {name_machine()}, the least of several runs.\n")
    print("| | issues × parties | negmatrix | against | takes | ratio | memory |")
    print("| --- | ---: | ---: | --- | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for name, compare in COMPARISONS.items():
            if not words or any(word in name for word in words):
                for row in compare(Path(folder)):
                    print(show_row(row), flush=True)


def name_machine() -> str:
    """The processor, how many of it, the system and the Python."""
    return f"{find_processor()} ({os.cpu_count()} cores), {platform.system()}, Python {platform.python_version()}"


def find_processor() -> str:
    """Its name as Linux tells it, elsewhere its kind."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


if __name__ == "__main__":
    main(sys.argv[1:])
