"""`negmatrix trades`."""

from typing import Annotated, TypeAlias

import typer

from negmatrix.cli import options
from negmatrix.cli.completion import complete_parties
from negmatrix.cli.sharing import sharing
from negmatrix.cli.wishes import Filter, Output

Between: TypeAlias = Annotated[
    tuple[str, str] | None,
    typer.Option("--between", metavar="A B", help="Only between these two parties.", autocompletion=complete_parties),
]


@sharing(wanted=options.gather_filter, output=options.gather_output)
def command(
    wanted: Filter,
    output: Output,
    talks: options.OneTalks = None,
    between: Between = None,
    every: Annotated[bool, typer.Option("--all", help="All there are, not the best 20 alone.")] = False,
    round_: options.RoundOption = None,
) -> int:
    """Show what parties could trade: two issues on which both would gain alike, within their red lines, best first."""
    from negmatrix.analysis.trades import BEST, find_trades
    from negmatrix.cli.emitting import Content, emit
    from negmatrix.cli.filtering import narrow_loaded
    from negmatrix.cli.loading import load_one
    from negmatrix.finding.lost import LostError
    from negmatrix.finding.rounds import find_pair, find_round
    from negmatrix.model.standing import standing_in
    from negmatrix.views.trades import show_trades

    if output.public:
        raise LostError("trades are no part of a public version: they rest on what matters to whom")
    loaded = load_one(talks)
    narrowed = narrow_loaded(loaded, wanted)
    standing = standing_in(narrowed.talks, find_round(narrowed.talks, round_ or narrowed.round).id)
    pair = find_pair(narrowed.talks, *between) if between else None
    result = find_trades(narrowed.talks, standing, pair, None if every else BEST, narrowed.whole)
    content = Content(
        command="trades",
        title=f"{result.talks.title}: trades",
        record=wanted.record() | {name: getattr(result, name) for name in result.published},
        show=lambda: [show_trades(result)],
        read=loaded.found.paths,
    )
    return emit(output, content)
