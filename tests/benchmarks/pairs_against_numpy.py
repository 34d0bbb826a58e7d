"""How long all pairs take here and by straightforward numpy broadcasting, in the same run and in one process.

    python tests/benchmarks/pairs_against_numpy.py

numpy, which only this file needs, gets a ready array of places with NaN for silence; negmatrix starts from records. Prints
processor milliseconds (the best of some runs), how many times the one fits into the other, and how long blocs take. Exits 1
where all pairs of the largest talks take a quarter of numpy's time or more, or where a number differs."""

import gc
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np

from negmatrix.analysis.blocs import find_blocs
from negmatrix.analysis.pairs import measure_pairs
from negmatrix.model.issues import Issue
from negmatrix.model.parties import Party
from negmatrix.model.positions import Position
from negmatrix.model.scales import Level, Levels
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Round, Talks
from negmatrix.source import Text

SIZES = ((20, 200), (100, 2000), (193, 6200))
PLACES = {"no": 0.0, "abstain": 0.5, "yes": 1.0}
MISSING = 0.08


def make_talks(parties: int, issues: int) -> Talks:
    """Votes at random, each cell with a text of its own, as when they are read."""
    chance = random.Random(parties)  # noqa: S311 - no secret
    scale = Levels(tuple(Level(Text(name)) for name in PLACES))
    ids = [Text(f"p{number:03}") for number in range(parties)]
    names = tuple(PLACES)
    positions = {
        issue: {
            party: Position(issue, party, "r", stance=Text(str(chance.choice(names))))
            for party in ids
            if chance.random() >= MISSING
        }
        for issue in [Text(f"i{number:04}") for number in range(issues)]
    }
    return Talks(
        Text("Votes"),
        {party: Party(party, party) for party in ids},
        {issue: Issue(issue, issue, scale=scale) for issue in positions},
        {"r": Round(Text("r"), Text("R"), positions=positions)},
    )


def make_array(talks: Talks) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """Places by party and issue."""
    rows = talks.rounds["r"].positions.values()
    cells = [[PLACES[str(row[party].stance)] if party in row else np.nan for row in rows] for party in talks.parties]
    return np.array(cells)


def broadcast(places: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> "tuple[np.ndarray, np.ndarray]":
    """Agreement and n of all pairs, as anybody would write it first."""
    distances = np.abs(places[:, None, :] - places[None, :, :])
    n = (~np.isnan(distances)).sum(axis=2)
    return 1 - np.nansum(distances, axis=2) / n, n


def best(run: Callable[[], object], times: int) -> float:
    """The shortest of some runs, in processor seconds."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> int:
    """Three sizes, the numbers compared at each."""
    gc.disable()  # as every call of negmatrix does
    ratio, wrong = 0.0, 0
    for parties, issues in SIZES:
        talks = make_talks(parties, issues)
        standing, places = standing_in(talks, "r"), make_array(talks)
        pairs = measure_pairs(talks, standing)
        agreement, n = broadcast(places)
        rows = {party: number for number, party in enumerate(talks.parties)}
        for pair in pairs:
            at = rows[pair.left], rows[pair.right]
            wrong += pair.n != n[at] or abs(float(pair.agreement or 0) - agreement[at]) > 1e-9
        theirs = best(lambda places=places: broadcast(places), 3)
        ours = best(lambda talks=talks, standing=standing: measure_pairs(talks, standing), 5)
        blocs = best(lambda talks=talks, pairs=pairs: find_blocs(talks, pairs), 3)
        ratio = theirs / ours
        print(
            f"{parties:4} x {issues:5}   numpy {theirs * 1000:7.1f} ms   negmatrix {ours * 1000:6.1f} ms   "
            f"{ratio:5.1f} times   blocs {blocs * 1000:6.1f} ms"
        )
    print(f"{wrong} numbers differ")
    return 0 if ratio > 4 and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
