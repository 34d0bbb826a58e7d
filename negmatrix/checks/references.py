"""Whether everything that is referred to is there: parties, issues, sources, rounds."""

import re
from collections.abc import Iterator

from negmatrix.checks.citations import cited_texts
from negmatrix.checks.rolls import issue_roll, party_roll, round_roll, source_roll
from negmatrix.checks.written import all_written, written_rows
from negmatrix.diagnostics import Diagnostic
from negmatrix.model.citing import find_citation
from negmatrix.model.talks import Talks
from negmatrix.source import Text


def check_parties_known(talks: Talks) -> Iterator[Diagnostic]:
    """Whoever takes a position, sits at a table, is a member of a bloc or has part in a verdict or a proposal is listed
    under `parties`.
    """
    if "parties" in talks.unread:
        return
    roll = party_roll(talks)
    for party in _named_parties(talks):
        if party not in talks.parties:
            yield roll.unknown(party)


def _named_parties(talks: Talks) -> Iterator[Text]:
    for table in talks.tables:
        yield from table
    for bloc in talks.parties.values():
        yield from bloc.members
    for proposal in talks.proposals.values():
        yield from proposal.proposers
        yield from proposal.stances
    for round_ in talks.rounds.values():
        for row in round_.positions.values():
            yield from (party for party in row if party not in talks.parties)
        for verdicts in round_.verdicts.values():
            for verdict in verdicts:
                yield from verdict.between
                yield from verdict.over


def check_issues_known(talks: Talks) -> Iterator[Diagnostic]:
    """Whatever a position, a verdict or a proposal is about, or depends on, is listed under `issues`."""
    if "issues" in talks.unread:
        return
    roll = issue_roll(talks)
    for issue in _named_issues(talks):
        if issue not in talks.issues:
            yield roll.unknown(issue)


def _named_issues(talks: Talks) -> Iterator[Text]:
    for round_ in talks.rounds.values():
        yield from round_.positions
        yield from round_.verdicts
    for _, row in written_rows(talks):
        for position in all_written(row):
            if position.depends_on:
                yield from position.depends_on
    for proposal in talks.proposals.values():
        yield from proposal.addresses
        yield from proposal.terms


def check_rounds_known(talks: Talks) -> Iterator[Diagnostic]:
    """A proposal is shown from a round, and until a round, that is listed under `rounds`."""
    if "rounds" in talks.unread or "round" in talks.unread:
        return
    roll = round_roll(talks)
    for proposal in talks.proposals.values():
        for named in (proposal.round, proposal.until):
            if named is not None and named not in talks.rounds:
                yield roll.unknown(named)


def check_sources_known(talks: Talks) -> Iterator[Diagnostic]:
    """A source is given by its id under `sources`; a place in it follows after a blank, as in `minutes p. 3`."""
    if "sources" in talks.unread:
        return
    roll = source_roll(talks)
    for cited in cited_texts(talks):
        if cited not in talks.sources and find_citation(talks.sources, cited) is None:
            yield roll.unknown(_without_place(cited), *_shorten(cited))


_PLACE = r"(?s) (?:pp?|pages?|paras?|arts?|articles?|secs?|sections?|ch|chapters?|nos?|lines?|points?|§+)\b.*"
"""Compiled, and kept, where something unknown is cited: most calls start that much sooner."""


def _without_place(cited: Text) -> Text:
    """What must be the source's id, when a place such as `p. 3` follows: the same for every place in it."""
    place = re.search(_PLACE, cited)
    return cited.part(cited[: place.start()], 0) if place and place.start() else cited


def _shorten(cited: str) -> Iterator[str]:
    words = cited[:100].split(" ")
    for count in range(len(words) - 1, 0, -1):
        yield " ".join(words[:count])
