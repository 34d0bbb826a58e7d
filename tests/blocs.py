"""Blocs of made-up talks."""

from negmatrix.analysis.pair_map import PairMap, PairsWish, measure_pair_map
from negmatrix.model.talks import Talks
from negmatrix.source import Text
from tests.laws import latest


def measured(talks: Talks, **wish: object) -> PairMap:
    """All pairs in the last round, and their blocs."""
    return measure_pair_map(talks, latest(talks), PairsWish(**wish))  # type: ignore[arg-type]  # each test names its own


def with_blocs(talks: Talks, **members: str) -> Talks:
    """The same talks, with the members of its blocs, one letter each."""
    parties = {
        key: party._replace(members=tuple(map(Text, members.get(key, "")))) for key, party in talks.parties.items()
    }
    return talks._replace(parties=parties)
