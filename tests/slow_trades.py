"""A slow search for trades, written from the formulas as they are published."""

from fractions import Fraction
from itertools import permutations
from typing import NamedTuple

from negmatrix.analysis.footing import find_stances
from negmatrix.analysis.voices import find_voices
from negmatrix.model.counting import counted_pairs, find_measured
from negmatrix.model.positions import Position
from negmatrix.model.scales import Levels, Range
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from tests.laws import latest


class Cell(NamedTuple):
    place: Fraction
    salience: Fraction
    effect: Fraction
    position: Position


def cell_of(talks: Talks, issue_id: str, party: str) -> Cell | None:
    """A party on an issue, with the effect of a whole move, in plain words of the definition."""
    issue, standing = talks.issues[issue_id], latest(talks)
    found = standing.cell(issue_id, party)
    if issue.weight == 0 or found is None or not isinstance(issue.scale, (Levels, Range)):
        return None
    position = found.position
    if position.stance is None or not position.salience:
        return None
    weights = {
        other: Fraction(said.position.salience) / 100 * Fraction(talks.parties[other].power)
        for other in find_voices(find_measured(talks), find_stances(standing.cells.get(issue.id, {})))
        if (said := standing.cell(issue_id, other)) and said.position.salience is not None
    }
    whole = sum(weights.values())
    effect = weights.get(party, Fraction()) / whole if whole else Fraction()
    return Cell(issue.scale.place(position.stance), Fraction(position.salience) / 100, effect, position)


def largest(scale: Levels | Range, one: Cell, other: Cell) -> Fraction:
    """The largest move toward the other, as a share of the scale: found by trying each place that it may end at."""
    position, up = one.position, other.place > one.place
    ends = [other.place]
    for stretch in (position.accepts, position.rejects):
        ends += [scale.place(end) for end in stretch or ()]
    if isinstance(scale, Levels):
        ends += scale.places.values()
    lo, hi = sorted((one.place, other.place))
    return max(abs(end - one.place) for end in (*ends, one.place) if lo <= end <= hi and may_reach(scale, one, end, up))


def may_reach(scale: Levels | Range, one: Cell, end: Fraction, up: bool) -> bool:
    """Whether a party may end there; that it stays where it is, even within what it rejects, is no move."""
    if end == one.place:
        return True
    position = one.position
    accepts = sorted(map(scale.place, position.accepts)) if position.accepts else [Fraction(), Fraction(1)]
    if position.fixed or not accepts[0] <= one.place <= accepts[1] or not accepts[0] <= end <= accepts[1]:
        return False
    if position.rejects is None:
        return True
    first, last = sorted(map(scale.place, position.rejects))
    if isinstance(scale, Levels):
        reached = [
            at for at in scale.places.values() if min(end, one.place) <= at <= max(end, one.place) and at != one.place
        ]
        return not any(first <= at <= last for at in (*reached, end)) and not first < one.place < last
    if up:
        return not (first < end and last > one.place)
    return not (last > end and first < one.place)


def slow_trades(talks: Talks) -> list[tuple[Fraction, str, str, str, str]]:
    """All trades by the formulas as they are published, best first."""
    found = []
    for pair in counted_pairs(talks):
        for p, q in permutations(sorted(talks.issues), 2):
            i, j = sorted(pair)
            gain = slow_gain(talks, i, j, p, q)
            if gain > 0:
                found.append((-gain, i, j, p, q))
    return [(-gain, *names) for gain, *names in sorted(found)]  # type: ignore[misc]  # a tuple taken apart and put together


def slow_gain(talks: Talks, i: str, j: str, p: str, q: str) -> Fraction:
    for issue in (p, q):
        ruling = latest(talks).ruling(issue, i, j)
        if ruling is not None and ruling.verdict.word in (Word.SETTLED, Word.PARKED, Word.DROPPED):
            return Fraction()
    ip, jp, iq, jq = (cell_of(talks, issue, party) for issue in (p, q) for party in (i, j))
    if ip is None or jp is None or iq is None or jq is None or ip.place == jp.place or iq.place == jq.place:
        return Fraction()
    scales = talks.issues[p].scale, talks.issues[q].scale
    assert isinstance(scales[0], (Levels, Range))
    assert isinstance(scales[1], (Levels, Range))
    most_p, most_q = largest(scales[0], ip, jp) * ip.effect, largest(scales[1], jq, iq) * jq.effect
    dp = most_p
    dq = dp * (ip.salience + jp.salience) / (iq.salience + jq.salience)
    if dq > most_q:
        dq = most_q
        dp = dq * (iq.salience + jq.salience) / (ip.salience + jp.salience)
    gain = iq.salience * dq - ip.salience * dp
    assert gain == jp.salience * dp - jq.salience * dq
    return gain
