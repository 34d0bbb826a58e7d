"""Stances of all issues as bits, so that one operation compares two parties on all of them.

A stance on an ordered scale is thermometer-coded: between each two neighbouring places that somebody takes stands one
bit, set for those above, so that two stances differ in just the bits that lie between them. An option is one bit of its
own at half worth, so that two options differ in two. Bits of equal worth share an integer: their part of the distance
is the worth times the number of bits that differ. Where there are more worths than binary digits in the largest, each
bit is written once for every power of two in its worth. Issues whose places are too many or too odd for that are better
compared one by one (`find_codable`).
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from math import lcm
from typing import NamedTuple

from negmatrix.analysis.steps import Steps

MAX_BITS = 64
"""How many bits an issue may take, and how many binary digits the worths."""


class CodedIssue(NamedTuple):
    """One issue to be coded: what it counts for, and places by party number; `steps` None where all are equal."""

    weight: Fraction
    steps: Steps | None
    places: Mapping[int, int]


class Layer(NamedTuple):
    """All bits of one worth: for each party those that are set, and those of issues on which it has a stance.

    `widths` tells how many bits each issue has.
    """

    worth: int
    codes: Sequence[int]
    stated: Sequence[int]
    widths: Sequence[int]


class Coding(NamedTuple):
    """The bits of all issues; worths count units of 1 / `units`."""

    units: int
    layers: Sequence[Layer]


class _Spelling(NamedTuple):
    """An issue's bits: what each is worth, and how each place is written in them."""

    worths: tuple[Fraction, ...]
    words: Mapping[int, str]


def find_codable(issues: Sequence[CodedIssue]) -> list[bool]:
    """Whether each issue takes few bits, of worths that fit with those of the issues before it."""
    codable = []
    fineness = 1
    for issue in issues:
        finer = fineness if issue.steps is None else lcm(fineness, (issue.weight / issue.steps.length).denominator)
        fits = len(set(issue.places.values())) <= MAX_BITS and finer.bit_length() <= MAX_BITS
        fineness = finer if fits else fineness
        codable.append(fits)
    return codable


def code_distances(issues: Sequence[CodedIssue], parties: int) -> Coding:
    """Bits that differ by as much, in sum, as the stances of two parties do, weighted."""
    return _code(issues, [_spell(issue) for issue in issues], parties)


def code_weights(issues: Sequence[CodedIssue], parties: int) -> Coding:
    """One bit of each issue's weight, set where a party has a stance."""
    return _code(
        issues, [_Spelling((issue.weight,), dict.fromkeys(issue.places.values(), "1")) for issue in issues], parties
    )


def _spell(issue: CodedIssue) -> _Spelling:
    places = sorted(set(issue.places.values()))
    count = len(places)
    if issue.steps is None or count < 2:
        return _Spelling((), dict.fromkeys(places, ""))
    if not issue.steps.ordered:
        words = {place: "0" * rank + "1" + "0" * (count - rank - 1) for rank, place in enumerate(places)}
        return _Spelling((issue.weight / 2,) * count, words)
    step = issue.weight / issue.steps.length
    gaps = tuple(step * (high - low) for low, high in pairwise(places))
    return _Spelling(gaps, {place: "1" * rank + "0" * (count - rank - 1) for rank, place in enumerate(places)})


def _code(issues: Sequence[CodedIssue], spellings: Sequence[_Spelling], parties: int) -> Coding:
    distinct = {worth for spelling in spellings for worth in spelling.worths}
    units = lcm(*(worth.denominator for worth in distinct))
    parts = _split({worth: int(worth * units) for worth in distinct})
    layers = sorted({part for split in parts.values() for part in split})
    chosen = [_choose_bits(spelling, parts) for spelling in spellings]
    return Coding(units, [_layer(worth, issues, spellings, chosen, parties) for worth in layers])


def _split(worths: Mapping[Fraction, int]) -> dict[Fraction, tuple[int, ...]]:
    """Each worth as one part or, where that makes fewer different parts in all, as its powers of two."""
    digits = max(worths.values(), default=0).bit_length()
    if len(worths) <= digits:
        return {worth: (whole,) for worth, whole in worths.items()}
    return {worth: tuple(_powers(whole)) for worth, whole in worths.items()}


def _powers(whole: int) -> Iterator[int]:
    return (1 << digit for digit in range(whole.bit_length()) if whole >> digit & 1)


def _choose_bits(spelling: _Spelling, parts: Mapping[Fraction, tuple[int, ...]]) -> dict[int, list[int]]:
    """For each layer the numbers of an issue's bits that stand in it."""
    chosen: dict[int, list[int]] = {}
    for number, worth in enumerate(spelling.worths):
        for part in parts[worth]:
            chosen.setdefault(part, []).append(number)
    return chosen


def _layer(
    worth: int,
    issues: Sequence[CodedIssue],
    spellings: Sequence[_Spelling],
    chosen: Sequence[Mapping[int, list[int]]],
    parties: int,
) -> Layer:
    codes: list[list[str]] = [[] for _ in range(parties)]
    stated: list[list[str]] = [[] for _ in range(parties)]
    widths = []
    for issue, spelling, bits in zip(issues, spellings, chosen, strict=True):
        here = bits.get(worth, [])
        widths.append(len(here))
        if here:
            _write(issue, _words(spelling, here), len(here), codes, stated)
    return Layer(worth, _as_numbers(codes), _as_numbers(stated), widths)


def _words(spelling: _Spelling, bits: list[int]) -> Mapping[int, str]:
    if len(bits) == len(spelling.worths):
        return spelling.words
    return {place: "".join(word[bit] for bit in bits) for place, word in spelling.words.items()}


def _write(
    issue: CodedIssue, words: Mapping[int, str], width: int, codes: list[list[str]], stated: list[list[str]]
) -> None:
    nothing, all_ = "0" * width, "1" * width
    places = issue.places
    for party, (code, has) in enumerate(zip(codes, stated, strict=True)):
        place = places.get(party)
        code.append(nothing if place is None else words[place])
        has.append(nothing if place is None else all_)


def _as_numbers(pieces: list[list[str]]) -> list[int]:
    return [int("".join(piece) or "0", 2) for piece in pieces]


def spread_bits(flags: Sequence[bool], widths: Sequence[int]) -> int:
    """A mask with all bits of the issues that are flagged."""
    return int(
        "".join("1" * width if flag else "0" * width for flag, width in zip(flags, widths, strict=True)) or "0", 2
    )
