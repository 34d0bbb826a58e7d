"""Measures written once plainly, without any of the short cuts of the package."""

from fractions import Fraction

from negmatrix.analysis.grounds import Weights
from negmatrix.model.counting import counted_pairs
from negmatrix.model.positions import State
from negmatrix.model.standing import Standing
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from tests.laws import latest


def plain_distance(talks: Talks, standing: Standing, issue: str, left: str, right: str) -> Fraction | None:
    """The distance of two parties on an issue, by its definition; None: takes no part."""
    cells = [standing.cell(issue, party) for party in (left, right)]
    ruling = standing.ruling(issue, left, right)
    if any(cell is not None and cell.position.state is State.NOT_APPLICABLE for cell in cells):
        return None
    if ruling is not None and ruling.verdict.word is Word.DROPPED:
        return None
    if ruling is not None and ruling.verdict.word is Word.SETTLED:
        return Fraction(0)
    scale = talks.issues[issue].scale
    if scale is None or not all(
        cell and cell.position.state is State.STATED and cell.position.stance for cell in cells
    ):
        return None
    one, other = (cell.position.stance for cell in cells if cell)
    assert one is not None
    assert other is not None
    return scale.distance(one, other)


def plain_numbers(talks: Talks, standing: Standing, issue: str) -> tuple[Fraction | None, int, Word, Fraction | None]:
    """The alignment of an issue, over how many parties, the word for it, and the widest distance."""
    found = {
        pair: distance
        for pair in counted_pairs(talks)
        if (distance := plain_distance(talks, standing, issue, *pair)) is not None
    }
    if not found:
        return None, 0, Word.OPEN, None
    mean = sum(found.values(), Fraction()) / len(found)
    far = [pair for pair, distance in found.items() if 1 - distance < Fraction(2, 5)]
    if 1 - mean < Fraction(2, 5) or Fraction(len(far), len(found)) >= Fraction(2, 5):
        word = Word.DIVERGENT
    else:
        word = Word.ALIGNED if 1 - mean >= Fraction(3, 4) and not far else Word.PARTIAL
    return 1 - mean, len({party for pair in found for party in pair}), word, max(found.values())


def plain_word(talks: Talks, standing: Standing, issue: str) -> Word | None:
    """The word that a verdict has for all pairs to whom an issue applies; None where there is none, or several."""
    concerned = [
        pair
        for pair in counted_pairs(talks)
        if all((c := standing.cell(issue, p)) is None or c.position.state is not State.NOT_APPLICABLE for p in pair)
    ]
    words = {(r.verdict.word if (r := standing.ruling(issue, *pair)) else None) for pair in concerned}
    return words.pop() if len(words) == 1 else None


def plain_pair(
    talks: Talks, left: str, right: str, weights: Weights, seen_by: str | None
) -> tuple[Fraction | None, Fraction, int]:
    """The agreement of two parties over all issues, their weighted distance in sum, and over how many."""
    standing = latest(talks)
    shared = []
    for issue in talks.issues.values():
        distance = plain_distance(talks, standing, issue.id, left, right)
        weight: Fraction | None = Fraction(issue.weight) if weights is Weights.ISSUE else Fraction(1)
        if weights is Weights.SALIENCE:
            cells = [standing.cell(issue.id, p) for p in ((left, right) if seen_by is None else (seen_by,))]
            told = [c.position.salience if c and c.position.state is State.STATED else None for c in cells]
            known = [Fraction(salience) / 100 for salience in told if salience is not None]
            weight = sum(known, Fraction()) / len(known) if len(known) == len(told) else None
        if distance is not None and weight is not None and issue.weight > 0:
            shared.append((weight, distance))
    weighed = sum((weight for weight, _ in shared), Fraction())
    apart = sum((weight * distance for weight, distance in shared), Fraction())
    return (1 - apart / weighed if weighed else None), apart, len(shared)
