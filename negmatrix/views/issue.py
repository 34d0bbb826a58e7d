"""One issue as a document: what it is about, its axis and zone, what is measured, who says what, and what came before."""

from collections.abc import Iterator

from negmatrix.analysis.issue_report import IssueReport
from negmatrix.document import Block, Document, Heading, Legend, Paragraph, Tone, find_signs
from negmatrix.model.parties import Role
from negmatrix.model.verdicts import Word
from negmatrix.views.cells import show_stance
from negmatrix.views.footnotes import show_references
from negmatrix.views.headline import show_round
from negmatrix.views.issue_axis import show_axis
from negmatrix.views.issue_measures import show_measures
from negmatrix.views.issue_past import show_past
from negmatrix.views.issue_positions import show_positions
from negmatrix.views.issue_scale import show_scale
from negmatrix.views.issue_style import IssueStyle, find_issue_style, is_dropped, is_settled
from negmatrix.views.issue_verdicts import show_verdicts
from negmatrix.views.issue_zone import show_zone
from negmatrix.views.links import show_awaited
from negmatrix.views.names import join_names
from negmatrix.views.percent import count_of, show_measure
from negmatrix.views.scale_words import find_unit_words
from negmatrix.views.verdicts import VERDICT_SIGNS


def show_issue(report: IssueReport) -> Document:
    """The document of one issue."""
    style = find_issue_style(report)
    blocks = tuple(_show_blocks(report, style))
    signs = tuple(sign for sign in find_signs(blocks) if sign not in VERDICT_SIGNS)
    return Document(report.row.title, (*blocks, *((Legend(signs),) if signs else ()), *_show_sources(report)))


def _show_blocks(report: IssueReport, style: IssueStyle) -> Iterator[Block]:
    yield from _show_head(report)
    yield from show_axis(report, style)
    if not (is_dropped(report) or report.public):
        yield from show_zone(report.numbers.zone, style, is_settled(report))
    yield from show_scale(report, style)
    yield show_measures(report, style)
    yield from show_verdicts(report, style)
    yield from show_positions(report, style)
    yield from show_past(report, style)
    yield from _show_links(report, style)


def _show_head(report: IssueReport) -> Iterator[Block]:
    """Title and round, and what is asked."""
    yield Heading(" · ".join((report.row.title, *show_round(report.talks), *_tell_parties(report))), 1)
    yield from show_issue_head(report)


def show_issue_head(report: IssueReport) -> Iterator[Block]:
    """The question; verdict, topic, weight, status quo and next step in a line; the note."""
    if report.question is not None:
        yield Paragraph(report.question)
    facts = " · ".join(_tell_facts(report))
    yield Paragraph(facts[0].upper() + facts[1:])
    if report.note is not None:
        yield Paragraph(report.note, Tone.MUTED)


def _tell_parties(report: IssueReport) -> Iterator[str]:
    measured = sum(party.role == Role.PARTY.value for party in report.talks.parties)
    yield count_of(measured, "party", report.talks.of_parties, "parties")


def _tell_facts(report: IssueReport) -> Iterator[str]:
    row = report.row
    yield row.verdict.value + _tell_agreement(report)
    if row.topic is not None:
        yield f"topic: {row.topic}"
    if row.weight != 1:
        yield f"weight: {row.weight:f}" if row.weight else "weight: 0, shown and not counted"
    if report.status_quo is not None:
        yield f"today: {show_stance(report.status_quo, find_unit_words(report.scale))}"
    if report.scale.kind == "text":
        yield "no scale: positions are shown and not measured"
    if row.next is not None:
        yield f"next: {row.next}"
    titles = [report.sources[cited].title for cited in report.source if cited in report.sources]
    if titles:
        yield f"source: {', '.join(titles)}"


def _tell_agreement(report: IssueReport) -> str:
    row = report.row
    if row.judged is Word.SETTLED:
        ats = dict.fromkeys(show_stance(stance, find_unit_words(report.scale)) for stance, _ in report.settled_at)
        at = f" at {join_names(list(ats))}" if ats else ""
        return f"{at}: counted as full agreement" if row.n else at
    return f", agreement {show_measure(row.alignment, row.span)} of {row.n} in {row.of}" if row.n else ""


def _show_links(report: IssueReport, style: IssueStyle) -> Iterator[Block]:
    if not (report.waits_for or report.awaited_by):
        return
    yield Heading("Links")
    yield from show_awaited("Waits for", report.waits_for, style.list_names)
    if report.blocked_by:
        told = ", ".join(report.titles[issue] for issue in report.blocked_by)
        yield Paragraph(f"Blocked by what is still divergent: {told}.")
    yield from show_awaited("Awaited by", report.awaited_by, style.list_names)


def _show_sources(report: IssueReport) -> tuple[Block, ...]:
    return (Heading("Sources"), show_references(report.sources)) if report.sources else ()
