"""Issues through all rounds."""

from collections.abc import Iterator
from fractions import Fraction

from negmatrix.analysis.history_records import History, IssueLine
from negmatrix.document import Cell, Column, Line, Rank, Row, Sign, Table, Tone
from negmatrix.views.history_trend import draw_trend, head_trend, list_rounds, show_text
from negmatrix.views.percent import show_percent
from negmatrix.views.verdicts import TONES

_NOTHING = Cell((), None)


def show_issues(history: History) -> Table:
    """Alignment and verdict in each round, and from which round on it is settled or parked, where some issue is."""
    ends = any(issue.settled_in or issue.parked_in for issue in history.issues)
    since = (Column("Since", wraps=False, fixed=True),) if ends else ()
    columns = (Column("Issue", fixed=True), *head_trend(history), *list_rounds(history), *since)
    rows = (_show_issue(issue, history, ends) for issue in history.issues)
    alignments = tuple(round_.alignment for round_ in history.rounds)
    total = (Cell((Line(show_percent(share)),), share) for share in alignments)
    last = (show_text("All issues"), *draw_trend(alignments, history), *total, *((_NOTHING,) if ends else ()))
    return Table("Agreement on each issue", columns, (*rows, Row(last, Rank.TOTAL)), "rounds")


def _show_issue(issue: IssueLine, history: History, ends: bool) -> Row:
    cells = (
        Cell((Line(_show_share(share, n, history), Sign(word.value), tone=TONES.get(word, Tone.MUTED)),), share)
        for share, word, n in zip(issue.alignment, issue.verdict, issue.n, strict=True)
    )
    last = (show_text(_tell_end(issue)),) if ends else ()
    return Row((show_text(issue.title), *draw_trend(issue.alignment, history), *cells, *last))


def _show_share(share: Fraction | None, n: int, history: History) -> str:
    """As in 100% of 2 where it rests on fewer than all parties."""
    if share is None:
        return ""
    return show_percent(share) + (f" of {n}" if _is_partial(n, history) else "")


def _is_partial(n: int, history: History) -> bool:
    return 0 < n < len(history.parties)


def explain_bases(history: History) -> Iterator[str]:
    """What stands behind a percentage of an issue, where something does."""
    shares = ((share, n) for issue in history.issues for share, n in zip(issue.alignment, issue.n, strict=True))
    base = next((n for share, n in shares if share is not None and _is_partial(n, history)), None)
    if base is not None:
        yield f"of {base}: rests on the stances of {base} of the {len(history.parties)} parties"


def _tell_end(issue: IssueLine) -> str:
    if issue.settled_in is not None:
        return f"settled {issue.settled_in}"
    return "" if issue.parked_in is None else f"parked {issue.parked_in}"
