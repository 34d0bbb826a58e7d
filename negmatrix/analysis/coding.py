"""Stances of all issues as bits, so that one operation compares two parties on all of them.

A stance on an ordered scale is thermometer-coded: between each two neighbouring places that somebody takes stands one
bit, set for those above, so that two stances differ in just the bits that lie between them. An option is one bit of its
own at half worth, so that two options differ in two. Bits of equal worth share an integer: their part of the distance
is the worth times the number of bits that differ. Where there are more worths than binary digits in the largest, each
bit is written once for every power of two in its worth. Issues whose places are too many or too odd for that are better
compared one by one (`find_codable`).
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from negmatrix.analysis.spelling import (
    SILENT,
    CodedIssue,
    Spelling,
    Words,
    choose_bits,
    spell_all,
    split_worths,
    worth_of,
)

MAX_BITS = 64
"""How many bits an issue may take, and how many binary digits the worths."""


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


class Share(NamedTuple):
    """Issues that count for as much, in units, as bits by their number."""

    worth: int
    issues: int


def find_codable(issues: Sequence[CodedIssue]) -> list[bool]:
    """Whether each issue takes few bits, of worths that fit with those of the issues before it."""
    codable = []
    fineness = 1
    for issue in issues:
        finer = lcm(fineness, worth_of(issue.weight, 1, issue.steps.length if issue.steps else 1).denominator)
        fits = len(issue.taken) <= MAX_BITS and finer.bit_length() <= MAX_BITS
        fineness = finer if fits else fineness
        codable.append(fits)
    return codable


def code_distances(issues: Sequence[CodedIssue]) -> Coding:
    """Bits that differ by as much, in sum, as the stances of two parties do, weighted."""
    spellings = spell_all(issues)
    distinct = {id(spelling): spelling for spelling in spellings}
    worths = {worth for spelling in distinct.values() for worth, _ in spelling.bits}
    units = lcm(*(worth.denominator for worth in worths))
    parts = split_worths({worth: int(worth * units) for worth in worths})
    chosen = {key: choose_bits(spelling, parts) for key, spelling in distinct.items()}
    layers = sorted({part for split in parts.values() for part in split})
    return Coding(units, [_layer(worth, issues, spellings, chosen) for worth in layers])


def code_weights(issues: Sequence[CodedIssue]) -> tuple[int, list[Share]]:
    """In how many units the weights are whole, and which issues count for each."""
    weights = {weight: Fraction(weight) for weight in {issue.weight for issue in issues}}
    units = lcm(*(worth.denominator for worth in weights.values()))
    parts = split_worths({worth: int(worth * units) for worth in weights.values()})
    by_part: dict[int, set[Decimal]] = {}
    for weight, worth in weights.items():
        for part in parts[worth]:
            by_part.setdefault(part, set()).add(weight)
    return units, [Share(part, flag_issues(issue.weight in told for issue in issues)) for part, told in by_part.items()]


def flag_issues(flags: Iterable[bool]) -> int:
    """A mask with a bit for each issue, the first one's the highest."""
    return int("".join("1" if flag else "0" for flag in flags) or "0", 2)


def find_present(issues: Sequence[CodedIssue], parties: int) -> list[int]:
    """For each party the mask of the issues on which it takes part."""
    rows = [["0" if place is None else "1" for place in issue.places] for issue in issues]
    return [int("".join(column), 2) for column in zip(*rows, strict=True)] or [0] * parties


def _layer(
    worth: int,
    issues: Sequence[CodedIssue],
    spellings: Sequence[Spelling],
    chosen: Mapping[int, Mapping[int, Words]],
) -> Layer:
    rows, widths = [], []
    for issue, spelling in zip(issues, spellings, strict=True):
        words = chosen[id(spelling)].get(worth)
        widths.append(len(words[None]) if words else 0)
        if words:
            rows.append(map(words.__getitem__, issue.places))
    written = ["".join(column) for column in zip(*rows, strict=True)]
    return Layer(
        worth,
        [int(bits.replace(SILENT, "0"), 2) for bits in written],
        [int(bits.replace("0", "1").replace(SILENT, "0"), 2) for bits in written],
        widths,
    )


def spread_bits(flags: Sequence[bool], widths: Sequence[int]) -> int:
    """A mask with all bits of the issues that are flagged."""
    return int(
        "".join("1" * width if flag else "0" * width for flag, width in zip(flags, widths, strict=True)) or "0", 2
    )
