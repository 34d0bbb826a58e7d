"""Marks of an axis that would be drawn alike, put together."""

from collections.abc import Sequence

from negmatrix.document import Mark, MarkKind

UNTITLED = "Scale"
"""What stands over an axis in a table's first column where a heading is its title."""


def fold_marks(marks: Sequence[Mark]) -> list[Mark]:
    """The marks in their order, each party that stands where one before it does, with the same stretches, words and
    signs, named beside that one.
    """
    folded: dict[object, list[Mark]] = {}
    for number, mark in enumerate(marks):
        alike = (mark.words, mark.place, mark.stretches, mark.signs) if mark.kind is MarkKind.PARTY else number
        folded.setdefault(alike, []).append(mark)
    return [
        alike[0]._replace(label=", ".join([mark.label for mark in alike])) if len(alike) > 1 else alike[0]
        for alike in folded.values()
    ]
