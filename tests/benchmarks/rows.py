"""A row of the benchmarks' table: one thing against another."""

import gc
import time
from collections.abc import Callable
from typing import NamedTuple

from tests.benchmarks.processes import Cost, measure_bare


class Row(NamedTuple):
    """One thing against another, in seconds; `size` is issues × parties."""

    what: str
    size: str
    ours: float
    against: str
    theirs: float
    memory: float | None = None

    @property
    def ratio(self) -> float:
        """How much of the other's time ours takes."""
        return self.ours / self.theirs if self.theirs else float("inf")


def compare(what: str, size: str, ours: Cost, against: str, theirs: Cost) -> Row:
    """A row with the ratio of memory, too: of what is held beyond a bare interpreter."""
    bare = measure_bare()
    memory = (ours.memory - bare) / (theirs.memory - bare)
    return Row(what, size, ours.seconds, against, theirs.seconds, memory)


def show_row(row: Row) -> str:
    """One line of the table."""
    memory = "" if row.memory is None else f"{row.memory:.2f}"
    ours, theirs = show_seconds(row.ours), show_seconds(row.theirs)
    return f"| {row.what} | {row.size} | {ours} | {row.against} | {theirs} | {row.ratio:.2f} | {memory} |"


def show_seconds(seconds: float) -> str:
    """In seconds or in milliseconds, to two digits at least."""
    return (
        f"{seconds:.2f} s"
        if seconds >= 1
        else f"{seconds * 1000:.0f} ms"
        if seconds >= 0.01
        else f"{seconds * 1000:.1f} ms"
    )


def time_best(run: Callable[[], object], times: int) -> float:
    """The least processor seconds of some runs within this process, without the collector, as in every call of negmatrix."""
    gc.disable()
    taken = []
    for _ in range(times):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    gc.enable()
    return min(taken)
