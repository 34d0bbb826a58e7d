"""Two wordings side by side, word by word.

Python's difflib may take cubic time on texts made for it. What is left here after a common beginning and end goes through
a table of common subsequences, and only when that table is small; its cost is bounded, and it finds the most words in
common.
"""

import re
from typing import NamedTuple, TypeAlias

MAX_STEPS = 4096
"""The largest table, in entries: 64 words against 64."""

LEAST_COMMON = 3
"""One word in so many of the longer text must be common; below that a patchwork says less than the two texts."""

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"(?:[{_UNSPACED}]|(?:(?![{_UNSPACED}])\w)+|[^\w\s])\s*|\s+")


class Run(NamedTuple):
    """A stretch of words that both texts have, but for blanks between them, or what stood before and stands instead."""

    old: str
    new: str
    same: bool


def compare_texts(before: str, after: str) -> tuple[Run, ...]:
    """The two texts cut into stretches that are the same and that differ. Characters of scripts that write no blanks
    are words of their own.
    """
    told = _WORD.findall(before), _WORD.findall(after)
    old, new = ([word.rstrip() for word in words] for words in told)
    spans = _compare_words(old, new)
    kept = sum(len(one) for one, _, same in spans if same)
    if kept * LEAST_COMMON < max(len(old), len(new)):
        return (Run(before, after, before == after),)
    return tuple(Run(_join(told[0], one), _join(told[1], other), same) for one, other, same in spans)


_Span: TypeAlias = tuple[range, range, bool]


def _join(words: list[str], span: range) -> str:
    return "".join(words[span.start : span.stop])


def _compare_words(old: list[str], new: list[str]) -> list[_Span]:
    """Stretches in turn the same and different, by the numbers of their words."""
    start = _count_common(old, new)
    end = _count_common(old[start:][::-1], new[start:][::-1])
    ends = len(old) - end, len(new) - end
    spans = [
        (range(start), range(start), True),
        *_compare_middle(old[: ends[0]], new[: ends[1]], start),
        (range(ends[0], len(old)), range(ends[1], len(new)), True),
    ]
    return [span for span in spans if span[0] or span[1]]


def _count_common(old: list[str], new: list[str]) -> int:
    for number, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            return number
    return min(len(old), len(new))


def _compare_middle(old: list[str], new: list[str], start: int) -> list[_Span]:
    """What is left between a common beginning and a common end."""
    if (len(old) - start) * (len(new) - start) > MAX_STEPS:
        return [(range(start, len(old)), range(start, len(new)), False)]
    table = _count_matches(old[start:], new[start:])
    spans: list[_Span] = []
    i = j = start
    while i < len(old) or j < len(new):
        one, other = i, j
        while i < len(old) and j < len(new) and old[i] == new[j]:
            i, j = i + 1, j + 1
        if i > one:
            spans.append((range(one, i), range(other, j), True))
            continue
        while (i < len(old) or j < len(new)) and not (i < len(old) and j < len(new) and old[i] == new[j]):
            drop = i < len(old) and (
                j == len(new) or table[i - start + 1][j - start] >= table[i - start][j - start + 1]
            )
            i, j = (i + 1, j) if drop else (i, j + 1)
        spans.append((range(one, i), range(other, j), False))
    return spans


def _count_matches(old: list[str], new: list[str]) -> list[list[int]]:
    """For each pair of positions, how many words the rests of both texts have in common, in order."""
    table = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        row, below = table[i], table[i + 1]
        for j in range(len(new) - 1, -1, -1):
            row[j] = below[j + 1] + 1 if old[i] == new[j] else max(below[j], row[j + 1])
    return table
