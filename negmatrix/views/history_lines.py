"""Issues, pairs and parties through all rounds."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from heapq import nlargest

from negmatrix.analysis.history import History, IssueLine, PairLine
from negmatrix.document import Align, Block, Cell, Column, Items, Line, Paragraph, Rank, Row, Sign, Spark, Table, Tone
from negmatrix.views.amounts import show_points
from negmatrix.views.diff_numbers import CLOSER
from negmatrix.views.percent import show_percent
from negmatrix.views.verdicts import TONES

MAX_PAIRS = 20
"""Of more pairs than this, those are shown that changed most."""

_NOTHING = Cell((), None)


def show_issues(history: History) -> Table:
    """Alignment and verdict in each round, and from which round on it is settled or parked, where some issue is."""
    ends = any(issue.settled_in or issue.parked_in for issue in history.issues)
    since = (Column("Since", wraps=False, fixed=True),) if ends else ()
    columns = (Column("Issue", fixed=True), *_head_trend(history), *_list_rounds(history), *since)
    rows = (_show_issue(issue, history, ends) for issue in history.issues)
    alignments = tuple(round_.alignment for round_ in history.rounds)
    total = (Cell((Line(show_percent(share)),), share) for share in alignments)
    last = (_text("All issues"), *_draw(alignments, history), *total, *((_NOTHING,) if ends else ()))
    return Table("Agreement on each issue", columns, (*rows, Row(last, Rank.TOTAL)), "rounds")


def _list_rounds(history: History) -> tuple[Column, ...]:
    return tuple(Column(round_.id, Align.RIGHT, wraps=False) for round_ in history.rounds)


def _head_trend(history: History) -> tuple[Column, ...]:
    return (Column("", wraps=False, fixed=True, field="trend"),) if len(history.rounds) > 1 else ()


def _draw(shares: Sequence[Fraction | None], history: History) -> tuple[Cell, ...]:
    """A row of bars, where there are several rounds; numbers stand beside it, so that machines need none."""
    if len(history.rounds) == 1:
        return ()
    return (Cell((Line("", spark=Spark(tuple(shares), tuple(round_.id for round_ in history.rounds))),), None),)


def _show_issue(issue: IssueLine, history: History, ends: bool) -> Row:
    cells = (
        Cell((Line(_show_share(share, n, history), Sign(word.value), tone=TONES.get(word, Tone.MUTED)),), share)
        for share, word, n in zip(issue.alignment, issue.verdict, issue.n, strict=True)
    )
    last = (_text(_tell_end(issue)),) if ends else ()
    return Row((_text(issue.title), *_draw(issue.alignment, history), *cells, *last))


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


def explain_sparks(history: History) -> tuple[Block, ...]:
    """How to read the rows of bars, drawn as each writer draws them; nothing where one round leaves none."""
    if len(history.rounds) == 1:
        return ()
    steps = tuple(Fraction(step, 7) for step in range(8))
    key = Spark(steps, ("bar",) * len(steps))
    entries = (
        (Line("agreement from low to high; a bar for each round, the first on the left", spark=key),),
        (Line("no number in that round", spark=Spark((None,), ("round",))),),
    )
    return (Items(entries),)


def _tell_end(issue: IssueLine) -> str:
    if issue.settled_in is not None:
        return f"settled {issue.settled_in}"
    return "" if issue.parked_in is None else f"parked {issue.parked_in}"


def _text(words: str) -> Cell:
    return Cell((Line(words),), words or None)


def show_pairs(history: History) -> tuple[Block, ...]:
    """The agreement of each pair, over how many issues; of many pairs those that changed most."""
    names = {party.id: party.name for party in history.parties}
    pairs: Sequence[PairLine] = history.pairs
    caption = "Agreement of each pair, and over how many issues"
    if len(pairs) > MAX_PAIRS:
        caption += f": the {MAX_PAIRS} of {len(pairs)} that changed most"
        pairs = nlargest(MAX_PAIRS, pairs, key=_Ranges().find)
    columns = (Column("Pair", fixed=True), *_head_trend(history), *_list_rounds(history))
    rows = tuple(_show_pair(pair, history, names) for pair in pairs)
    return (Table(caption, columns, rows, "rounds"),) if rows else ()


class _Ranges(dict[tuple[tuple[object, ...], ...], Fraction | int]):
    """How far apart the least and the most agreement of a pair are, found once for all pairs of the same numbers; -1
    where there is none.
    """

    def find(self, pair: PairLine) -> tuple[float, Fraction | int]:
        """A pair's range, to sort by: as a float and, for ties, exactly."""
        numbers = tuple([measured[2:] for measured in pair.rounds])
        if numbers not in self:
            known = [share for share in pair.agreement if share is not None]
            self[numbers] = max(known) - min(known) if known else -1
        found = self[numbers]
        return float(found), found


def _show_pair(pair: PairLine, history: History, names: Mapping[str, str]) -> Row:
    cells = (
        Cell((Line(f"{show_percent(share)} of {n}" if n else "n/a"),), share)
        for share, n in zip(pair.agreement, pair.n, strict=True)
    )
    return Row((_text(f"{names[pair.left]} – {names[pair.right]}"), *_draw(pair.agreement, history), *cells))


def show_parties(history: History) -> tuple[Block, ...]:
    """How far each party moved; nothing where nobody did."""
    if not any(party.travelled or party.concession for party in history.parties):
        return ()
    columns = (
        Column("Party", fixed=True),
        Column("Came closer, in points", Align.RIGHT, fixed=True),
        Column("Travelled, in points", Align.RIGHT, fixed=True),
        Column("Issues", Align.RIGHT, wraps=False, fixed=True),
    )
    rows = tuple(
        Row(
            (
                _text(party.name),
                Cell((Line(show_points(party.concession)),), party.concession),
                Cell((Line(show_points(party.travelled).lstrip("+")),), party.travelled),
                Cell((Line(str(party.n)),), party.n),
            )
        )
        for party in history.parties
    )
    return (Table("Who moved, over all rounds", columns, rows), Paragraph(f"{CLOSER} {_TRAVELLED}", Tone.MUTED))


_TRAVELLED = "Travelled: all ways there and back, also where there was nobody to come closer to."
