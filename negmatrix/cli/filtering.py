"""`--topic`, `--issue` and `--party`: they narrow what is shown and what is measured."""

from typing import NamedTuple

from negmatrix.analysis.narrowing import narrow
from negmatrix.cli.loading import Loaded
from negmatrix.cli.wishes import Filter
from negmatrix.finding.filters import find_narrowing
from negmatrix.model.talks import Talks


class Narrowed(NamedTuple):
    """A talks with what is left of it, the whole of it, and the round asked for."""

    talks: Talks
    whole: Talks
    round: str | None


def narrow_loaded(loaded: Loaded, wanted: Filter) -> Narrowed:
    """What the filter leaves of a talks; LostError for a name that it does not have."""
    talks = loaded.talks
    if not any(wanted):
        return Narrowed(talks, talks, loaded.found.round)
    narrowing = find_narrowing([talks], *wanted)
    return Narrowed(narrow(talks, *narrowing), talks, loaded.found.round)
