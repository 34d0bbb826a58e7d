"""Which issue or party of the earlier file is which of the later one."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from typing import NamedTuple, Protocol, TypeVar

from negmatrix.source import Text


class Titled(Protocol):
    """An issue or a party: something with an id that may have had another one in an earlier file."""

    @property
    def id(self) -> Text:
        """Its id."""

    @property
    def was(self) -> Text | None:
        """Its id in an earlier file."""


_Record = TypeVar("_Record", bound=Titled)


class Match(NamedTuple):
    """Earlier ids with their later ones, and which of the later ones are only a guess."""

    later: Mapping[str, str]
    guessed: frozenset[str] = frozenset()


def match_ids(before: Mapping[str, _Record], after: Mapping[str, _Record]) -> Match:
    """The records with the same id, and those that either file names as the other's by `was`."""
    found = {name: name for name in before if name in after}
    for name, record in after.items():
        if name not in before and record.was in before and record.was not in found and record.was is not None:
            found[record.was] = name
    taken = set(found.values())
    for name, record in before.items():
        if name not in found and record.was is not None and record.was in after and record.was not in taken:
            found[name] = record.was
            taken.add(record.was)
    return Match(found)


def has_strangers(match: Match, before: Mapping[str, _Record], after: Mapping[str, _Record]) -> bool:
    """Whether both sides have records that are not the other's."""
    return len(match.later) < min(len(before), len(after))


def guess_ids(
    match: Match,
    before: Mapping[str, _Record],
    after: Mapping[str, _Record],
    marks: tuple[tuple[Callable[[_Record], Hashable], Callable[[_Record], Hashable]], ...],
) -> Match:
    """Further pairs among records left over, each the only one on its side with a mark that the other has too.

    A mark is a pair of functions, for the earlier and for the later record; None is no mark.
    """
    later, guessed = dict(match.later), set(match.guessed)
    for mark_before, mark_after in marks:
        taken = set(later.values())
        old = _only({name: mark_before(record) for name, record in before.items() if name not in later})
        new = _only({name: mark_after(record) for name, record in after.items() if name not in taken})
        found = {old[mark]: new[mark] for mark in old if mark in new}
        later |= found
        guessed |= set(found.values())
    return Match(later, frozenset(guessed))


def _only(marks: Mapping[str, Hashable]) -> dict[Hashable, str]:
    counted = Counter(marks.values())
    return {mark: name for name, mark in marks.items() if mark is not None and counted[mark] == 1}
