"""One pair of parties on one issue: how near they are, and what word that is."""

from decimal import Decimal
from fractions import Fraction

from negmatrix.model.positions import NOT_APPLICABLE, STATED
from negmatrix.model.scales import Scale
from negmatrix.model.standing import Cell, Standing
from negmatrix.model.talks import Talks, Thresholds
from negmatrix.model.verdicts import Word
from negmatrix.source import Text


def stance_of(cell: Cell | None, scale: Scale | None) -> Text | None:
    """The stance that can be measured in a cell: None without one, without a scale, or when nothing stands."""
    if cell is None or scale is None or cell.position.state is not STATED:
        return None
    return cell.position.stance


def is_concerned(cell: Cell | None) -> bool:
    """Whether an issue applies to the party of a cell; silence does not say that it does not."""
    return cell is None or cell.position.state is not NOT_APPLICABLE


def measure_agreement(talks: Talks, standing: Standing, issue: str, left: str, right: str) -> Fraction | None:
    """The agreement of two parties on an issue, 1 minus their distance: 0 to 1.

    1 where they settled it, even in words only; None where one of them has no stance or the issue does not apply to it,
    and where they dropped it.
    """
    cells = (standing.cell(issue, left), standing.cell(issue, right))
    ruling = standing.ruling(issue, left, right)
    word = ruling.verdict.word if ruling else None
    if word is Word.DROPPED or not all(map(is_concerned, cells)):
        return None
    if word is Word.SETTLED:
        return Fraction(1)
    scale = talks.issues[issue].scale
    first, second = (stance_of(cell, scale) for cell in cells)
    return None if scale is None or first is None or second is None else 1 - scale.distance(first, second)


def judge_pair(agreement: Fraction, thresholds: Thresholds) -> Word:
    """The word for an agreement of one pair: aligned, partial or divergent."""
    if reaches(agreement, thresholds.aligned):
        return Word.ALIGNED
    return Word.PARTIAL if reaches(agreement, thresholds.partial) else Word.DIVERGENT


def reaches(share: Fraction, threshold: Decimal) -> bool:
    """Whether a share is at least as much as a threshold, in whole numbers, which compare several times as fast."""
    part, whole = threshold.as_integer_ratio()
    return share.numerator * whole >= part * share.denominator
