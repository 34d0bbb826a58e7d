"""Blocs and their members."""

from collections.abc import Iterable, Iterator, Mapping

from negmatrix.checks.circles import find_circles, tell_circle
from negmatrix.diagnostics import Diagnostic, Related, error, note, quote
from negmatrix.model.positions import STATED
from negmatrix.model.standing import Cell, standing_in
from negmatrix.model.talks import Talks
from negmatrix.source import Text


def check_blocs_apart(talks: Talks) -> Iterator[Diagnostic]:
    """A bloc is not a member of itself, nor of one of its members."""
    links = {party.id: party.members for party in talks.parties.values() if party.members}
    for circle in find_circles(links):
        message = f"a bloc cannot be within itself: {tell_circle(circle, 'holds')}"
        yield error("bloc-in-itself", message, circle[0].at, "take it out of 'members'")


def check_members_with_bloc(talks: Talks) -> Iterator[Diagnostic]:
    """A member whose stance in the latest round differs from its bloc's is worth a note."""
    if not any(party.members for party in talks.parties.values()):
        return
    for name, cells in standing_in(talks, talks.latest.id).cells.items():
        issue = talks.issues.get(name)
        if issue is None or issue.scale is None:
            continue
        for bloc, common in _stances(talks, cells):
            for member, own in _stances_of(talks.parties[bloc].members, cells):
                if not issue.scale.same(own, common):
                    message = f"{quote(member)} departs from its bloc {quote(bloc)}"
                    yield note(
                        "departs-from-bloc", message, own.at, related=(Related(common.at, "the bloc stands here"),)
                    )


def _stances(talks: Talks, cells: Mapping[str, Cell]) -> Iterator[tuple[str, Text]]:
    """The stances of blocs."""
    blocs = [name for name in cells if name in talks.parties and talks.parties[name].members]
    return _stances_of(blocs, cells)


def _stances_of(parties: Iterable[str], cells: Mapping[str, Cell]) -> Iterator[tuple[str, Text]]:
    for party in parties:
        cell = cells.get(party)
        if cell is not None and cell.position.state is STATED and cell.position.stance is not None:
            yield party, cell.position.stance
