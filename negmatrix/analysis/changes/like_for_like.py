"""Agreement over what could be compared both times, and what the rest adds."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from negmatrix.analysis.changes.frame import Frame, Moment
from negmatrix.analysis.changes.issue_cells import IssueCells
from negmatrix.analysis.pairing import Pairing, rule_pairs
from negmatrix.model.standing import Cell, Ruling
from negmatrix.model.verdicts import Verdict, Word
from negmatrix.source import EMPTY, Text


class Alike(NamedTuple):
    """Both sides of a frame cut down to the cells with a stance in both, on issues whose scales can be compared.

    `same` names the issues of which nothing was cut away; `whole`: that is all.
    """

    earlier: Moment
    later: Moment
    same: frozenset[str]
    whole: bool


def cut_alike(frame: Frame, issues: Sequence[IssueCells]) -> Alike:
    """What can be compared like for like. A settlement binds only whom it finds there; a pair that dropped an issue at
    one time takes no part in it at the other.
    """
    cells: tuple[dict[str, Mapping[str, Cell]], dict[str, Mapping[str, Cell]]] = {}, {}
    rulings: tuple[dict[str, tuple[Ruling, ...]], dict[str, tuple[Ruling, ...]]] = {}, {}
    same = set()
    for found in issues:
        issue = found.issue
        if issue.before is None or issue.after is None or not issue.comparable:
            continue
        rows = found.before, found.after
        before, after = (side.places for side in found.footings) if found.footings else (EMPTY, EMPTY)
        held = [moment.standing.rulings.get(issue.id, ()) for moment in (frame.earlier, frame.later)]
        whole = before.keys() == after.keys() and len(before) == len(rows[0]) == len(rows[1]) and not any(held)
        if whole:
            same.add(issue.id)
        kept = before if whole else {party: None for party in before if party in after}
        dropped = () if whole else tuple(_dropped(frame.pairing, held[0], held[1]))
        for side in (0, 1):
            cells[side][issue.id] = rows[side] if whole else {party: rows[side][party] for party in kept}
            rulings[side][issue.id] = (*dropped, *_among(held[side], kept))
    earlier, later = (
        Moment(moment.talks, moment.standing._replace(cells=cells[side], rulings=rulings[side]))
        for side, moment in enumerate((frame.earlier, frame.later))
    )
    return Alike(earlier, later, frozenset(same), len(same) == len(frame.issues))


def _dropped(pairing: Pairing, before: tuple[Ruling, ...], after: tuple[Ruling, ...]) -> Iterator[Ruling]:
    """A verdict for each pair that dropped the issue at one time or the other."""
    for held in (before, after):
        masks = rule_pairs(pairing, held).get(Word.DROPPED, [])
        for left, right in combinations(range(len(masks)), 2):
            if masks[left] >> right & 1:
                between = (Text(pairing.ids[left]), Text(pairing.ids[right]))
                yield Ruling(Verdict(Word.DROPPED, held[0].verdict.issue, "", between=between), 0)


def _among(rulings: tuple[Ruling, ...], kept: Collection[str]) -> Iterator[Ruling]:
    for ruling in rulings:
        between = tuple(party for party in ruling.verdict.between or map(Text, kept) if party in kept)
        if len(between) > 1:
            yield ruling._replace(verdict=ruling.verdict._replace(between=between))
