"""`negmatrix show`."""

from collections.abc import Sequence
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
    from negmatrix.cli.emitting import Output, emit
    from negmatrix.cli.filtering import Filter, narrow_loaded
    from negmatrix.cli.loading import load_every

    wanted = Filter(topic or [], issue or [], party or [])
    results = [measure(narrow_loaded(loaded, wanted), round_) for loaded in load_every(talks or [])]
    style = (cells.value, sort.value, transpose, sources)
    output = Output(form.value, width, color.value, palette.value)
    emit(output, "show", wanted.record() | {"results": results}, lambda: show_all(results, style))
    return 0


def measure(narrowed: Any, round_: str | None) -> Any:
    """The matrix of one talks in the round that is asked for."""
    from negmatrix.analysis.matrix import measure_matrix
    from negmatrix.finding.rounds import find_round
    from negmatrix.model.standing import standing_in

    wanted = find_round(narrowed.talks, round_ or narrowed.round)
    return measure_matrix(narrowed.talks, standing_in(narrowed.talks, wanted.id), narrowed.whole)


def show_all(results: Sequence[Any], style: tuple[str, str, bool, bool]) -> list[Any]:
    """The documents of all matrices, in the style that is asked for."""
    from negmatrix.views.matrix import MatrixStyle, show_matrix

    return [show_matrix(result, MatrixStyle(*style)) for result in results]
