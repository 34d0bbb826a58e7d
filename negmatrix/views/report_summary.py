"""A report's summary, in sentences that tell what each number rests on."""

from collections.abc import Iterator, Mapping

from negmatrix.analysis.matrix import MatrixResult
from negmatrix.analysis.pairs import Pair
from negmatrix.analysis.ranking import rank_pairs
from negmatrix.analysis.report import Report
from negmatrix.analysis.rows import IssueRow
from negmatrix.analysis.totals import OUTSIDE
from negmatrix.model.parties import Role
from negmatrix.model.verdicts import Word
from negmatrix.views.names import join_names
from negmatrix.views.percent import count_of, show_measure, show_percent
from negmatrix.views.verdicts import count_uncounted


def summarize(report: Report) -> Iterator[str]:
    """Who talks about what, how much is known, how near they are, who is nearest to whom, and what is furthest apart."""
    yield _tell_size(report)
    yield _tell_verdicts(report.matrix)
    yield from _tell_pairs(report)
    yield from _tell_gaps(report.matrix)


def _tell_size(report: Report) -> str:
    head = report.matrix.talks
    parties = [party.name for party in head.parties if party.role == Role.PARTY.value]
    rounds = len(report.history.rounds) if report.history else 1
    date = f" ({head.date.replace('/', ' to ')})" if head.date and head.date not in head.round_title else ""
    where = f" in {count_of(rounds, 'round')}, the last shown here being {head.round_title}{date}" if rounds > 1 else ""
    issues = count_of(len(report.matrix.issues), "issue")
    stated = f"{report.matrix.stated} of {count_of(report.matrix.cells, 'position')} are stated"
    verb = "negotiates" if len(parties) == 1 else "negotiate"
    who = join_names(parties)
    return f"{who} {verb} over {issues}{where}. {stated}; what nobody stated is counted as unknown."


def _tell_verdicts(matrix: MatrixResult) -> str:
    total = matrix.overall
    told = f"{_tell_counts(matrix)}."
    if total.alignment is None:
        return f"{told} On no issue can two parties be compared yet."
    share = show_measure(total.alignment, total.span)
    aside = [f"{total.counts[word.value]} {word.value}" for word in OUTSIDE if total.counts[word.value]]
    left_out = f"; what is left out: {join_names(aside)}" if aside else ""
    return f"{told} Agreement over all is {share}, on {count_of(total.n, 'issue', total.of)}{left_out}."


def _tell_counts(matrix: MatrixResult) -> str:
    """How many issues have each verdict; the numbers add up to all issues."""
    counts = [f"{number} {word}" for word, number in matrix.overall.counts.items() if number]
    uncounted = count_uncounted(matrix.issues)
    if not counts:
        return "No issue is counted"
    more = (
        f"; {uncounted} more {'is' if uncounted == 1 else 'are'} shown and not counted (weight 0)" if uncounted else ""
    )
    return f"Of {count_of(len(matrix.issues), 'issue')}: {', '.join(counts)}{more}"


def _tell_pairs(report: Report) -> Iterator[str]:
    ranking = rank_pairs(report.pairs)
    if ranking.known < 2:
        return
    names: Mapping[str, str] = {party.id: party.name for party in report.matrix.talks.parties}
    (first,), (last,) = (
        take(1, lambda pair: (pair.left, pair.right)) for take in (ranking.take_first, ranking.take_last)
    )
    yield f"{_tell_pair(first, names)} agree most; {_tell_pair(last, names)} agree least."


def _tell_pair(pair: Pair, names: Mapping[str, str]) -> str:
    base = f"{show_percent(pair.agreement)} over {count_of(pair.n, 'issue')}"
    return f"{names[pair.left]} and {names[pair.right]} ({base})"


def _tell_gaps(matrix: MatrixResult) -> Iterator[str]:
    """The counted issues that are divergent, or judged open though stances lie apart, from the widest on."""
    apart = [row for row in matrix.issues if row.weight and row.divergence and _is_apart(row)]
    furthest = sorted(apart, key=lambda row: (-(row.divergence or 0), row.title))[:3]
    if furthest:
        told = ", ".join(f"{row.title} ({show_percent(row.alignment)} agreement)" for row in furthest)
        yield f"Furthest apart: {told}."


def _is_apart(row: IssueRow) -> bool:
    """Settled, parked and dropped issues are told elsewhere; an open one is apart unless its stances are aligned."""
    return row.verdict is Word.DIVERGENT or (row.verdict is Word.OPEN and row.computed is not Word.ALIGNED)
