"""What `pairs` is asked to measure, from the words of the command line."""

from fractions import Fraction

from negmatrix.analysis.blocs import CUT
from negmatrix.analysis.grounds import Weights
from negmatrix.analysis.pair_map import PairsWish
from negmatrix.cli.wishes import PairsAsked
from negmatrix.finding.lost import LostError
from negmatrix.finding.rounds import find_measured_party
from negmatrix.model.talks import Talks


def find_wish(talks: Talks, asked: PairsAsked) -> PairsWish:
    """LostError for a party that there is not or that is not measured, and for two ways to end blocs at once."""
    if asked.cut is not None and asked.number is not None:
        raise LostError("--cut and --count both say where blocs end: name one of them")
    if asked.cut is not None and not 0 <= asked.cut <= 1:
        raise LostError("--cut is a disagreement, from 0 to 1")
    party = None if asked.seen_from is None else find_measured_party(talks, asked.seen_from)
    cut = CUT if asked.cut is None else Fraction(str(asked.cut))
    return PairsWish(Weights(asked.weights), asked.min_shared, party, cut, asked.number, asked.impute)
