"""One issue over all parties: alignment, divergence, verdict, widest gap."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.agreement import is_concerned, reaches
from negmatrix.analysis.footing import Footing, find_footing
from negmatrix.analysis.gaps import Gap
from negmatrix.analysis.issue_ground import Ground, find_divergence, find_ground, measure_ground
from negmatrix.analysis.pairing import Pairing, Partners, count_pairs, leave_out, rule_pairs
from negmatrix.analysis.spans import Interval, find_span
from negmatrix.model.issues import Issue
from negmatrix.model.standing import Standing
from negmatrix.model.talks import Thresholds
from negmatrix.model.verdicts import Word

TWO_CAMPS = Fraction(2, 5)
"""The share of divergent pairs from which an issue is divergent, however near all others are: ten parties, five against
five, have 25 of 45.
"""


class WidestGap(NamedTuple):
    """The largest distance of a counted pair, 0 to 1, and between whom; of several the first by sorted ids."""

    left: str
    right: str
    distance: Fraction


class Alignment(NamedTuple):
    """What is measured of one issue.

    `alignment` is 1 minus the mean distance of the pairs that can be compared, 0 to 1, None without such a pair; `n` is
    the number of parties in them. `span` is given where rival accounts leave more than one value. Of the counted `pairs`
    to both of which the issue applies, `settled_pairs` are settled.
    """

    alignment: Fraction | None
    divergence: Fraction | None
    span: Interval | None
    n: int
    verdict: Word
    computed: Word
    judged: Word | None
    widest_gap: WidestGap | None
    settled_pairs: int
    pairs: int


def measure_alignment(
    issue: Issue, standing: Standing, pairing: Pairing, thresholds: Thresholds, footing: Footing | None = None
) -> Alignment:
    """How near the counted pairs are on an issue, and the word for it; who knows the footing of its cells may say so."""
    cells = standing.cells.get(issue.id, {})
    if footing is None and issue.scale is not None:
        footing = find_footing(issue.scale, cells, pairing)
    if footing is None or len(footing.places) < len(cells):
        pairing = leave_out(pairing, [party for party, cell in cells.items() if not is_concerned(cell)])
    ruled = rule_pairs(pairing, standing.rulings.get(issue.id, ()))
    ground = find_ground(footing.steps if footing else None, pairing, ruled, thresholds)
    spread = measure_ground(ground, footing.at if footing else {})
    settled = count_pairs(ground.settled)
    divergence = find_divergence(spread, settled, ground)
    alignment = None if divergence is None else 1 - divergence
    computed = _compute_word(alignment, spread.far, spread.pairs + settled, thresholds)
    judged = _judged_word(ruled, pairing)
    return Alignment(
        alignment=alignment,
        divergence=divergence,
        span=find_span(ground, footing, pairing) if footing else None,
        n=(spread.parties | _members(ground.settled)).bit_count(),
        verdict=judged or computed,
        computed=computed,
        judged=judged,
        widest_gap=_name_gap(spread.widest, ground, pairing),
        settled_pairs=settled,
        pairs=count_pairs(pairing.partners),
    )


def _compute_word(alignment: Fraction | None, far: int, pairs: int, thresholds: Thresholds) -> Word:
    if alignment is None:
        return Word.OPEN
    if not reaches(alignment, thresholds.partial) or far * TWO_CAMPS.denominator >= pairs * TWO_CAMPS.numerator:
        return Word.DIVERGENT
    return Word.ALIGNED if far == 0 and reaches(alignment, thresholds.aligned) else Word.PARTIAL


def _judged_word(ruled: Mapping[Word, list[int]], pairing: Pairing) -> Word | None:
    """The word that all counted pairs have; where there is no pair at all, that of the first verdict."""
    return next((word for word, partners in ruled.items() if partners == list(pairing.partners)), None)


def _members(partners: Partners) -> int:
    return sum(1 << number for number, mask in enumerate(partners) if mask)


def _name_gap(widest: Gap | None, ground: Ground, pairing: Pairing) -> WidestGap | None:
    """The widest gap with ids; pairs that settled are 0 apart."""
    first = next((number for number, mask in enumerate(ground.settled) if mask), None)
    agreed = [] if first is None else [Gap(0, first, (ground.settled[first] & -ground.settled[first]).bit_length() - 1)]
    gaps = [*agreed, *([widest] if widest else [])]
    if not gaps:
        return None
    gap = min(gaps, key=lambda gap: (-gap.distance, gap.left, gap.right))
    length = ground.steps.length if ground.steps else 1
    return WidestGap(pairing.ids[gap.left], pairing.ids[gap.right], Fraction(gap.distance, length))
