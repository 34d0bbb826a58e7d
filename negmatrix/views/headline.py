"""The line that says what is shown: which talks and round, how much of it, and what to keep in mind."""

from collections.abc import Iterator

from negmatrix.analysis.matrix import Head, MatrixResult
from negmatrix.model.parties import Role
from negmatrix.views.percent import count_of


def show_headline(result: MatrixResult) -> str:
    """As in: Paris peace talks · Paris · 2 parties · 6 issues · 6 of 12 positions stated."""
    return " · ".join((*show_round(result.talks), *_sizes(result)))


def show_round(head: Head) -> Iterator[str]:
    """The talks' title, the round's where it has one of its own, and its date."""
    yield head.title
    if head.round_title not in ("1", head.title):
        yield head.round_title
    if head.date is not None and head.date not in head.round_title:
        yield head.date.replace("/", " to ")


def _sizes(result: MatrixResult) -> Iterator[str]:
    head = result.talks
    measured = sum(party.role == Role.PARTY.value for party in head.parties)
    yield count_of(measured, "party", head.of_parties, "parties")
    for role in (Role.OBSERVER, Role.MEDIATOR):
        present = sum(party.role == role.value for party in head.parties)
        if present:
            yield f"{count_of(present, role.value)} (not measured)"
    yield count_of(len(result.issues), "issue", head.of_issues)
    yield f"{result.stated} of {count_of(result.cells, 'position')} stated"
