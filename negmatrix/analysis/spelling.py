"""How the stances on an issue are spelled in bits, and what each bit is worth."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
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
    """An issue's bits: what each is worth, and how each place is written in them."""

    worths: tuple[Fraction, ...]
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
    if issue.steps.ordered:
        gaps = (high - low for low, high in pairwise(issue.taken))
        worths = tuple(worth_of(issue.weight, gap, issue.steps.length) for gap in gaps)
        words = ("1" * rank + "0" * (count - rank - 1) for rank in range(count))
    else:
        worths = (worth_of(issue.weight, 1, 2),) * count
        words = ("0" * rank + "1" + "0" * (count - rank - 1) for rank in range(count))
    return Spelling(worths, {None: SILENT * len(worths), **dict(zip(issue.taken, words, strict=True))})


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
    for number, worth in enumerate(spelling.worths):
        for part in parts[worth]:
            chosen.setdefault(part, []).append(number)
    return {part: _pick(spelling, bits) for part, bits in chosen.items()}


def _pick(spelling: Spelling, bits: Sequence[int]) -> Words:
    """The words with only some of their bits."""
    if len(bits) == len(spelling.worths):
        return spelling.words
    pick = itemgetter(*bits)
    return {place: "".join(pick(word)) for place, word in spelling.words.items()}
