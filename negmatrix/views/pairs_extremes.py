"""The pairs with the most and with the least of what is shown: a few in words, more where there is no map of all."""

from collections.abc import Callable, Iterator, Sequence

from negmatrix.analysis.pairs import Pair
from negmatrix.analysis.ranking import Ranking, rank_pairs
from negmatrix.document import Align, Block, Cell, Column, Items, Line, Paragraph, Rank, Row, Table, Tone
from negmatrix.views.pairs_style import NET, SUMS, PairsStyle, show_base, show_value
from negmatrix.views.percent import count_of

MAX_NAMED = 3
"""How many of the most and of the least agreed pairs are named."""

MAX_LISTED = 20
"""How many of the most and of the least agreed pairs are listed where there is no map."""

_EXTREMES = {
    "agreement": ("Most agreed", "Least agreed"),
    "conflict": ("Most in conflict", "Least in conflict"),
    "net": ("Highest net", "Lowest net"),
}


def name_extremes(style: PairsStyle) -> Iterator[Block]:
    """The pairs with the most and with the least of what is shown; of equal ones the first by sorted ids."""
    ranking = rank_pairs(style.result.pairs, style.measure)
    if ranking.known > 1:
        count = min(MAX_NAMED, max(1, ranking.known // 4))
        extremes = ranking.take_first(count, _ids), ranking.take_lowest(count, _ids)
        told = zip(_EXTREMES[style.measure], extremes, strict=True)
        yield Items(tuple((Line(f"{lead}: {'; '.join(_name(pair, style) for pair in some)}"),) for lead, some in told))
    yield from _tell_missing(ranking, style)


def list_extremes(style: PairsStyle, whole: Callable[[], Table]) -> Iterator[Block]:
    """The two ends of all pairs as a table, which stands for a `whole` one; the last of the list comes first at its end."""
    ranking = rank_pairs(style.result.pairs, style.measure)
    yield from _tell_missing(ranking, style)
    columns = (
        Column("Pair", fixed=True),
        Column(style.measure.capitalize(), Align.RIGHT, wraps=False),
        Column("Issues", wraps=False),
    )
    half = ranking.known // 2
    ends = (
        ranking.take_first(min(MAX_LISTED, ranking.known - half), _ids),
        ranking.take_last(min(MAX_LISTED, half), _ids),
    )
    told = zip(_EXTREMES[style.measure], ends, strict=True)
    rows = [row for lead, some in told if some for row in _list_some(lead, some, style)]
    yield Table("The two ends of all pairs", columns, tuple(rows), "measures", whole=whole)
    if style.measure != "agreement":
        yield Paragraph(f"{SUMS} {NET}" if style.measure == "net" else SUMS, Tone.MUTED)


def _tell_missing(ranking: Ranking, style: PairsStyle) -> Iterator[Block]:
    pairs = len(style.result.pairs)
    if ranking.known < pairs:
        missing = f"{pairs - ranking.known} of {count_of(pairs, 'pair')} n/a: too little in common to tell."
        yield Paragraph(missing, Tone.MUTED)


def _list_some(lead: str, pairs: Sequence[Pair], style: PairsStyle) -> Iterator[Row]:
    yield Row((Cell((Line(lead),), lead, span=3),), Rank.GROUP)
    for pair in pairs:
        name, base = _name_pair(pair, style), show_base(pair.n, pair.of, pair.imputed, style.result.issues)
        value = Cell((Line(show_value(pair, style)),), style.value(pair), style.heat(pair) or Tone.MUTED)
        yield Row((Cell((Line(name),), name), value, Cell((Line(base),), pair.n)))


def _ids(pair: Pair) -> list[str]:
    return sorted((pair.left, pair.right))


def _name_pair(pair: Pair, style: PairsStyle) -> str:
    return f"{style.names[pair.left]} – {style.names[pair.right]}"


def _name(pair: Pair, style: PairsStyle) -> str:
    base = show_base(pair.n, pair.of, pair.imputed, style.result.issues)
    return f"{_name_pair(pair, style)}: {show_value(pair, style)} on {base}"
