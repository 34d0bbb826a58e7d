"""Which proposals deal with which issues, and what none deals with."""

from collections.abc import Iterator

from negmatrix.analysis.fit_records import CoveredIssue, MeasuredProposal, Proposals
from negmatrix.document import Block, Cell, Column, Heading, Line, Paragraph, Rank, Row, Sign, Table, Tone
from negmatrix.model.verdicts import Word
from negmatrix.views.percent import count_of
from negmatrix.views.proposals_style import ProposalsStyle, name_proposal
from negmatrix.views.verdicts import TONES

_DONE = (Word.SETTLED, Word.PARKED, Word.DROPPED)


def show_coverage(result: Proposals, style: ProposalsStyle) -> Iterator[Block]:
    """A row for each issue, a column for each proposal, with the terms; then the gaps in words."""
    yield Heading("What they deal with")
    columns = (
        Column("Issue", fixed=True),
        *(Column(name_proposal(one), field=one.proposal.id) for one in result.proposals),
        Column("Verdict", fixed=True),
    )
    yield Table("Terms by issue and proposal", columns, tuple(_show_rows(result, style)), "proposals")
    yield from (Paragraph(sentence) for sentence in tell_gaps(result, style))


def _show_rows(result: Proposals, style: ProposalsStyle) -> Iterator[Row]:
    topics = dict.fromkeys(issue.topic for issue in result.issues)
    for topic in sorted(topics, key=lambda topic: topic is not None):
        if topic is not None:
            yield Row((Cell((Line(topic),), str(topic), span=len(result.proposals) + 2),), Rank.GROUP)
        yield from (_show_row(issue, result, style) for issue in result.issues if issue.topic == topic)
    counts = (len(one.proposal.addresses) for one in result.proposals)
    sums = (Cell((Line(f"{count} of {len(result.issues)}"),), count) for count in counts)
    yield Row((Cell((Line("Issues dealt with"),), "Issues dealt with"), *sums, Cell((), None)), Rank.TOTAL)


def _show_row(issue: CoveredIssue, result: Proposals, style: ProposalsStyle) -> Row:
    verdict = Line(issue.verdict.value, Sign(issue.verdict.value), tone=TONES.get(issue.verdict, Tone.MUTED))
    cells = (_show_cell(issue, one, style) for one in result.proposals)
    title = Cell((Line(issue.title),), str(issue.title))
    return Row((title, *cells, Cell((verdict,), issue.verdict.value)))


def _show_cell(issue: CoveredIssue, one: MeasuredProposal, style: ProposalsStyle) -> Cell:
    """The term, or that the issue is dealt with without one."""
    term = one.proposal.terms.get(issue.id)
    if term is not None:
        return Cell((Line(style.show_term(issue.id, term)),), str(term))
    if issue.id in one.proposal.addresses:
        return Cell((Line("dealt with", tone=Tone.MUTED),), "dealt with")
    return Cell((), None)


def tell_gaps(result: Proposals, style: ProposalsStyle) -> Iterator[str]:
    """The issues that no proposal deals with, those that are settled or off the table apart, and those that only
    withdrawn or rejected ones do.
    """
    verdicts = {issue.id: issue.verdict for issue in result.issues}
    open_ = [issue for issue in result.unaddressed if verdicts[issue] not in _DONE]
    done = [issue for issue in result.unaddressed if verdicts[issue] in _DONE]
    if not result.unaddressed:
        yield "Each issue is dealt with by some proposal."
    if open_:
        yield f"No proposal deals with {count_of(len(open_), 'issue')}: {style.list_titles(open_)}."
    if done:
        told = ", ".join(f"{style.title(issue)} ({verdicts[issue].value})" for issue in done)
        yield f"Nor with {told}." if open_ else f"No proposal deals with {told}."
    if result.only_off_the_table:
        yield f"Only what was withdrawn or rejected deals with {style.list_titles(result.only_off_the_table)}."
