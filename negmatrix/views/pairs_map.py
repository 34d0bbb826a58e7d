"""The map of all pairs: what they are to each other above the diagonal, what that rests on below it."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from negmatrix.analysis.pairs import Pair
from negmatrix.document import Align, Block, Cell, Column, Heat, Legend, Line, Row, Sign, Table, Tone
from negmatrix.model.verdicts import Word
from negmatrix.views.pairs_style import NET, SUMS, PairsStyle, show_amount, show_value

_ABOVE = {"agreement": "Agreement", "conflict": "Conflict", "net": "Congruence less conflict"}
_EMPTY = Cell((), None)

_Cells: TypeAlias = dict[tuple[object, ...], tuple[Cell, Cell]]
"""What stands above and below the diagonal for all pairs with the same numbers."""


def show_map(style: PairsStyle) -> tuple[Block, ...]:
    """The table, and how to read it."""
    signs, remarks = _find_signs(style), tuple(_remark(style, find_common_base(style)))
    legend = (Legend(signs, remarks),) if signs or remarks else ()
    return (draw_map(style), *legend)


def draw_map(style: PairsStyle) -> Table:
    """The table alone."""
    of = find_common_base(style)
    columns = (
        Column("Party", fixed=True, field=f"{style.measure} above the diagonal, n below"),
        *(
            Column(str(number) if style.numbered else style.names[party], Align.RIGHT, wraps=False, field=party)
            for number, party in enumerate(style.order, start=1)
        ),
    )
    pairs: dict[str, dict[str, Pair]] = {party: {} for party in style.order}
    for pair in style.result.pairs:
        pairs[pair.left][pair.right] = pairs[pair.right][pair.left] = pair
    cells: _Cells = {}
    rows = tuple(_show_row(row, style, of, pairs[party], cells) for row, party in enumerate(style.order))
    return Table(_caption(style, of), columns, rows, "parties")


def find_common_base(style: PairsStyle) -> int | None:
    """How many issues could be compared, where that is the same for all pairs."""
    bases = {pair.of for pair in style.result.pairs}
    return bases.pop() if len(bases) == 1 else None


def _caption(style: PairsStyle, of: int | None) -> str:
    known = "" if of is None else f" of {of}"
    below = f"below it, in tenths, the share{known} that both speak on" if style.signs else f"below it, n{known} issues"
    return f"{_ABOVE[style.measure]} above the diagonal; {below}"


def _show_row(row: int, style: PairsStyle, of: int | None, pairs: Mapping[str, Pair], known: _Cells) -> Row:
    party = style.order[row]
    cells = [Cell((Line(style.name(party)),), style.names[party])]
    for column, other in enumerate(style.order):
        pair = pairs.get(other)
        if pair is None:
            cells.append(_EMPTY)
            continue
        numbers = pair[2:]
        if numbers not in known:
            known[numbers] = _show_pair(pair, style), _show_base(pair, style, of)
        cells.append(known[numbers][column < row])
    return Row(tuple(cells))


def _show_pair(pair: Pair, style: PairsStyle) -> Cell:
    value, heat = style.value(pair), style.heat(pair)
    lent = (Sign.IMPUTED,) if pair.imputed else ()
    if heat is None:
        line = Line("", Sign.NOT_STATED, tone=Tone.MUTED) if style.signs else Line("n/a", signs=lent, tone=Tone.MUTED)
        return Cell((line,), None, Tone.MUTED)
    if not style.signs:
        return Cell((Line(show_value(pair, style), signs=lent),), value, heat)
    word = style.word(pair)
    if style.measure == "agreement" and word is not None:
        return Cell((Line("", Sign(word.value), signs=lent),), value, heat)
    return Cell((Line(_in_tenths(heat), signs=lent),), value, heat)


def _show_base(pair: Pair, style: PairsStyle, of: int | None) -> Cell:
    """How many issues both speak on; as a sign, in how many tenths of those that could be compared."""
    if style.signs:
        tenths = 10 * (pair.n - pair.imputed) // pair.of if pair.of else 0
        words = "." if not pair.n else str(min(tenths, 9))
    else:
        words = str(pair.n) if of is not None or pair.n == pair.of else f"{pair.n}/{pair.of}"
    return Cell((Line(words, tone=Tone.MUTED),), pair.n, Tone.MUTED)


def _in_tenths(heat: Heat) -> str:
    return str(min(int(heat.share * 10), 9))


def _find_signs(style: PairsStyle) -> tuple[Sign, ...]:
    lent = (Sign.IMPUTED,) if any(pair.imputed for pair in style.result.pairs) else ()
    if not style.signs or style.measure != "agreement":
        return lent
    words = {style.word(pair) for pair in {pair[2:]: pair for pair in style.result.pairs}.values()}
    return (*(Sign(word.value) for word in (Word.ALIGNED, Word.PARTIAL, Word.DIVERGENT) if word in words), *lent)


def _remark(style: PairsStyle, of: int | None) -> Iterator[str]:
    if style.signs:
        yield from _explain_signs(style)
    elif of is None and any(pair.n != pair.of for pair in style.result.pairs):
        yield "3/6: the two share 3 issues of 6 that could be compared; 3: all that could be"
    if style.measure != "agreement":
        yield SUMS
    if style.measure == "net":
        yield NET
    least = style.result.wish.min_shared
    if least > 1:
        yield f"n/a: fewer than {least} issues shared (--min-shared)"
    if len(style.result.pairs) < style.result.all_pairs:
        counted = f"{len(style.result.pairs)} of {style.result.all_pairs} pairs"
        yield f"{counted} count: who shares a table, and no bloc with its member; the others are left empty"


def _explain_signs(style: PairsStyle) -> Iterator[str]:
    aligned, partial = (f"{100 * limit:f}".rstrip("0").rstrip(".") for limit in style.result.thresholds)
    if style.measure == "agreement":
        yield f"aligned from {aligned}% agreement, partial from {partial}%; a mere point: nothing to compare"
    elif style.measure == "conflict":
        yield f"conflict in tenths of the largest, {show_amount(style.most)} (9: nine tenths and more)"
    else:
        most = show_amount(style.most)
        yield f"net in tenths from -{most} (0) over nothing (5) to +{most} (9)"
    yield "below the diagonal 9: nine tenths and more of the issues are shared; 0: less than one; a point: none"
