"""`negmatrix show`."""

from enum import Enum
from typing import Annotated

import typer

from negmatrix.cli import options
from negmatrix.cli.sharing import sharing
from negmatrix.cli.wishes import Filter, Output


class Cells(str, Enum):
    """What stands in a cell."""

    SAYS = "says"
    STANCE = "stance"
    BOTH = "both"
    LINKS = "links"


class Order(str, Enum):
    """How issues are ordered."""

    FILE = "file"
    DIVERGENCE = "divergence"
    TITLE = "title"


@sharing(wanted=options.gather_filter, output=options.gather_output)
def command(
    wanted: Filter,
    output: Output,
    talks: options.ManyTalks = None,
    round_: options.RoundOption = None,
    sort: Annotated[Order, typer.Option("--sort", help="The order of issues.")] = Order.FILE,
    transpose: Annotated[bool, typer.Option("--transpose", help="Parties as rows, issues as columns.")] = False,
    cells: Annotated[
        Cells, typer.Option("--as", help="What stands in a cell; links: the issues that positions are tied to.")
    ] = Cells.SAYS,
    sources: Annotated[bool, typer.Option("--sources", help="Where each position is known from.")] = False,
) -> int:
    """Show the matrix: issues by parties, with agreement and verdict, per topic and over all; then the proposals."""
    from negmatrix.cli.emitting import emit
    from negmatrix.cli.loading import load_every
    from negmatrix.cli.showing import measure_shown, present_matrices

    style = (cells.value, sort.value, transpose, sources)
    shown = [measure_shown(loaded, wanted, round_) for loaded in load_every(talks or [], public=output.public)]
    return emit(output, present_matrices(shown, wanted, style))
