"""Who says nothing, and what nobody speaks of."""

from collections.abc import Iterator

from negmatrix.checks.written import positions_astray
from negmatrix.diagnostics import Diagnostic, note, quote
from negmatrix.model.parties import Role
from negmatrix.model.talks import Talks


def check_parties_speak(talks: Talks) -> Iterator[Diagnostic]:
    """A party without a position in any round is shown as silent; it may have been forgotten."""
    spoken: set[str] = {party for round_ in talks.rounds.values() for row in round_.positions.values() for party in row}
    if positions_astray(talks) or not spoken <= talks.parties.keys():
        return
    heard = spoken | _ripple(spoken, _members(talks)) | _ripple(spoken, _blocs(talks))
    for party in talks.parties.values():
        if party.role is Role.PARTY and party.id not in heard and _is_usable(party.id):
            yield note("silent-party", f"{quote(party.id)} has no position in any round", party.id.at)


def _members(talks: Talks) -> dict[str, list[str]]:
    return {party.id: list(party.members) for party in talks.parties.values() if party.members}


def _blocs(talks: Talks) -> dict[str, list[str]]:
    blocs: dict[str, list[str]] = {}
    for party in talks.parties.values():
        for member in party.members:
            blocs.setdefault(member, []).append(party.id)
    return blocs


def _ripple(start: set[str], onward: dict[str, list[str]]) -> set[str]:
    """Everybody who is reached from some parties."""
    reached: set[str] = set()
    waiting = [party for party in start if party in onward]
    while waiting:
        new = [other for other in onward.get(waiting.pop(), ()) if other not in reached]
        reached.update(new)
        waiting += new
    return reached


def check_issues_spoken_of(talks: Talks) -> Iterator[Diagnostic]:
    """An issue on which no party has a position in any round is shown as open."""
    spoken = {issue for round_ in talks.rounds.values() for issue, row in round_.positions.items() if row}
    if positions_astray(talks):
        return
    for issue in talks.issues.values():
        if issue.id not in spoken and _is_usable(issue.id):
            yield note("silent-issue", f"nobody has a position on {quote(issue.id)}", issue.id.at)


def _is_usable(id_: str) -> bool:
    """Whether something can be spoken of under its id: a bad one is told elsewhere, and all that refers to it is unread."""
    return not set("@,\n") & set(id_) and id_ == id_.strip()
