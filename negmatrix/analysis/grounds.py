"""What pairs are compared on: the issues that can be coded for all of them, and those that need a look at each pair."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import NamedTuple, cast

from negmatrix.analysis.agreement import is_concerned, stance_of
from negmatrix.analysis.coding import CodedIssue
from negmatrix.analysis.issue_ground import find_accounts
from negmatrix.analysis.steps import Steps, steps_of
from negmatrix.model.issues import Issue
from negmatrix.model.positions import State
from negmatrix.model.scales import Range, Scale
from negmatrix.model.standing import Cell, Standing
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word


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
    talks: Talks, standing: Standing, parties: Sequence[str], weights: Weights, viewer: str | None
) -> Grounds:
    """The issues that count, sorted by how pairs of these parties are compared on them.

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
    known: dict[int, Steps] = {}
    rows = [_find_row(issue, words[issue.id], standing, parties, known) for issue in alike]
    others = [_find_row(issue, None, standing, parties, known) for issue in mixed.values()]
    disputed: dict[str, frozenset[str]] = {
        issue.id: row.disputing
        for issue, row in zip((*alike, *mixed.values()), (*rows, *others), strict=True)
        if row.disputing
    }
    return Grounds(
        [issue.id for issue in alike],
        [_code(issue, row, weights, viewer) for issue, row in zip(alike, rows, strict=True)],
        _applies(rows, len(parties)),
        [*mixed.values()],
        disputed,
    )


class _Row(NamedTuple):
    """An issue's cells as written, by party, and those of the parties compared, by number, with their places in steps;
    whom the issue does not concern, by number, and of whom there are rival accounts.
    """

    written: Mapping[str, Cell]
    cells: Sequence[Cell | None]
    steps: Steps | None
    places: Sequence[int | None]
    aside: Sequence[int]
    disputing: frozenset[str]


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


def _find_row(
    issue: Issue, word: Word | None, standing: Standing, parties: Sequence[str], known: dict[int, Steps]
) -> _Row:
    written = standing.cells.get(issue.id, {})
    cells = [*map(written.get, parties)]
    if word is Word.SETTLED or issue.scale is None:
        places: list[int | None] = [0 if is_concerned(cell) else None for cell in cells]
        aside = [number for number, place in enumerate(places) if place is None]
        return _Row(written, cells, None, places, aside, frozenset())
    steps = _find_steps(issue.scale, cells, known)
    places = _find_places(cells, steps)
    if len(written) == len(cells) - places.count(None):
        return _Row(written, cells, steps, places, (), frozenset())
    odd = [(n, cell) for n, (cell, place) in enumerate(zip(cells, places, strict=True)) if cell and place is None]
    for number, cell in odd:
        stance = stance_of(cell, issue.scale)
        places[number] = None if stance is None else steps.places[stance]
    disputing = frozenset(cell.position.party for _, cell in odd if _is_disputed(cell, issue.scale))
    aside = [number for number, cell in odd if not is_concerned(cell)]
    return _Row(written, cells, steps, places, aside, disputing)


def _find_places(cells: Sequence[Cell | None], steps: Steps) -> list[int | None]:
    """Where the plain stances lie. As of all there may be a million, nothing is called for one but a mapping's `get`;
    cells with rival accounts, or without a stance, are left for a second look.
    """
    stated, find = State.STATED, cast("Callable[[str | None], int | None]", steps.places.get)
    return [
        find(position.stance) if cell and (position := cell.position).state is stated and not position.claims else None
        for cell in cells
    ]


def _find_steps(scale: Scale, cells: Sequence[Cell | None], known: dict[int, Steps]) -> Steps:
    """A scale's steps, kept by scale where they are the same for all stances."""
    if isinstance(scale, Range):
        return steps_of(scale, {stance for cell in cells if (stance := stance_of(cell, scale)) is not None})
    return known.get(id(scale)) or known.setdefault(id(scale), steps_of(scale, ()))


def _is_disputed(cell: Cell, scale: Scale) -> bool:
    return stance_of(cell, scale) is not None and len(find_accounts(cell.position)) > 1


def _code(issue: Issue, row: _Row, weights: Weights, viewer: str | None) -> CodedIssue:
    places = _leave_mute(row, viewer) if weights is Weights.SALIENCE else row.places
    taken = sorted(place for place in set(places) if place is not None)
    return CodedIssue(issue.weight if weights is Weights.ISSUE else _ONE, row.steps, places, tuple(taken))


def _leave_mute(row: _Row, viewer: str | None) -> list[int | None]:
    """Only the places of those who say what the issue matters to them; with a viewer all, if the viewer says."""
    seers = row.cells if viewer is None else [row.written.get(viewer)] * len(row.cells)
    return [place if says_salience(seer) else None for place, seer in zip(row.places, seers, strict=True)]


def _applies(rows: Sequence[_Row], parties: int) -> list[int]:
    applies = [(1 << len(rows)) - 1] * parties
    for number, row in enumerate(reversed(rows)):
        for party in row.aside:
            applies[party] ^= 1 << number
    return applies


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
