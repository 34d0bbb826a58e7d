"""A round of the later file with parts of it as they were in the earlier one."""

from collections.abc import Callable
from typing import NamedTuple

from negmatrix.analysis.changes.frame import Frame, Matched
from negmatrix.analysis.changes.translating import translate_position, translate_verdict
from negmatrix.model.standing import Cell, Ruling, Standing


class Written(NamedTuple):
    """What is written differently in one round of two files: cells, by issue and party, and the verdicts of issues."""

    cells: frozenset[tuple[str, str]]
    verdicts: frozenset[str]


NOTHING = Written(frozenset(), frozenset())


def find_written(frame: Frame) -> Written:
    """What the two sides of a frame write differently in their own rounds, on issues that both have and can compare."""
    cells, verdicts = set(), set()
    for issue in frame.issues:
        if issue.before is not None and issue.after is not None and issue.comparable:
            cells |= {(issue.id, party) for party in _find_cells(frame, issue)}
            verdicts |= {issue.id} if _differ_in_verdicts(frame, issue) else set()
    return Written(frozenset(cells), frozenset(verdicts))


def _find_cells(frame: Frame, issue: Matched) -> set[str]:
    old = frame.before.standing.round.positions.get(issue.before.id, {}) if issue.before else {}
    new = frame.after.standing.round.positions.get(issue.after.id, {}) if issue.after else {}
    named = frame.translation
    before = {named.party(party): translate_position(position, named) for party, position in old.items()}
    known = set(frame.parties.later.values())
    return {party for party in (*before, *new) if party in known and before.get(party) != new.get(party)}


def _differ_in_verdicts(frame: Frame, issue: Matched) -> bool:
    old = frame.before.standing.round.verdicts.get(issue.before.id, ()) if issue.before else ()
    new = frame.after.standing.round.verdicts.get(issue.after.id, ()) if issue.after else ()
    return tuple(translate_verdict(verdict, frame.translation) for verdict in old) != new


def patch(frame: Frame, written: Written) -> Frame:
    """The frame with an earlier side like the later one, but for what was written differently, and for issues, scales
    and parties that only one side has, where it stays as it was.
    """
    shared = {issue.id for issue in frame.issues if issue.before and issue.after and issue.comparable}
    parties = set(frame.parties.later.values())
    return _patch(
        frame,
        lambda issue, party: (issue, party) in written.cells or issue not in shared or party not in parties,
        lambda issue: issue in written.verdicts or issue not in shared,
    )


def patch_known(frame: Frame, written: Written) -> Frame:
    """The frame with an earlier side like the later one in all but what was written differently."""
    issues = tuple(Matched(name, issue, issue, True, False) for name, issue in frame.after.talks.issues.items())
    earlier = frame.earlier._replace(talks=frame.after.talks)
    return _patch(
        frame._replace(issues=issues, earlier=earlier),
        lambda issue, party: (issue, party) in written.cells,
        lambda issue: issue in written.verdicts,
    )


def _patch(frame: Frame, old_cell: Callable[[str, str], bool], old_verdict: Callable[[str], bool]) -> Frame:
    earlier, later = frame.earlier.standing, frame.later.standing
    cells = {
        issue: _choose_cells(earlier, later, issue, old_cell) for issue in dict.fromkeys((*later.cells, *earlier.cells))
    }
    rulings: dict[str, tuple[Ruling, ...]] = {}
    for issue in dict.fromkeys((*later.rulings, *earlier.rulings)):
        rulings[issue] = (earlier if old_verdict(issue) else later).rulings.get(issue, ())
    standing = earlier._replace(cells=cells, rulings=rulings)
    return frame._replace(earlier=frame.earlier._replace(standing=standing))


def _choose_cells(
    earlier: Standing, later: Standing, issue: str, old_cell: Callable[[str, str], bool]
) -> dict[str, Cell]:
    chosen = {}
    for party in dict.fromkeys((*later.cells.get(issue, ()), *earlier.cells.get(issue, ()))):
        cell = (earlier if old_cell(issue, party) else later).cell(issue, party)
        if cell is not None:
            chosen[party] = cell
    return chosen
