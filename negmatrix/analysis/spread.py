"""How far apart the parties of one issue stand, over all pairs at once."""

from collections.abc import Mapping
from math import comb

from negmatrix.analysis.gaps import Spread
from negmatrix.analysis.pairing import Partners, count_pairs
from negmatrix.analysis.spread_of_all import spread_all_on_line, spread_all_on_options
from negmatrix.analysis.spread_of_some import spread_on_line, spread_on_options
from negmatrix.analysis.steps import Steps


def measure_spread(steps: Steps, stances: Mapping[int, str], partners: Partners, limit: int) -> Spread:
    """The spread of stances, given by party number, at least one, over paired parties; `limit` is in steps."""
    at: dict[int, int] = {}
    for number, stance in stances.items():
        place = steps.places[stance]
        at[place] = at.get(place, 0) | 1 << number
    if count_pairs(partners) == comb(len(partners), 2):
        return spread_all_on_line(at, limit) if steps.ordered else spread_all_on_options(at, limit)
    places = {number: steps.places[stance] for number, stance in stances.items()}
    return (spread_on_line if steps.ordered else spread_on_options)(places, at, partners, limit)
