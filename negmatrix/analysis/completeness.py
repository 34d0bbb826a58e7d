"""How much of the table is stated."""

from fractions import Fraction
from typing import NamedTuple

from negmatrix.model.counting import measured_parties
from negmatrix.model.positions import NOT_APPLICABLE
from negmatrix.model.standing import Standing, standing_in
from negmatrix.model.talks import Talks


class Filled(NamedTuple):
    """How many cells of a party or an issue are stated, of those that apply, and their share (None: none applies)."""

    id: str
    name: str
    stated: int
    of: int
    share: Fraction | None


class Completeness(NamedTuple):
    """Stated cells of measured parties in the latest round, over all, by party and by issue."""

    round: str
    stated: int
    of: int
    share: Fraction | None
    parties: tuple[Filled, ...]
    issues: tuple[Filled, ...]


def measure_completeness(talks: Talks) -> Completeness:
    """Stated / (cells − n/a), carried positions included, observers and mediators aside; of no cell, no share."""
    standing = standing_in(talks, talks.latest.id)
    parties = measured_parties(talks)
    by_party = tuple(
        _count(party, talks.parties[party].name, [(issue, party) for issue in talks.issues], standing)
        for party in parties
    )
    by_issue = tuple(
        _count(issue.id, issue.title, [(issue.id, party) for party in parties], standing)
        for issue in talks.issues.values()
    )
    stated, of = sum(one.stated for one in by_party), sum(one.of for one in by_party)
    return Completeness(standing.round.id, stated, of, _share(stated, of), by_party, by_issue)


def _count(name_id: str, name: str, cells: list[tuple[str, str]], standing: Standing) -> Filled:
    found = [standing.cell(issue, party) for issue, party in cells]
    stated = sum(cell is not None and cell.position.stated for cell in found)
    of = sum(cell is None or cell.position.state is not NOT_APPLICABLE for cell in found)
    return Filled(name_id, name, stated, of, _share(stated, of))


def _share(stated: int, of: int) -> Fraction | None:
    return Fraction(stated, of) if of else None
