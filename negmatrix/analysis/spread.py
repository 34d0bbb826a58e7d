"""How far apart the parties of one issue stand, over all pairs at once."""

from collections.abc import Mapping
from math import comb

from negmatrix.analysis.gaps import Spread
from negmatrix.analysis.pairing import Partners, count_pairs
from negmatrix.analysis.spread_of_all import spread_all_on_line, spread_all_on_options
from negmatrix.analysis.spread_of_some import spread_on_line, spread_on_options


def measure_spread(at: Mapping[int, int], partners: Partners, limit: int, *, ordered: bool) -> Spread:
    """The spread of parties, given as a mask for each place that somebody takes, over pairs; `limit` is in steps."""
    if count_pairs(partners) == comb(len(partners), 2):
        return spread_all_on_line(at, limit) if ordered else spread_all_on_options(at, limit)
    return (spread_on_line if ordered else spread_on_options)(at, partners, limit)
