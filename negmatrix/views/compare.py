"""Two parties as a document: what unites, differs and divides them, issue by issue, and what adds up."""

from collections.abc import Iterator

from negmatrix.analysis.compared_issue import Relation
from negmatrix.analysis.comparison import Comparison
from negmatrix.document import Block, Document, Heading, Legend, Paragraph, Tone, find_signs
from negmatrix.views.compare_issues import is_in_words, show_compared
from negmatrix.views.compare_style import CompareStyle, find_compare_style
from negmatrix.views.compare_totals import show_totals
from negmatrix.views.footnotes import show_references
from negmatrix.views.headline import show_round
from negmatrix.views.percent import count_of, show_measure
from negmatrix.views.trades import show_found_trades
from negmatrix.views.verdicts import VERDICT_SIGNS

_COUNTED = {
    Relation.UNITES.value: "united on",
    Relation.DIFFERS.value: "differing on",
    Relation.DIVIDES.value: "divided on",
    Relation.UNKNOWN.value: "not known on",
    Relation.OUTSIDE.value: "off the table:",
}


def show_comparison(result: Comparison) -> Document:
    """The document of a comparison."""
    style = find_compare_style(result)
    blocks = tuple(_show_blocks(result, style))
    signs = tuple(sign for sign in find_signs(blocks) if sign not in VERDICT_SIGNS)
    title = f"{style.left} – {style.right}"
    return Document(title, (*blocks, *((Legend(signs),) if signs else ()), *_show_sources(result)))


def _show_blocks(result: Comparison, style: CompareStyle) -> Iterator[Block]:
    title = f"{style.left} – {style.right}"
    issues = count_of(len(result.issues), "issue", result.talks.of_issues)
    yield Heading(" · ".join((title, *show_round(result.talks), issues)), 1)
    yield Paragraph(_tell_whole(result))
    if result.pair is not None and not result.counted:
        yield Paragraph("No total counts this pair: they share no table, or one is a bloc of the other.", Tone.MUTED)
    yield show_compared(result, style)
    yield from show_totals(result, style)
    if result.trades is not None and result.trades.trades:
        yield Heading("Trades")
        yield from show_found_trades(result.trades, style.names)


def _tell_whole(result: Comparison) -> str:
    """Agreement with what it rests on, and how many issues unite, differ, divide or cannot be compared."""
    if result.pair is None:
        return "Nothing is measured: one of the two is no party to the talks, but an observer or a mediator."
    pair = result.pair
    rests = f"over {count_of(pair.n, 'issue', pair.of)}" if pair.n else "as no issue can be compared"
    return " · ".join((f"Agreement {show_measure(pair.agreement, pair.span)} {rests}", *_tell_counts(result)))


def _tell_counts(result: Comparison) -> Iterator[str]:
    in_words = sum(is_in_words(issue) for issue in result.issues)
    for relation, count in result.counts.items():
        unknown = relation == Relation.UNKNOWN.value
        if unknown and in_words:
            yield f"in words only {in_words}"
        left = count - in_words if unknown else count
        if left:
            yield f"{_COUNTED[relation]} {left}"


def _show_sources(result: Comparison) -> tuple[Block, ...]:
    return (Heading("Sources"), show_references(result.sources)) if result.sources else ()
