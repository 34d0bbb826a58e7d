"""Which topics, issues and parties words mean, in one talks or in either of two."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from negmatrix.finding.lost import LostError
from negmatrix.finding.rounds import find_issue, find_party, find_topic
from negmatrix.model.talks import Talks


class Narrowing(NamedTuple):
    """What a talks is narrowed to: names of topics, ids of issues and of parties. Empty ones keep all."""

    topics: frozenset[str]
    issues: frozenset[str]
    parties: frozenset[str]


def find_narrowing(
    all_talks: Sequence[Talks], topics: Sequence[str], issues: Sequence[str], parties: Sequence[str]
) -> Narrowing:
    """What each word means in one of the talks or, since ids may have changed, in each; LostError where it means
    nothing in any.
    """
    return Narrowing(
        _find_all(all_talks, topics, find_topic),
        _find_all(all_talks, issues, find_issue),
        _find_all(all_talks, parties, find_party),
    )


def _find_all(all_talks: Sequence[Talks], words: Sequence[str], find: Callable[[Talks, str], str]) -> frozenset[str]:
    return frozenset(name for word in words for name in _find_in_any(all_talks, word, find))


def _find_in_any(all_talks: Sequence[Talks], word: str, find: Callable[[Talks, str], str]) -> set[str]:
    meant = {name for talks in all_talks if (name := _find_or_not(talks, word, find)) is not None}
    return meant or {find(all_talks[-1], word)}


def _find_or_not(talks: Talks, word: str, find: Callable[[Talks, str], str]) -> str | None:
    try:
        return find(talks, word)
    except LostError:
        return None
