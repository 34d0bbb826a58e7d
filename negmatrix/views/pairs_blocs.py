"""Blocs as the numbers show them, what lies between them, and the declared ones beside them."""

from collections.abc import Iterator

from negmatrix.analysis.blocs import Blocs, Declared
from negmatrix.document import Align, Block, Cell, Column, Heading, Heat, Line, Paragraph, Row, Table, Tone
from negmatrix.views.names import list_names
from negmatrix.views.pairs_style import PairsStyle
from negmatrix.views.pairs_tree import are_apart, show_tree
from negmatrix.views.percent import count_of, show_percent

_RIGHT = Align.RIGHT
_EMPTY = Cell((), None)


def show_blocs(style: PairsStyle) -> Iterator[Block]:
    """The tree with its blocs, what lies between them, and where declared blocs are found in it."""
    blocs = style.result.blocs
    yield Heading("Blocs")
    yield Paragraph(_tell_cut(blocs), Tone.MUTED)
    apart = are_apart(blocs)
    if apart and blocs.cut is not None:
        yield Paragraph(f"No two parties agree {show_percent(1 - blocs.cut)} or more: there are no blocs.")
    if blocs.blocs:
        yield show_tree(blocs, style)
        yield Paragraph(_JOINS if apart else f"{_INSIDE} {_JOINS}", Tone.MUTED)
    if blocs.outside:
        names = ", ".join(style.names[party] for party in blocs.outside)
        yield Paragraph(f"In no bloc, since nothing can be compared: {names}.")
    yield from _show_between(blocs)
    yield from _show_declared(blocs, style)


_INSIDE = "Inside: the mean agreement of so many pairs in a bloc."
_JOINS = (
    "Joins: the mean agreement of so many pairs between a party, or the group that begins with it, and those above it that "
    "it joins. Ambivalence: 0% all agreement or all conflict with each of so many others, 100% as much of both with each."
)


def _tell_cut(blocs: Blocs) -> str:
    ways = "Average linkage over all pairs of parties, tables aside; "
    if blocs.cut is not None:
        return f"{ways}groups join while they agree {show_percent(1 - blocs.cut)} or more on average (--cut {float(blocs.cut):g})."
    got = len(blocs.blocs)
    short = "" if got == blocs.number else f"; there are {got}, since parties are too few or cannot be compared"
    return f"{ways}groups join until {count_of(blocs.number or 0, 'bloc')} are left (--count){short}."


def _show_between(blocs: Blocs) -> Iterator[Block]:
    """Blocs of several parties with each other; the agreement above the diagonal, the pairs it rests on below."""
    large = [number for number, bloc in enumerate(blocs.blocs, start=1) if len(bloc.members) > 1]
    if len(large) < 2:
        return
    between = {(one.left, one.right): one for one in blocs.between}
    columns = (Column("Bloc", fixed=True), *(Column(f"Bloc {number}", _RIGHT, wraps=False) for number in large))
    rows = []
    for row in large:
        cells = [Cell((Line(f"Bloc {row}"),), f"Bloc {row}")]
        for column in large:
            one = between.get((min(row, column), max(row, column)))
            if one is None:
                cells.append(_EMPTY)
            elif column > row:
                look = Tone.MUTED if one.agreement is None else Heat(one.agreement)
                cells.append(Cell((Line(show_percent(one.agreement)),), one.agreement, look))
            else:
                cells.append(Cell((Line(str(one.n), tone=Tone.MUTED),), one.n, Tone.MUTED))
        rows.append(Row(tuple(cells)))
    alone = len(blocs.blocs) - len(large)
    aside = f"; {count_of(alone, 'bloc')} of one party left out" if alone else ""
    caption = f"Between blocs: mean agreement above the diagonal, pairs below it{aside}"
    yield Table(caption, columns, tuple(rows), "blocs")


def _show_declared(blocs: Blocs, style: PairsStyle) -> Iterator[Block]:
    """Each bloc that the talks declare, its agreement inside, and where its members are found."""
    if not blocs.declared:
        return
    columns = (
        Column("Declared bloc", fixed=True),
        Column("Inside", _RIGHT, wraps=False),
        Column("Where the numbers put its members"),
    )
    yield Table(
        "Declared blocs and what the numbers say", columns, tuple(_show_one(one, style) for one in blocs.declared)
    )


def _name_place(bloc: int | None, apart: bool) -> str:
    return "in none" if not bloc else "alone" if apart else f"bloc {bloc}"


def _show_one(one: Declared, style: PairsStyle) -> Row:
    inside = f"{show_percent(one.agreement)} of {count_of(one.n, 'pair')}" if one.n else "n/a"
    apart = are_apart(style.result.blocs)
    found = [
        Line(f"{_name_place(group.bloc, apart)}: {list_names([style.names[each] for each in group.members])}")
        for group in one.found
    ]
    return Row(
        (
            Cell(
                (Line(style.names[one.party]), Line(count_of(len(one.members), "member"), tone=Tone.MUTED)),
                style.names[one.party],
            ),
            Cell((Line(inside),), one.agreement),
            Cell(tuple(found), "; ".join(line.text for line in found)),
        )
    )
