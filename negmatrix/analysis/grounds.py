"""What pairs are compared on: the issues that can be coded for all of them, and those that need a look at each pair."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from negmatrix.analysis.compared_cells import ComparedCells, Known, find_cells
from negmatrix.analysis.footing import Footing
from negmatrix.analysis.spelling import CodedIssue
from negmatrix.model.issues import Issue
from negmatrix.model.positions import STATED
from negmatrix.model.standing import Cell, Standing
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import EMPTY


class Weights(Enum):
    """What an issue counts for between two parties: its own weight, 1, or what it matters to the two, halved."""

    ISSUE = "issue"
    NONE = "none"
    SALIENCE = "salience"


_ONE = Decimal(1)


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
    talks: Talks,
    standing: Standing,
    parties: Sequence[str],
    weights: Weights,
    viewer: str | None,
    footings: Mapping[str, Footing] = EMPTY,
) -> Grounds:
    """The issues that count, sorted by how pairs of these parties are compared on them; `footings` are those already known.

    Weighed by salience, an issue counts for a party that says what it matters to it; with a viewer, if the viewer does.
    """
    counted = [issue for issue in talks.issues.values() if issue.weight > 0]
    mixed = {issue.id: issue for issue in counted if _is_mixed(standing, issue.id)}
    words = {issue.id: _common_word(standing, issue.id) for issue in counted}
    alike = [
        issue
        for issue in counted
        if issue.id not in mixed
        and words[issue.id] is not Word.DROPPED
        and (issue.scale is not None or words[issue.id] is Word.SETTLED)
    ]
    known = Known(footings, {})
    rows = [find_cells(issue, words[issue.id], standing, parties, known) for issue in alike]
    seers = parties if viewer is None else (viewer,) * len(parties)
    others = [find_cells(issue, None, standing, parties, known) for issue in mixed.values()]
    disputed: dict[str, frozenset[str]] = {
        issue.id: row.disputing
        for issue, row in zip((*alike, *mixed.values()), (*rows, *others), strict=True)
        if row.disputing
    }
    return Grounds(
        [issue.id for issue in alike],
        [_code(issue, row, weights, seers) for issue, row in zip(alike, rows, strict=True)],
        _applies(rows, len(parties)),
        [*mixed.values()],
        disputed,
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


def _code(issue: Issue, row: ComparedCells, weights: Weights, seers: Sequence[str]) -> CodedIssue:
    places = _leave_mute(row, seers) if weights is Weights.SALIENCE else row.places
    taken = sorted(place for place in set(places) if place is not None)
    return CodedIssue(issue.weight if weights is Weights.ISSUE else _ONE, row.steps, places, tuple(taken))


def _leave_mute(row: ComparedCells, seers: Sequence[str]) -> list[int | None]:
    """Only the places of those for whom somebody says what the issue matters: each for itself, or one viewer for all."""
    cells = map(row.written.get, seers)
    return [place if says_salience(seer) else None for place, seer in zip(row.places, cells, strict=True)]


def _applies(rows: Sequence[ComparedCells], parties: int) -> list[int]:
    applies = [(1 << len(rows)) - 1] * parties
    for number, row in enumerate(reversed(rows)):
        for party in row.aside:
            applies[party] ^= 1 << number
    return applies


def says_salience(cell: Cell | None) -> bool:
    """Whether a party says what an issue matters to it."""
    return cell is not None and cell.position.state is STATED and cell.position.salience is not None


def salience_of(cell: Cell | None) -> Fraction | None:
    """What an issue matters to a party, 0 to 1; None where nobody says."""
    if cell is None or cell.position.state is not STATED or cell.position.salience is None:
        return None
    return _share(cell.position.salience)


@cache
def _share(salience: Decimal) -> Fraction:
    return Fraction(salience) / 100
