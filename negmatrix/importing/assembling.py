"""The sections of the talks, put together from what a table says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from negmatrix.importing.accounts import read_accounts
from negmatrix.importing.carried import place_carried, stands_alone
from negmatrix.importing.cells import Desk
from negmatrix.importing.coding import Coded, code_words
from negmatrix.importing.dependencies import cut_circles
from negmatrix.importing.explicit import code_stances
from negmatrix.importing.ids import Ids, tell_apart
from negmatrix.importing.judging import make_verdicts
from negmatrix.importing.layout import Plain, Value
from negmatrix.importing.rounds import Book, Written
from negmatrix.importing.scales import Draft
from negmatrix.importing.sections import write_issue, write_parties, write_shared
from negmatrix.importing.sourcing import Sources
from negmatrix.importing.statements import Gathered, Statement
from negmatrix.importing.tables import Lines
from negmatrix.importing.vocabulary import fold
from negmatrix.model.quantity import parse_period


class Assembled(NamedTuple):
    """The sections in the order of a file, what the scales are by issue, and how many positions there are."""

    sections: dict[str, Value]
    scales: dict[str, Draft]
    positions: int
    sources: Sources
    issues: dict[str, str]
    parties: dict[str, str]


def assemble(gathered: Gathered, document: str, title: str, lines: Lines) -> Assembled:
    """All sections but proposals."""
    gathered = gathered._replace(parties=tell_apart(gathered.parties, lines))
    issue_ids = Ids("issue").take_all(_titles(gathered), verbatim=gathered.own)
    party_ids = Ids("party").take_all(_names_of_parties(gathered), verbatim=gathered.own)
    coded = _code(gathered, lines)
    statements, rounds = place_carried(coded.statements, list(gathered.rounds) or [""])
    statements = cut_circles(statements, _names(gathered, issue_ids), lines)
    cited = list(_cited_in(statements))
    sources = Sources(document, cited, own=gathered.own)
    for text in cited:
        sources.cite(text)
    alone = gathered.own and stands_alone(statements, rounds)
    names = _names(gathered, issue_ids)
    desks = {issue: Desk(coded.scales.get(issue), names, lines, sources.cite) for issue in gathered.issues}
    book = Book(desks.__getitem__, sources, own=gathered.own, carries=not alone)
    written = {name: book.write(by_round, lambda one: (issue_ids[one.issue], party_ids[one.party]), lines)
               for name, by_round in _by_round(statements, rounds).items()}  # fmt: skip
    settings: dict[str, Value] = {"carry_forward": Plain("false")} if alone else {}
    verdicts = make_verdicts(gathered.verdicts, issue_ids, lines)
    told = _write_rounds(written, verdicts, gathered)
    sections: dict[str, Value] = {"talks": title, **settings, "parties": write_parties(gathered, party_ids)}
    if sources.entries:
        sections["sources"] = sources.entries
    sections |= write_shared(coded.scales)
    sections["issues"] = {issue_ids[key]: write_issue(about, coded.scales.get(key), gathered.verdicts.get(key, ""))
                          for key, about in gathered.issues.items()}  # fmt: skip
    count = sum(one.size for one in written.values())
    return Assembled(
        sections | told, coded.scales, count, sources, _folded(gathered, issue_ids), _fold_parties(gathered, party_ids)
    )


def _cited_in(statements: Iterable[Statement]) -> Iterator[str]:
    """What each cell rests on, and each of its rival accounts."""
    for statement in statements:
        fields = statement.fields
        if "source" in fields:
            yield fields["source"]
        if "claims" in fields:
            yield from (one["source"] for one in read_accounts(fields["claims"]) or () if "source" in one)


def _titles(gathered: Gathered) -> Iterator[tuple[str, str]]:
    return ((key, key if gathered.own else about["title"]) for key, about in gathered.issues.items())


def _names_of_parties(gathered: Gathered) -> Iterator[tuple[str, str]]:
    return ((key, key if gathered.own else name) for key, name in gathered.parties.items())


def _names(gathered: Gathered, ids: Mapping[str, str]) -> dict[str, str]:
    """Ids of issues by key, id and title."""
    titles = {about["title"]: ids[key] for key, about in gathered.issues.items()}
    return titles | {name: name for name in ids.values()} | dict(ids)


def _folded(gathered: Gathered, ids: Mapping[str, str]) -> dict[str, str]:
    return {fold(name): issue for name, issue in _names(gathered, ids).items()}


def _fold_parties(gathered: Gathered, ids: Mapping[str, str]) -> dict[str, str]:
    return {fold(name): ids[key] for key, title in gathered.parties.items() for name in (title, ids[key])}


def _code(gathered: Gathered, lines: Lines) -> Coded:
    """Statements with their stances: those that the table gives in so many words, and those that its words propose."""
    units = {key: about["unit"] for key, about in gathered.issues.items() if "unit" in about}
    return code_stances(code_words(gathered.statements, units), units, lines, placed=gathered.placed)


def _by_round(statements: Sequence[Statement], rounds: Sequence[str]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {name: [] for name in rounds}
    for one in statements:
        found[one.round].append(one)
    return found


def _tell_round(name: str, round_id: str, about: Mapping[str, str]) -> dict[str, Value]:
    title = about.get("title", name)
    fields: dict[str, Value] = {"title": title} if title and title != round_id else {}
    return fields | ({"date": Plain(about["date"])} if parse_period(about.get("date", "")) else {})


def _write_rounds(
    written: Mapping[str, Written], verdicts: Mapping[str, Value], gathered: Gathered
) -> dict[str, Value]:
    """The rounds, the verdicts in the last; one alone stands at the top."""
    ids = Ids("round").take_all(((name, name or "round 1") for name in written), verbatim=gathered.own)
    rounds: dict[str, Value] = {}
    for number, (name, one) in enumerate(written.items(), 1):
        fields = _tell_round(name, ids[name], gathered.about.get(name, {}))
        if one.sources:
            fields["source"] = one.sources[0] if len(one.sources) == 1 else list(one.sources)
        sections: dict[str, Value] = {"positions": one.positions} if one.positions else {}
        if verdicts and number == len(written):
            sections["verdicts"] = verdicts
        if len(written) == 1:
            head: dict[str, Value] = {"id": ids[name], **fields} if name else fields
            return ({"round": head} if head else {}) | sections
        rounds[ids[name]] = fields | sections or {"title": name or "Round 1"}
    return {"rounds": rounds}
