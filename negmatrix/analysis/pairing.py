"""The pairs that are compared, as one bit mask of partners for each party."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from negmatrix.model.counting import measured_parties, members_of
from negmatrix.model.standing import Ruling
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word

Partners: TypeAlias = Sequence[int]
"""For each party, by its number, the mask of the parties that it is paired with."""


class Pairing(NamedTuple):
    """Measured parties, numbered in the order of their sorted ids (so that the lowest bit is the first id), and the
    counted pairs among them.
    """

    ids: tuple[str, ...]
    numbers: Mapping[str, int]
    partners: Partners

    def mask(self, parties: Iterable[str]) -> int:
        """The parties of a list that are measured, as bits."""
        return sum(1 << self.numbers[party] for party in set(parties) if party in self.numbers)


def pair_up(talks: Talks) -> Pairing:
    """The measured parties of a talks and the pairs of them that count."""
    ids = tuple(sorted(measured_parties(talks)))
    pairing = Pairing(ids, {party: number for number, party in enumerate(ids)}, ())
    partners = [mask & ~(1 << number) for number, mask in enumerate(_find_seated(talks, pairing))]
    for bloc in ids:
        members = pairing.mask(members_of(talks, bloc)) if talks.parties[bloc].members else 0
        if members:
            _part(partners, pairing.numbers[bloc], members)
    return pairing._replace(partners=partners)


def _find_seated(talks: Talks, pairing: Pairing) -> list[int]:
    """For each party those at its tables, itself too: all where there are no tables. Thousands of parties make millions
    of pairs, of which none is looked at by itself.
    """
    if not talks.tables:
        return [(1 << len(pairing.ids)) - 1] * len(pairing.ids)
    seated = [0] * len(pairing.ids)
    for table in talks.tables:
        mask = pairing.mask(table)
        for party in pairing.numbers.keys() & set(table):
            seated[pairing.numbers[party]] |= mask
    return seated


def _part(partners: list[int], bloc: int, members: int) -> None:
    """Take a bloc and its members, a mask, from each other's partners."""
    partners[bloc] &= ~members
    for number in range(members.bit_length()):
        if members >> number & 1:
            partners[number] &= ~(1 << bloc)


def leave_out(pairing: Pairing, parties: Iterable[str]) -> Pairing:
    """The pairing without the pairs of some parties, who keep their numbers."""
    aside = pairing.mask(parties)
    if not aside:
        return pairing
    partners = [0 if aside >> number & 1 else mask & ~aside for number, mask in enumerate(pairing.partners)]
    return pairing._replace(partners=partners)


def count_pairs(partners: Partners) -> int:
    """How many pairs there are, each once."""
    return sum(mask.bit_count() for mask in partners) // 2


def take_pairs(pairing: Pairing, rulings: Iterable[Ruling]) -> Iterator[tuple[Ruling, list[int]]]:
    """Each verdict, in order of force, with the counted pairs that it is the first to cover."""
    remaining = list(pairing.partners)
    for ruling in rulings:
        between = ruling.verdict.between
        covered = pairing.mask(between) if between else -1
        taken = [mask & covered if covered >> number & 1 else 0 for number, mask in enumerate(remaining)]
        remaining = [mask ^ new for mask, new in zip(remaining, taken, strict=True)]
        yield ruling, taken


def leave_dropped(pairing: Pairing, rulings: Iterable[Ruling]) -> Pairing:
    """The pairing without the pairs between whom an issue with these rulings is dropped."""
    dropped = rule_pairs(pairing, rulings).get(Word.DROPPED)
    if dropped is None:
        return pairing
    return pairing._replace(partners=[all_ & ~gone for all_, gone in zip(pairing.partners, dropped, strict=True)])


def rule_pairs(pairing: Pairing, rulings: Iterable[Ruling]) -> dict[Word, list[int]]:
    """The counted pairs by the word of the verdict that holds between them; without one they are in none."""
    ruled: dict[Word, list[int]] = {}
    for ruling, taken in take_pairs(pairing, rulings):
        before = ruled.get(ruling.verdict.word, [0] * len(taken))
        ruled[ruling.verdict.word] = [old | new for old, new in zip(before, taken, strict=True)]
    return ruled
