"""`negmatrix history`."""

from typing import Annotated

import typer

from negmatrix.cli import options
from negmatrix.cli.sharing import sharing
from negmatrix.cli.wishes import Filter, Output


@sharing(wanted=options.gather_filter, output=options.gather_output)
def command(
    wanted: Filter,
    output: Output,
    talks: options.OneTalks = None,
    outcome: Annotated[bool, typer.Option("--outcome", help="Who got what on each settled issue.")] = False,
) -> int:
    """Show all rounds side by side: agreement and verdicts per issue and pair, who moved how far, and the outcome."""
    from negmatrix.analysis.history import measure_history
    from negmatrix.cli.emitting import Content, emit
    from negmatrix.cli.filtering import narrow_loaded
    from negmatrix.cli.loading import load_one
    from negmatrix.finding.rounds import find_round
    from negmatrix.views.history import show_history

    loaded = load_one(talks, public=output.public)
    narrowed = narrow_loaded(loaded, wanted)
    until = find_round(narrowed.talks, narrowed.round).id if narrowed.round else None
    history = measure_history(narrowed.talks, until)
    parts = {
        name: part for name, part in history._asdict().items() if outcome or name not in ("outcome", "outcome_totals")
    }
    content = Content(
        command="history",
        title=history.talks,
        record=wanted.record() | parts,
        show=lambda: [show_history(history, outcome)],
        read=loaded.found.paths,
    )
    return emit(output, content)
