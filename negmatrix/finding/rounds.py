"""Rounds, parties, issues, proposals and topics by what the user calls them: an id, a unique beginning, a name, a number."""

from collections.abc import Mapping, Sequence

from negmatrix.finding.lost import LostError, list_known, lost
from negmatrix.model.counting import measured_parties
from negmatrix.model.talks import Round, Talks


def find_round(talks: Talks, wanted: str | None) -> Round:
    """A round by its id, the unique beginning of one, or its number (1: the first, -1: the last); None: the latest."""
    if wanted is None:
        return talks.latest
    ids = list(talks.rounds)
    numbers = _numbers(ids)
    if wanted not in talks.rounds and wanted in numbers and not _beginning(ids, wanted):
        return talks.rounds[numbers[wanted]]
    return talks.rounds[_find_id("round", wanted, ids, [(round_.title, name) for name, round_ in talks.rounds.items()])]


def find_round_before(talks: Talks, round_id: str, name: str) -> Round:
    """The round before one, given by its id; LostError, which calls the talks by a name, where there is none."""
    ids = list(talks.rounds)
    if len(ids) == 1:
        raise LostError(f"'{name}' has one round only, '{ids[0]}': name a second file or revision to compare it with")
    if round_id == ids[0]:
        raise LostError(f"'{round_id}' is the first round of '{name}': there is none before it")
    return talks.rounds[ids[ids.index(round_id) - 1]]


def _numbers(ids: Sequence[str]) -> dict[str, str]:
    forward = {str(number): name for number, name in enumerate(ids, 1)}
    return forward | {str(number - len(ids)): name for number, name in enumerate(ids)}


def find_party(talks: Talks, wanted: str) -> str:
    """A party's id by its id, name or alias, or by the unique beginning of one."""
    words = [(party.name, name) for name, party in talks.parties.items()]
    words += [(alias, name) for name, party in talks.parties.items() for alias in party.aliases]
    return _find_id("party", wanted, list(talks.parties), words)


def find_measured_party(talks: Talks, wanted: str) -> str:
    """The id of a party that takes part in numbers; LostError for an observer or mediator, too."""
    party = find_party(talks, wanted)
    if party not in measured_parties(talks):
        role = talks.parties[party].role.value
        raise LostError(f"'{party}' is no party to the talks but {role}: nothing is measured")
    return party


def find_pair(talks: Talks, left: str, right: str) -> tuple[str, str]:
    """The ids of two different parties."""
    pair = find_party(talks, left), find_party(talks, right)
    if pair[0] == pair[1]:
        raise LostError(f"'{left}' and '{right}' are one party: name two")
    return pair


def find_issue(talks: Talks, wanted: str) -> str:
    """An issue's id by its id or title, or by the unique beginning of one."""
    return _find_id("issue", wanted, list(talks.issues), [(issue.title, name) for name, issue in talks.issues.items()])


def find_proposal(talks: Talks, wanted: str) -> str:
    """A proposal's id by its id or title, or by the unique beginning of one."""
    words = [(proposal.title, name) for name, proposal in talks.proposals.items()]
    return _find_id("proposal", wanted, list(talks.proposals), words)


def find_drafts(talks: Talks, left: str, right: str) -> tuple[str, str]:
    """The ids of two different proposals with terms."""
    one, other = find_proposal(talks, left), find_proposal(talks, right)
    if one == other:
        raise LostError(f"'{left}' and '{right}' are one proposal: name two")
    bare = next((name for name in (one, other) if not talks.proposals[name].terms), None)
    if bare is not None:
        known = [name for name, proposal in talks.proposals.items() if proposal.terms]
        raise LostError(f"'{bare}' has no terms to compare", f"with terms: {', '.join(known) or 'none'}")
    return one, other


def find_topic(talks: Talks, wanted: str) -> str:
    """A topic by its name or the unique beginning of it."""
    topics = list(dict.fromkeys(str(issue.topic) for issue in talks.issues.values() if issue.topic))
    return _find_id("topic", wanted, topics, [])


def _beginning(known: Sequence[str], wanted: str) -> list[str]:
    return [name for name in known if name.startswith(wanted)]


def _find_id(kind: str, wanted: str, known: Sequence[str], words: Sequence[tuple[str, str]]) -> str:
    """An exact id wins over an exact name, that over the unique beginning of an id or a name, in any case of letters."""
    if wanted in known:
        return wanted
    named = [name for word, name in words if word == wanted]
    folded = wanted.casefold()
    everything = [*((name, name) for name in known), *words]
    begun = [name for word, name in everything if word.casefold().startswith(folded)] if folded else []
    choices: Mapping[str, None] = dict.fromkeys(named or begun)
    if len(choices) == 1:
        return next(iter(choices))
    if choices:
        raise LostError(f"'{wanted}' is the beginning of several: {', '.join(choices)}")
    if not known:
        raise LostError(list_known(kind, known))
    raise lost(kind, wanted, known, words)
