"""The cells of a talks as they were written, for checks that ask something of each."""

from collections.abc import Iterable, Iterator, Mapping

from negmatrix.model.issues import Issue
from negmatrix.model.positions import Position
from negmatrix.model.scales import Scale
from negmatrix.model.talks import Talks
from negmatrix.source import Text


def written_rows(talks: Talks) -> Iterator[tuple[Text, Mapping[Text, Position]]]:
    """Each issue on which a round says something, with the positions by party."""
    for round_ in talks.rounds.values():
        yield from round_.positions.items()


def all_written(row: Mapping[Text, Position]) -> Iterable[Position]:
    """The positions of a row, those that others followed within the same round included."""
    for position in row.values():
        if position.earlier:
            yield from position.earlier
        yield position


def measured_rows(talks: Talks) -> Iterator[tuple[Issue, Scale, Iterable[Position]]]:
    """The rows of issues that have a scale, with the scale."""
    for name, row in written_rows(talks):
        issue = talks.issues.get(name)
        if issue is not None and issue.scale is not None:
            yield issue, issue.scale, all_written(row)


def has_no_scale(issue: Issue | None) -> bool:
    """Whether an issue holds words only, for sure: one whose scale could not be read is not known to lack it."""
    return issue is not None and issue.scale is None and "scale" not in issue.unread


def single_stances(talks: Talks) -> Iterator[tuple[str, Text]]:
    """Stances beside the cells, each with its issue: what was settled, terms of proposals, the status quo."""
    for round_ in talks.rounds.values():
        for name, verdicts in round_.verdicts.items():
            yield from ((name, verdict.agreed) for verdict in verdicts if verdict.agreed is not None)
    for proposal in talks.proposals.values():
        yield from proposal.terms.items()
    for issue in talks.issues.values():
        if issue.status_quo is not None:
            yield issue.id, issue.status_quo


def positions_astray(talks: Talks) -> bool:
    """Whether some positions may not have been read, or stand, as verdicts and terms may, under an issue that is not
    listed, which may be one of those listed.
    """
    named = (section.keys() for round_ in talks.rounds.values() for section in (round_.positions, round_.verdicts))
    terms = (proposal.terms.keys() for proposal in talks.proposals.values())
    if not all(issues <= talks.issues.keys() for issues in (*named, *terms)):
        return True
    rounds = talks.rounds.values()
    return bool({"rounds", "positions"} & talks.unread) or any("positions" in round_.unread for round_ in rounds)
