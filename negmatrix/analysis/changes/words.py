"""Two wordings side by side, word by word.

Python's difflib may take cubic time on texts made for it. What is left here after a common beginning and end goes through
a table of common subsequences, and only when that table is small; its cost is bounded, and it finds the most words in
common.
"""

import re
from typing import NamedTuple

MAX_STEPS = 4096
"""The largest table, in entries: 64 words against 64."""

LEAST_COMMON = 3
"""One word in so many of the longer text must be common; below that a patchwork says less than the two texts."""

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"(?:[{_UNSPACED}]|(?:(?![{_UNSPACED}])\w)+|[^\w\s])\s*|\s+")


class Run(NamedTuple):
    """A stretch of words that both texts have (`old` is `new`), or what stood before and what stands instead."""

    old: str
    new: str

    @property
    def same(self) -> bool:
        """Whether both texts have it."""
        return self.old == self.new


def compare_texts(before: str, after: str) -> tuple[Run, ...]:
    """The two texts cut into stretches that are the same and that differ. Characters of scripts that write no blanks
    are words of their own.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    start = _count_common(old, new)
    end = _count_common(old[start:][::-1], new[start:][::-1])
    middle = _compare_middle(old[start : len(old) - end], new[start : len(new) - end])
    kept = start + end + sum(len(pair[0]) for pair in middle if pair[0] == pair[1])
    if kept * LEAST_COMMON < max(len(old), len(new)):
        return (Run(before, after),)
    tail = old[len(old) - end :]
    pairs = [(old[:start], old[:start]), *middle, (tail, tail)]
    return tuple(Run("".join(one), "".join(other)) for one, other in pairs if one or other)


def _count_common(old: list[str], new: list[str]) -> int:
    for number, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            return number
    return min(len(old), len(new))


def _compare_middle(old: list[str], new: list[str]) -> list[tuple[list[str], list[str]]]:
    """Stretches of words in turn the same and different."""
    if len(old) * len(new) > MAX_STEPS:
        return [(old, new)]
    table = _count_matches(old, new)
    pairs: list[tuple[list[str], list[str]]] = []
    i = j = 0
    while i < len(old) or j < len(new):
        same = i < len(old) and j < len(new) and old[i] == new[j]
        if not pairs or (pairs[-1][0] == pairs[-1][1]) is not same:
            pairs.append(([], []))
        if same or (i < len(old) and (j == len(new) or table[i + 1][j] >= table[i][j + 1])):
            pairs[-1][0].append(old[i])
            i += 1
            if not same:
                continue
        pairs[-1][1].append(new[j])
        j += 1
    return pairs


def _count_matches(old: list[str], new: list[str]) -> list[list[int]]:
    """For each pair of positions, how many words the rests of both texts have in common, in order."""
    table = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        row, below = table[i], table[i + 1]
        for j in range(len(new) - 1, -1, -1):
            row[j] = below[j + 1] + 1 if old[i] == new[j] else max(below[j], row[j + 1])
    return table
