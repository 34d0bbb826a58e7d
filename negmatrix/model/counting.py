"""Who counts: the parties that are measured, and the pairs of them that are compared."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import combinations
from math import lcm
from typing import NamedTuple

from negmatrix.model.parties import Role
from negmatrix.model.talks import Talks


class Measured(NamedTuple):
    """Those who are parties: what each issue's numbers ask about them, found once.

    `ids` stand in the order of the file, `by_id` sorted. `members` are those of each bloc among them; `powers` are made whole
    by one factor for all.
    """

    ids: tuple[str, ...]
    by_id: tuple[str, ...]
    members: Mapping[str, frozenset[str]]
    powers: Mapping[str, int]


def find_measured(talks: Talks) -> Measured:
    """The measured parties of a talks."""
    ids = measured_parties(talks)
    members = {party: members_of(talks, party) for party in ids if talks.parties[party].members}
    return Measured(ids, tuple(sorted(ids)), members, make_whole({party: talks.parties[party].power for party in ids}))


def make_whole(values: Mapping[str, Decimal]) -> dict[str, int]:
    """Numbers times the least that makes all of them whole."""
    ratios = {value: value.as_integer_ratio() for value in set(values.values())}
    common = lcm(*(below for _, below in ratios.values()))
    whole = {value: above * (common // below) for value, (above, below) in ratios.items()}
    return {party: whole[value] for party, value in values.items()}


def measured_parties(talks: Talks) -> tuple[str, ...]:
    """The ids of those who are parties, not observers or mediators, in the order of the file."""
    measured = Role.PARTY
    return tuple([party.id for party in talks.parties.values() if party.role is measured])


def members_of(talks: Talks, bloc: str) -> frozenset[str]:
    """All members of a bloc, also those of blocs in it; of who is no bloc, none."""
    known = talks.parties.get(bloc)
    if known is None or not known.members:
        return frozenset()
    found: set[str] = set()
    waiting = [bloc]
    while waiting:
        party = talks.parties.get(waiting.pop())
        new = [member for member in (party.members if party else ()) if member not in found]
        found.update(new)
        waiting.extend(new)
    return frozenset(found)


def counted_pairs(talks: Talks) -> tuple[tuple[str, str], ...]:
    """The pairs that are compared, each once, in the order of the file.

    All pairs of measured parties or, where the talks name tables, those that share one; never a bloc and its member.
    """
    measured = measured_parties(talks)
    within = {bloc: members_of(talks, bloc) for bloc in measured if talks.parties[bloc].members}
    seated = _seated_pairs(talks)
    return tuple(
        (left, right)
        for left, right in combinations(measured, 2)
        if (seated is None or (left, right) in seated)
        and right not in within.get(left, ())
        and left not in within.get(right, ())
    )


def _seated_pairs(talks: Talks) -> set[tuple[str, str]] | None:
    if not talks.tables:
        return None
    pairs = {pair for table in talks.tables for pair in combinations(table, 2)}
    return pairs | {(right, left) for left, right in pairs}
