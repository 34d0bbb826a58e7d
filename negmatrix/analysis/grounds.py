"""What pairs are compared on: the issues that can be coded for all of them, and those that need a look at each pair."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from negmatrix.analysis.agreement import is_concerned, stance_of
from negmatrix.analysis.coding import CodedIssue
from negmatrix.analysis.issue_ground import find_accounts
from negmatrix.analysis.steps import steps_of
from negmatrix.model.issues import Issue
from negmatrix.model.positions import State
from negmatrix.model.standing import Cell, Standing
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word


class Weights(Enum):
    """What an issue counts for between two parties: its own weight, 1, or what it matters to the two, halved."""

    ISSUE = "issue"
    NONE = "none"
    SALIENCE = "salience"


class Grounds(NamedTuple):
    """`coded` issues hold alike for all pairs, and `ids` names them; `applies` has, for each party, a bit for each of
    them, by number, that applies to it. `mixed` are settled or dropped between some pairs only. `disputed` are those
    with rival accounts of some party's stance.
    """

    ids: Sequence[str]
    coded: Sequence[CodedIssue]
    applies: Sequence[int]
    mixed: Sequence[Issue]
    disputed: Mapping[str, frozenset[str]]


def find_grounds(
    talks: Talks, standing: Standing, parties: Sequence[str], weights: Weights, viewer: str | None
) -> Grounds:
    """The issues that count, sorted by how pairs of these parties are compared on them.

    Weighed by salience, an issue counts for a party that says what it matters to it; with a viewer, if the viewer does.
    """
    counted = [issue for issue in talks.issues.values() if issue.weight > 0]
    words = {issue.id: _common_word(standing, issue.id) for issue in counted}
    mixed = [issue for issue in counted if _is_mixed(standing, issue.id)]
    alike = [
        issue
        for issue in counted
        if not _is_mixed(standing, issue.id)
        and words[issue.id] is not Word.DROPPED
        and (issue.scale is not None or words[issue.id] is Word.SETTLED)
    ]
    coded = [_code(issue, words[issue.id], standing, parties, weights, viewer) for issue in alike]
    disputed = {issue.id: _disputing(issue, standing) for issue in counted}
    return Grounds(
        [issue.id for issue in alike],
        coded,
        _applies(alike, standing, parties),
        mixed,
        {k: v for k, v in disputed.items() if v},
    )


def _common_word(standing: Standing, issue: str) -> Word | None:
    """The word of the verdict that holds between all parties."""
    rulings = standing.rulings.get(issue, ())
    return rulings[0].verdict.word if rulings and not rulings[0].verdict.between else None


def _is_mixed(standing: Standing, issue: str) -> bool:
    rulings = standing.rulings.get(issue, ())
    return (
        bool(rulings)
        and bool(rulings[0].verdict.between)
        and any(ruling.verdict.word in (Word.SETTLED, Word.DROPPED) for ruling in rulings)
    )


def _code(
    issue: Issue, word: Word | None, standing: Standing, parties: Sequence[str], weights: Weights, viewer: str | None
) -> CodedIssue:
    weight = Fraction(issue.weight) if weights is Weights.ISSUE else Fraction(1)
    written = standing.cells.get(issue.id, {})
    cells = {number: written.get(party) for number, party in enumerate(parties)}
    if weights is Weights.SALIENCE:
        seers = cells if viewer is None else dict.fromkeys(cells, written.get(viewer))
        cells = {number: cell for number, cell in cells.items() if says_salience(seers[number])}
    if word is Word.SETTLED or issue.scale is None:
        return CodedIssue(weight, None, {number: 0 for number, cell in cells.items() if is_concerned(cell)})
    found = [(number, stance_of(cell, issue.scale)) for number, cell in cells.items()]
    stances = [(number, stance) for number, stance in found if stance is not None]
    steps = steps_of(issue.scale, (stance for _, stance in stances))
    places = steps.places
    return CodedIssue(weight, steps, {number: places[stance] for number, stance in stances})


def _applies(issues: Sequence[Issue], standing: Standing, parties: Sequence[str]) -> list[int]:
    applies = dict.fromkeys(parties, (1 << len(issues)) - 1)
    for number, issue in enumerate(issues):
        for party, cell in standing.cells.get(issue.id, {}).items():
            if cell.position.state is State.NOT_APPLICABLE and party in applies:
                applies[party] ^= 1 << number
    return list(applies.values())


def _disputing(issue: Issue, standing: Standing) -> frozenset[str]:
    cells = standing.cells.get(issue.id, {})
    return frozenset(
        party
        for party, cell in cells.items()
        if cell.position.claims and stance_of(cell, issue.scale) is not None and len(find_accounts(cell.position)) > 1
    )


def says_salience(cell: Cell | None) -> bool:
    """Whether a party says what an issue matters to it."""
    return cell is not None and cell.position.state is State.STATED and cell.position.salience is not None


def salience_of(cell: Cell | None) -> Fraction | None:
    """What an issue matters to a party, 0 to 1; None where nobody says."""
    if cell is None or cell.position.state is not State.STATED or cell.position.salience is None:
        return None
    return _share(cell.position.salience)


@cache
def _share(salience: Decimal) -> Fraction:
    return Fraction(salience) / 100
