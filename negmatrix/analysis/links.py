"""Issues that wait for others: what positions say they are tied to."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from negmatrix.model.standing import Standing
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word


class Awaited(NamedTuple):
    """The other issue of a link, its verdict, and the parties whose positions tie the two."""

    issue: str
    title: str
    verdict: Word
    parties: tuple[str, ...]


class Link(NamedTuple):
    """An issue that waits for others. `blocked_by` are those that are still divergent of the issues that it waits for,
    itself or through others.
    """

    issue: str
    title: str
    verdict: Word
    waits_for: tuple[Awaited, ...]
    blocked_by: tuple[str, ...]


def find_links(talks: Talks, standing: Standing, verdict_of: Callable[[str], Word]) -> tuple[Link, ...]:
    """The issues of a round that wait for others, in the order of the file; `verdict_of` gives an issue's verdict."""
    ties = {issue: found for issue in talks.issues if (found := _find_ties(talks, standing, issue))}
    return tuple(
        Link(
            issue,
            talks.issues[issue].title,
            verdict_of(issue),
            tuple(
                Awaited(other, talks.issues[other].title, verdict_of(other), tuple(who)) for other, who in tied.items()
            ),
            tuple(other for other in _follow(ties, issue) if verdict_of(other) is Word.DIVERGENT),
        )
        for issue, tied in ties.items()
    )


def find_dependents(links: Iterable[Link]) -> Mapping[str, tuple[Awaited, ...]]:
    """The issues that wait for another, by that other one."""
    found: dict[str, list[Awaited]] = {}
    for link in links:
        for awaited in link.waits_for:
            waiting = Awaited(link.issue, link.title, link.verdict, awaited.parties)
            found.setdefault(awaited.issue, []).append(waiting)
    return {issue: tuple(waiting) for issue, waiting in found.items()}


def _find_ties(talks: Talks, standing: Standing, issue: str) -> dict[str, list[str]]:
    """The issues that positions on one are tied to, with whose positions; those left out of a narrowed talks are none."""
    found: dict[str, list[str]] = {}
    for party, cell in standing.cells.get(issue, {}).items():
        for other in cell.position.depends_on or ():
            if other in talks.issues and other != issue:
                found.setdefault(other, []).append(party)
    return found


def _follow(ties: Mapping[str, Mapping[str, object]], issue: str) -> list[str]:
    """All issues that one waits for, nearest first; itself is not among them, even in a circle."""
    found = {issue: None}
    waiting = [issue]
    for here in waiting:
        new = [other for other in ties.get(here, ()) if other not in found]
        found.update(dict.fromkeys(new))
        waiting += new
    return list(found)[1:]
