"""`negmatrix show`."""

import sys
from enum import Enum
from typing import Annotated, Any

import typer

from negmatrix.cli import options
from negmatrix.cli.options import Color, Format, Hues


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


def command(
    talks: options.ManyTalks = None,
    round_: options.RoundOption = None,
    sort: Annotated[Order, typer.Option("--sort", help="The order of issues.")] = Order.FILE,
    transpose: Annotated[bool, typer.Option("--transpose", help="Parties as rows, issues as columns.")] = False,
    cells: Annotated[Cells, typer.Option("--as", help="What stands in a cell.")] = Cells.SAYS,
    sources: Annotated[bool, typer.Option("--sources", help="Where each position is known from.")] = False,
    topic: options.TopicOption = None,
    issue: options.IssueOption = None,
    party: options.PartyOption = None,
    form: options.FormatOption = Format.TERMINAL,
    width: options.WidthOption = None,
    color: options.ColorOption = Color.AUTO,
    palette: options.PaletteOption = Hues.PUOR,
) -> int:
    """Show the matrix: issues by parties, with agreement and verdict, per topic and over all; then the proposals."""
    from negmatrix.cli.filtering import Filter, narrow_loaded
    from negmatrix.cli.loading import load_every

    wanted = Filter(topic or [], issue or [], party or [])
    results = [measure(narrow_loaded(loaded, wanted), round_) for loaded in load_every(talks or [])]
    if form is Format.JSON:
        from negmatrix.writers.json import write_json

        write_json("show", wanted.record() | {"results": results}, sys.stdout)
        return 0
    from negmatrix.cli.emitting import choose_streams_looks, print_documents
    from negmatrix.views.matrix import MatrixStyle, show_matrix

    style = MatrixStyle(cells.value, sort.value, transpose, sources)
    looks = choose_streams_looks(sys.stdout, width, color.value, palette.value)
    print_documents((show_matrix(result, style) for result in results), looks)
    return 0


def measure(narrowed: Any, round_: str | None) -> Any:
    """The matrix of one talks in the round that is asked for."""
    from negmatrix.analysis.matrix import measure_matrix
    from negmatrix.finding.rounds import find_round
    from negmatrix.model.standing import standing_in

    wanted = find_round(narrowed.talks, round_ or narrowed.round)
    return measure_matrix(narrowed.talks, standing_in(narrowed.talks, wanted.id), narrowed.whole)
