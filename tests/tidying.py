"""Rows of our own and back."""

from collections.abc import Iterator

from negmatrix.analysis.entries import Entry, enter
from negmatrix.diagnostics import Severity
from negmatrix.model.standing import all_standing
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.source import SourceText
from tests.reports import check_text


def read(text: str) -> Talks:
    found = read_talks([SourceText("talks.yaml", text)]).talks
    assert found is not None
    return found


def entries(talks: Talks) -> Iterator[tuple[str, str, Entry]]:
    """Every cell of every round: its round, its issue and what stands in it."""
    for index, standing in enumerate(all_standing(talks)):
        for issue in talks.issues.values():
            for party in talks.parties.values():
                cell = standing.cell(issue.id, party.id)
                yield standing.round.id, issue.id, enter(talks, party.id, cell, issue.scale, index, keeps=False)


def lines_of(entry: Entry) -> tuple[object, ...]:
    """What must come back of a cell."""
    return (
        entry.party, entry.state, entry.stance, entry.says, entry.accepts, entry.rejects, entry.fixed, entry.red_line,
        entry.salience, entry.interest, entry.depends_on, entry.by, entry.confidence, entry.disputed, entry.source,
        entry.date, entry.carried_from, entry.internal, entry.note, accounts_of(entry),
    )  # fmt: skip


def accounts_of(entry: Entry) -> tuple[object, ...]:
    """Rival accounts, without their places on a scale; a single one is the position itself."""
    return tuple(account._replace(place=None) for account in entry.claims) if len(entry.claims) > 1 else ()


def faults(text: str) -> list[str]:
    return [problem.message for problem in check_text(text) if problem.severity is not Severity.NOTE]
