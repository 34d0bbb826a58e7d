"""Parties: at which table they sit, who is whose member, and what else they are called."""

from collections.abc import Iterable, Iterator

from negmatrix.diagnostics import Diagnostic, Related, error, quote, warning
from negmatrix.model.parties import Role
from negmatrix.model.talks import Talks
from negmatrix.source import Text


def check_parties_once(talks: Talks) -> Iterator[Diagnostic]:
    """A party is named once at a table, among the members of a bloc, and in `between`, `over` and `from`."""
    for named in _lists_of_parties(talks):
        first: dict[str, Text] = {}
        for party in named:
            if party in first:
                seen = Related(first[party].at, "it is named here first")
                yield error("repeated-party", f"{quote(party)} is named twice", party.at, "delete one", (seen,))
            first.setdefault(party, party)


def _lists_of_parties(talks: Talks) -> Iterator[Iterable[Text]]:
    yield from talks.tables
    yield from (bloc.members for bloc in talks.parties.values())
    yield from (proposal.proposers for proposal in talks.proposals.values())
    for round_ in talks.rounds.values():
        for verdicts in round_.verdicts.values():
            for verdict in verdicts:
                yield verdict.between
                yield verdict.over


def check_tables_of_two(talks: Talks) -> Iterator[Diagnostic]:
    """A table has at least two parties."""
    for table in talks.tables:
        if len(set(table)) == 1 and len(table) == 1 and "tables" not in talks.unread:
            yield error("too-few-parties", "a table needs two parties", table[0].at, "name who negotiates with whom")


def check_observers_apart(talks: Talks) -> Iterator[Diagnostic]:
    """Observers and mediators are shown and never measured, so they sit at no table of `tables`."""
    for table in talks.tables:
        for name in table:
            party = talks.parties.get(name)
            if party is not None and party.role is not Role.PARTY:
                message = f"{quote(name)} is {_article(party.role)} and negotiates with nobody"
                label = "take it out of the table, or change its role"
                yield error("observer-at-table", message, name.at, label, (Related(party.id.at, "it is listed here"),))


def _article(role: Role) -> str:
    return "an observer" if role is Role.OBSERVER else "a mediator"


def check_parties_seated(talks: Talks) -> Iterator[Diagnostic]:
    """Where there are `tables`, a party that sits at none, by itself, its bloc or a member, is compared with nobody."""
    if not talks.tables or {"tables", "parties"} & talks.unread:
        return
    seated = {name for table in talks.tables for name in table}
    if not seated <= talks.parties.keys():
        return
    seated |= {member for name in seated if name in talks.parties for member in talks.parties[name].members}
    for party in talks.parties.values():
        if party.role is Role.PARTY and party.id not in seated and not seated.intersection(party.members):
            message = f"{quote(party.id)} sits at none of the tables"
            yield warning("no-table", message, party.id.at, "it is compared with nobody: add it to a table")
