"""Proposals that were tabled or overtaken, changed their status or their terms."""

from collections.abc import Iterator, Mapping

from negmatrix.analysis.changes.fields import PROPOSAL, compare_fields
from negmatrix.analysis.changes.frame import Frame, Moment
from negmatrix.analysis.changes.kinds import Kind
from negmatrix.analysis.changes.records import Change
from negmatrix.analysis.tabled import find_tabled
from negmatrix.model.proposals import Proposal
from negmatrix.source import Text


def compare_proposals(frame: Frame) -> Iterator[Change]:
    """What happened to the proposals that are on the table before or after."""
    before, after = (_tabled(moment) for moment in (frame.before, frame.after))
    for name, proposal in after.items():
        if name not in before:
            yield Change(Kind.TABLED, proposal=name, after=proposal.title, words_after=proposal.status.value)
        elif before[name] is not proposal:
            yield from _compare(frame, before[name], proposal)
    for name, proposal in before.items():
        if name not in after:
            yield Change(Kind.OVERTAKEN, proposal=name, before=proposal.title, words_before=proposal.status.value)


def _tabled(moment: Moment) -> dict[str, Proposal]:
    shown = find_tabled(moment.talks, moment.standing.turn)
    return {proposal.id: moment.talks.proposals[proposal.id] for proposal in shown}


def _compare(frame: Frame, old: Proposal, new: Proposal) -> Iterator[Change]:
    base = Change(Kind.STATUS, proposal=new.id)
    if old.status is not new.status:
        yield base._replace(before=old.status.value, after=new.status.value)
    for issue, before, after in _changed_terms(frame, old.terms, new.terms):
        yield base._replace(kind=Kind.TERMS, issue=issue, before=before, after=after)
    yield from compare_fields(old, new, PROPOSAL, base)


def _changed_terms(
    frame: Frame, old: Mapping[Text, Text], new: Mapping[Text, Text]
) -> Iterator[tuple[str, str | None, str | None]]:
    named = frame.translation
    before: dict[str, str] = {
        named.issue(issue): named.levels.get(named.issue(issue), {}).get(term, term) for issue, term in old.items()
    }
    after: dict[str, str] = dict(new.items())
    for issue in dict.fromkeys((*before, *after)):
        if before.get(issue) != after.get(issue):
            yield issue, before.get(issue), after.get(issue)
