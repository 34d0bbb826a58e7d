"""A comparison as a document: what happened in one line, then issue by issue, then parties and pairs."""

from collections.abc import Collection, Iterator

from negmatrix.analysis.changes import Changes, Kind
from negmatrix.analysis.changes.records import Ref
from negmatrix.document import Block, Document, Heading, Legend, Paragraph, find_signs
from negmatrix.views.diff_issues import show_issue_changes
from negmatrix.views.diff_numbers import show_concessions, show_pairs
from negmatrix.views.diff_others import show_others
from negmatrix.views.diff_style import find_style
from negmatrix.views.diff_summary import show_summary
from negmatrix.views.verdicts import VERDICT_SIGNS


def show_changes(changes: Changes, only: Collection[Kind] = ()) -> Document:
    """The document of a comparison; with `only`, just the changes of these kinds."""
    blocks = tuple(_show(changes, only))
    signs = tuple(sign for sign in find_signs(blocks) if sign not in VERDICT_SIGNS)
    remarks = (MARKS_OF_WORDS,) if _tells_rewording(changes, only) else ()
    legend = (Legend(signs, remarks, of_rows=True),) if signs or remarks else ()
    return Document(changes.after.talks, (*blocks, *legend))


MARKS_OF_WORDS = "[-words left out-] {+words put in+}"


def _tells_rewording(changes: Changes, only: Collection[Kind]) -> bool:
    told = not only or Kind.REWORDED in only
    both = (changes, *changes.corrections)
    return told and any(change.kind is Kind.REWORDED for one in both for change in one.changes)


def _show(changes: Changes, only: Collection[Kind]) -> Iterator[Block]:
    yield Heading(show_sides(changes), 1)
    for correction in changes.corrections:
        yield Heading(f"{correction.after.title} corrected")
        yield from _show_comparison(correction, only)
    if changes.corrections:
        yield Heading(show_rounds(changes))
    yield from _show_comparison(changes, only)


def _show_comparison(changes: Changes, only: Collection[Kind]) -> Iterator[Block]:
    """The summary, the blocks of issues, and all the rest; numbers over all issues only with all changes."""
    style = find_style(changes, not only)
    told = [change for change in changes.changes if not only or change.kind in only]
    for line in show_summary(changes, told, only, style):
        yield Paragraph(line)
    yield from show_issue_changes(told, style)
    yield from show_others(told, style)
    if not only:
        yield from show_concessions(changes, style)
        yield from show_pairs(changes, style)


def show_sides(changes: Changes) -> str:
    """The talks with its two rounds or, where those are one or in several files, with its two files."""
    before, after = changes.before, changes.after
    if changes.corrections or before.round == after.round:
        return f"{after.talks} · {before.label} → {after.label}"
    return f"{after.talks} · {show_rounds(changes)}"


def show_rounds(changes: Changes) -> str:
    """Two rounds with their dates; one that was corrected."""
    if changes.before.round == changes.after.round:
        return f"{changes.after.title} corrected" if changes.corrected else _show_round(changes.after)
    return f"{_show_round(changes.before)} → {_show_round(changes.after)}"


def _show_round(ref: Ref) -> str:
    date = "" if ref.date is None or ref.date in ref.title else f" ({ref.date.replace('/', ' to ')})"
    return f"{ref.title}{date}"
