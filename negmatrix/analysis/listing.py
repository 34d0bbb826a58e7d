"""What a list of talks tells of each."""

from collections.abc import Mapping
from typing import NamedTuple

from negmatrix.analysis.matrix import measure_matrix
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks


class Listed(NamedTuple):
    """A talks in a line: where it is, its size, and how often each shown verdict stands in its latest round."""

    name: str
    title: str
    parties: int
    issues: int
    rounds: int
    latest: str
    stated: int
    cells: int
    counts: Mapping[str, int]


def measure_listed(name: str, talks: Talks) -> Listed:
    """The line of a talks, found under a name."""
    matrix = measure_matrix(talks, standing_in(talks, talks.latest.id))
    return Listed(
        name,
        talks.title,
        len(talks.parties),
        len(talks.issues),
        len(talks.rounds),
        talks.latest.id,
        matrix.stated,
        matrix.cells,
        matrix.overall.counts,
    )
