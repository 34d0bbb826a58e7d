"""`--topic`, `--issue` and `--party`: they narrow what is shown and what is measured."""

from collections.abc import Callable
from typing import NamedTuple

from negmatrix.analysis.narrowing import narrow
from negmatrix.cli.loading import Loaded
from negmatrix.cli.wishes import Filter
from negmatrix.finding.rounds import find_issue, find_party, find_topic
from negmatrix.model.talks import Talks


class Narrowed(NamedTuple):
    """A talks with what is left of it, the whole of it, and the round asked for."""

    talks: Talks
    whole: Talks
    round: str | None


def narrow_loaded(loaded: Loaded, wanted: Filter) -> Narrowed:
    """What the filter leaves of a talks; LostError for a name that it does not have."""
    talks = loaded.talks
    if not any(wanted):
        return Narrowed(talks, talks, loaded.found.round)
    topics = _find_all(talks, wanted.topics, find_topic)
    issues = _find_all(talks, wanted.issues, find_issue)
    parties = _find_all(talks, wanted.parties, find_party)
    return Narrowed(narrow(talks, topics, issues, parties), talks, loaded.found.round)


def _find_all(talks: Talks, words: list[str], find: Callable[[Talks, str], str]) -> list[str]:
    return [find(talks, word) for word in words]
