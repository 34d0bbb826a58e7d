"""Two parties on one issue."""

from decimal import Decimal
from enum import Enum
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from negmatrix.analysis.agreement import is_concerned, judge_pair, measure_agreement, stance_of
from negmatrix.analysis.entries import Entry, enter
from negmatrix.analysis.footing import find_accounts
from negmatrix.analysis.issue_positions import find_reaches
from negmatrix.analysis.meeting import Reach
from negmatrix.analysis.pairing import Pairing
from negmatrix.analysis.rulings import RuledWord, find_rulings
from negmatrix.analysis.scale_shape import ScaleShape, describe_scale
from negmatrix.analysis.spans import Interval
from negmatrix.analysis.zone import NO_ZONE, Zone, find_zone
from negmatrix.model.issues import Issue
from negmatrix.model.standing import Standing
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import Text


class Relation(Enum):
    """What an issue does to two parties. Unknown: they cannot be compared on it, which is no disagreement. Outside: it
    was dropped between them, or does not concern one of them.
    """

    UNITES = "unites"
    DIFFERS = "differs"
    DIVIDES = "divides"
    UNKNOWN = "unknown"
    OUTSIDE = "outside"


RELATIONS = {Word.ALIGNED: Relation.UNITES, Word.PARTIAL: Relation.DIFFERS, Word.DIVERGENT: Relation.DIVIDES}
"""By the word for the pair's own agreement."""


class Side(NamedTuple):
    """One party's cell, and what it could live with, in pieces where it rejects some of it; None: it does not say."""

    entry: Entry
    accepted: tuple[Reach, ...] | None


class ComparedIssue(NamedTuple):
    """An issue between two parties. `agreement` is 0 to 1, with the `span` that rival accounts leave; `verdict` is the
    word that was judged between the two, `verdicts` that verdict and its rivals; `without_stance` are those of the two
    that have none; `meet` is what both could live with.
    """

    id: Text
    title: Text
    topic: Text | None
    weight: Decimal
    relation: Relation
    agreement: Fraction | None
    span: Interval | None
    verdict: Word | None
    verdicts: tuple[RuledWord, ...]
    without_stance: tuple[str, ...]
    left: Side
    right: Side
    meet: Zone
    scale: ScaleShape


def compare_issue(
    talks: Talks, standing: Standing, issue: Issue, left: str, right: str, *, measured: bool
) -> ComparedIssue:
    """Two parties on an issue; where one of them is not `measured`, only what both say."""
    agreement = measure_agreement(talks, standing, issue.id, left, right) if measured else None
    ruling = standing.ruling(issue.id, left, right)
    verdict = ruling.verdict.word if ruling else None
    cells = {party: standing.cell(issue.id, party) for party in (left, right)}
    apart = not all(map(is_concerned, cells.values())) or verdict is Word.DROPPED
    one, other = (_take_side(talks, standing, issue, party, verdict) for party in (left, right))
    return ComparedIssue(
        id=issue.id,
        title=issue.title,
        topic=issue.topic,
        weight=issue.weight,
        relation=Relation.OUTSIDE if apart else _relate(talks, agreement),
        agreement=agreement,
        span=_find_span(standing, issue, left, right)
        if agreement is not None and verdict is not Word.SETTLED
        else None,
        verdict=verdict,
        verdicts=find_rulings(talks, standing, issue.id, _pair_alone(left, right)),
        without_stance=tuple(party for party, cell in cells.items() if stance_of(cell, issue.scale) is None),
        left=one,
        right=other,
        meet=NO_ZONE if apart or issue.scale is None else find_zone(issue.scale, dict(sorted(cells.items()))),
        scale=describe_scale(issue.scale),
    )


def _relate(talks: Talks, agreement: Fraction | None) -> Relation:
    return Relation.UNKNOWN if agreement is None else RELATIONS[judge_pair(agreement, talks.thresholds)]


def _take_side(talks: Talks, standing: Standing, issue: Issue, party: str, verdict: Word | None) -> Side:
    cell = standing.cell(issue.id, party)
    keeps = verdict in (Word.SETTLED, Word.PARKED)
    entry = enter(talks, talks.parties[party].id, cell, issue.scale, standing.turn, keeps)
    return Side(entry, find_reaches(issue.scale, cell))


def _pair_alone(left: str, right: str) -> Pairing:
    """These two as the only counted pair."""
    return Pairing((left, right), {left: 0, right: 1}, (2, 1))


def _find_span(standing: Standing, issue: Issue, left: str, right: str) -> Interval | None:
    """The least and the most agreement over all rival accounts of the two stances; None where they leave one."""
    cells = [standing.cell(issue.id, party) for party in (left, right)]
    accounts = [find_accounts(cell.position) for cell in cells if cell is not None]
    if issue.scale is None or all(len(told) < 2 for told in accounts):
        return None
    found = [1 - issue.scale.distance(one, other) for one, other in product(*accounts)]
    return Interval(min(found), max(found)) if min(found) < max(found) else None
