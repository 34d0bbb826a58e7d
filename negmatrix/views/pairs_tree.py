"""The tree that blocs are cut from, in its order: what stands between two rows tells where they join."""

from collections.abc import Iterator, Mapping

from negmatrix.analysis.ambivalence import Ambivalence
from negmatrix.analysis.blocs import Bloc, Blocs, Joined
from negmatrix.document import Align, Cell, Column, Heat, Line, Rank, Row, Table
from negmatrix.views.pairs_style import PairsStyle
from negmatrix.views.percent import count_of, show_percent

_RIGHT = Align.RIGHT
_EMPTY = Cell((), None)


def show_tree(blocs: Blocs, style: PairsStyle) -> Table:
    """A group for each bloc, with its agreement inside; a row for each party, with its ambivalence. Where no two parties
    join there are only parties.
    """
    joins, torn = Column("Joins", _RIGHT, wraps=False, fixed=True), Column("Ambivalence", _RIGHT, wraps=False)
    if are_apart(blocs):
        columns = (Column("Party", fixed=True), joins, torn)
        return Table("The tree", columns, tuple(_show_parties(blocs, style)), "measures")
    whole = (Column("Bloc and party", fixed=True), Column("Inside", _RIGHT, wraps=False), joins, torn)
    return Table("The tree", whole, tuple(_show_groups(blocs, style)), "measures")


def are_apart(blocs: Blocs) -> bool:
    """Whether no two parties are in one bloc, as none agree as much as was asked for."""
    return blocs.cut is not None and bool(blocs.blocs) and all(len(bloc.members) == 1 for bloc in blocs.blocs)


def _show_parties(blocs: Blocs, style: PairsStyle) -> Iterator[Row]:
    joins = {min(join.right): join for join in blocs.tree}
    torn = {one.party: one for one in style.result.ambivalence}
    inside = {party for bloc in blocs.blocs for party in bloc.members}
    for party in blocs.order:
        if party in inside:
            name, _, *others = _show_party(party, joins.get(party), torn, style).cells
            yield Row((name, *others))


def _show_groups(blocs: Blocs, style: PairsStyle) -> Iterator[Row]:
    """In the tree's order: a bloc's own row bears where it joins those above, each party's row where it does."""
    bloc_of = {party: (number, bloc) for number, bloc in enumerate(blocs.blocs, start=1) for party in bloc.members}
    joins = {min(join.right): join for join in blocs.tree}
    torn = {one.party: one for one in style.result.ambivalence}
    heads: set[int] = set()
    for party in blocs.order:
        if party in bloc_of:
            number, bloc = bloc_of[party]
            first = number not in heads
            if first:
                yield _show_head(number, bloc, joins.get(party))
            heads.add(number)
            yield _show_party(party, None if first else joins.get(party), torn, style)


def _show_head(number: int, bloc: Bloc, join: Joined | None) -> Row:
    members = count_of(len(bloc.members), "party", plural="parties")
    inside = f"{show_percent(bloc.agreement)} of {bloc.n}" if bloc.n else ""
    return Row(
        (
            Cell((Line(f"Bloc {number} · {members}"),), f"Bloc {number}"),
            Cell((Line(inside),), bloc.agreement),
            _show_join(join),
            _EMPTY,
        ),
        Rank.GROUP,
    )


def _show_join(join: Joined | None) -> Cell:
    """The agreement at which two groups join, and over how many pairs."""
    if join is None:
        return _EMPTY
    return Cell((Line(f"{show_percent(join.agreement)} of {join.n}"),), join.agreement, Heat(join.agreement))


def _show_party(party: str, join: Joined | None, torn: Mapping[str, Ambivalence], style: PairsStyle) -> Row:
    one = torn[party]
    words = f"{show_percent(one.value)} of {one.n}" if one.n else "n/a"
    return Row(
        (
            Cell((Line(style.name(party)),), style.names[party]),
            _EMPTY,
            _show_join(join),
            Cell((Line(words),), one.value),
        )
    )
