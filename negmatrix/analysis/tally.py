"""How many cells of a round are stated."""

from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.agreement import is_concerned
from negmatrix.analysis.pairing import Pairing
from negmatrix.model.standing import Standing
from negmatrix.model.talks import Talks


class Tally(NamedTuple):
    """Of the `cells` of measured parties to whom the issue applies, `stated` have words or a stance; `completeness` is
    their share, 0 to 1, None where there is no cell.
    """

    stated: int
    cells: int
    completeness: Fraction | None


def tally(talks: Talks, standing: Standing, pairing: Pairing) -> Tally:
    """The cells that stand in a round, carried ones included, observers and mediators aside."""
    found = [standing.cell(issue, party) for issue in talks.issues for party in pairing.ids]
    concerned = [cell for cell in found if is_concerned(cell)]
    stated = sum(cell is not None and cell.position.stated for cell in concerned)
    return Tally(stated, len(concerned), Fraction(stated, len(concerned)) if concerned else None)
