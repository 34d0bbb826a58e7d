"""All pairs here and by straightforward numpy broadcasting, in one process and run, the numbers compared.

numpy gets a ready array of places with NaN for silence; negmatrix starts from records.
"""

import random
from collections.abc import Iterator
from functools import partial
from typing import Any

from negmatrix.analysis.pairs import Pair, measure_pairs
from negmatrix.model.issues import Issue
from negmatrix.model.parties import Party
from negmatrix.model.positions import Position
from negmatrix.model.scales import Level, Levels
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Round, Talks
from negmatrix.source import Text
from tests.benchmarks.processes import is_installed
from tests.benchmarks.rows import Row, time_best

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


def make_array(talks: Talks) -> Any:
    """Places by party and issue."""
    import numpy as np

    rows = talks.rounds["r"].positions.values()
    cells = [[PLACES[str(row[party].stance)] if party in row else np.nan for row in rows] for party in talks.parties]
    return np.array(cells)


def broadcast(places: Any) -> tuple[Any, Any]:
    """Agreement and n of all pairs, as anybody would write it first."""
    import numpy as np

    distances = np.abs(places[:, None, :] - places[None, :, :])
    n = (~np.isnan(distances)).sum(axis=2)
    return 1 - np.nansum(distances, axis=2) / n, n


def compare_pairs() -> Iterator[Row]:
    """Three sizes; ValueError where a number differs."""
    if not is_installed("numpy"):
        return
    for parties, issues in SIZES:
        talks = make_talks(parties, issues)
        standing, places = standing_in(talks, "r"), make_array(talks)
        compare_numbers(talks, measure_pairs(talks, standing), *broadcast(places))
        theirs = time_best(partial(broadcast, places), 3)
        ours = time_best(partial(measure_pairs, talks, standing), 5)
        yield Row("all pairs", f"{issues:,} × {parties}", ours, "numpy broadcasting", theirs)


def compare_numbers(talks: Talks, pairs: list[Pair], agreement: Any, n: Any) -> None:
    """ValueError where a pair's agreement or n is not numpy's."""
    rows = {party: number for number, party in enumerate(talks.parties)}
    for pair in pairs:
        at = rows[pair.left], rows[pair.right]
        if pair.n != n[at] or abs(float(pair.agreement or 0) - agreement[at]) > 1e-9:
            raise ValueError(pair)
