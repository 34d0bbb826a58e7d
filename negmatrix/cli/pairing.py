"""What `pairs` is asked to measure, from the words of the command line."""

from fractions import Fraction

from negmatrix.analysis.blocs import CUT
from negmatrix.analysis.grounds import Weights
from negmatrix.analysis.pair_map import PairsWish
from negmatrix.finding.lost import LostError
from negmatrix.finding.rounds import find_measured_party
from negmatrix.model.talks import Talks


def find_wish(talks: Talks, seen_from: str | None, weights: str, cut: float | None, number: int | None) -> PairsWish:
    """LostError for a party that there is not or that is not measured, and for two ways to end blocs at once."""
    if cut is not None and number is not None:
        raise LostError("--cut and --count both say where blocs end: name one of them")
    if cut is not None and not 0 <= cut <= 1:
        raise LostError("--cut is a disagreement, from 0 to 1")
    party = None if seen_from is None else find_measured_party(talks, seen_from)
    distance = CUT if cut is None else Fraction(str(cut))
    return PairsWish(Weights(weights), seen_from=party, cut=distance, number=number)
