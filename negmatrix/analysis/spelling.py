"""How the stances on an issue are spelled in bits, and what each bit is worth."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeAlias

from negmatrix.analysis.steps import Steps

SILENT = "."
"""Stands for a bit of an issue on which a party has no stance."""


class CodedIssue(NamedTuple):
    """One issue to be coded: what it counts for, and places, in steps, by party number, None for who takes no part.

    `steps` is None where all who take part agree; `taken` are the places that somebody takes, in order.
    """

    weight: Decimal
    steps: Steps | None
    places: Sequence[int | None]
    taken: tuple[int, ...]


Words: TypeAlias = Mapping[int | None, str]
"""How places are written in bits, and silence in as many dots."""


class Spelling(NamedTuple):
    """An issue's bits, by number, for each of their worths, and how each place is written in all of them."""

    bits: tuple[tuple[Fraction, tuple[int, ...]], ...]
    words: Words


@lru_cache(maxsize=4096)
def worth_of(weight: Decimal, steps: int, length: int) -> Fraction:
    """What some steps on a scale of a length count for."""
    return Fraction(weight) * steps / length


def spell_all(issues: Sequence[CodedIssue]) -> list[Spelling]:
    """Issues that count for as much and of which the same places of a like scale are taken are spelled alike, and once."""
    known: dict[tuple[object, ...], Spelling] = {}
    spellings = []
    for issue in issues:
        length, ordered = (issue.steps.length, issue.steps.ordered) if issue.steps else (0, False)
        key = (issue.weight, length, ordered, issue.taken)
        spellings.append(known.get(key) or known.setdefault(key, _spell(issue)))
    return spellings


def _spell(issue: CodedIssue) -> Spelling:
    count = len(issue.taken)
    if issue.steps is None or count < 2:
        return Spelling((), {})
    if not issue.steps.ordered:
        words = ["0" * rank + "1" + "0" * (count - rank - 1) for rank in range(count)]
        bits = ((worth_of(issue.weight, 1, 2), tuple(range(count))),)
        return Spelling(bits, {None: SILENT * count, **dict(zip(issue.taken, words, strict=True))})
    gaps: dict[int, list[int]] = {}
    for number, (low, high) in enumerate(pairwise(issue.taken)):
        gaps.setdefault(high - low, []).append(number)
    length = issue.steps.length
    worths = tuple((worth_of(issue.weight, gap, length), tuple(numbers)) for gap, numbers in gaps.items())
    return Spelling(worths, _fill(issue.taken, range(count), count - 1))


def _fill(places: Iterable[int], ranks: Iterable[int], length: int) -> Words:
    """Each place as that many bits, of which as many are set as its rank says."""
    return {None: SILENT * length, **dict(zip(places, map(_thermometers(length).__getitem__, ranks), strict=True))}


@lru_cache(maxsize=128)
def _thermometers(length: int) -> tuple[str, ...]:
    return tuple("1" * rank + "0" * (length - rank) for rank in range(length + 1))


def split_worths(worths: Mapping[Fraction, int]) -> dict[Fraction, tuple[int, ...]]:
    """Each worth as one part or, where that makes fewer different parts in all, as its powers of two."""
    digits = max(worths.values(), default=0).bit_length()
    if len(worths) <= digits:
        return {worth: (whole,) for worth, whole in worths.items()}
    return {worth: tuple(_powers(whole)) for worth, whole in worths.items()}


def _powers(whole: int) -> Iterator[int]:
    return (1 << digit for digit in range(whole.bit_length()) if whole >> digit & 1)


def choose_bits(spelling: Spelling, parts: Mapping[Fraction, tuple[int, ...]]) -> dict[int, Words]:
    """For each layer how an issue's places are written in it."""
    chosen: dict[int, list[int]] = {}
    for worth, numbers in spelling.bits:
        for part in parts[worth]:
            chosen.setdefault(part, []).extend(numbers)
    return {part: _pick(spelling, numbers) for part, numbers in chosen.items()}


def _pick(spelling: Spelling, numbers: Sequence[int]) -> Words:
    """The words in only some of their bits, which all bits of options and only some of an ordered scale's are worth."""
    silence, *places = spelling.words
    length = len(spelling.words[silence])
    if len(numbers) == length:
        return spelling.words
    flags = bytearray(length)
    for number in numbers:
        flags[number] = 1
    return _fill((place for place in places if place is not None), accumulate(flags, initial=0), len(numbers))
