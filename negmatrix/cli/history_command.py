"""`negmatrix history`."""

from typing import Annotated

import typer

from negmatrix.cli import options
from negmatrix.cli.options import Color, Format, Hues


def command(
    talks: options.OneTalks = None,
    outcome: Annotated[bool, typer.Option("--outcome", help="Who got what on each settled issue.")] = False,
    topic: options.TopicOption = None,
    issue: options.IssueOption = None,
    party: options.PartyOption = None,
    form: options.FormatOption = Format.TERMINAL,
    width: options.WidthOption = None,
    color: options.ColorOption = Color.AUTO,
    palette: options.PaletteOption = Hues.PUOR,
) -> int:
    """Show all rounds side by side: agreement and verdicts per issue and pair, who moved how far, and the outcome."""
    from negmatrix.analysis.history import measure_history
    from negmatrix.cli.emitting import Output, emit
    from negmatrix.cli.filtering import Filter, narrow_loaded
    from negmatrix.cli.loading import load_one
    from negmatrix.finding.rounds import find_round
    from negmatrix.views.history import show_history

    wanted = Filter(topic or [], issue or [], party or [])
    narrowed = narrow_loaded(load_one(talks), wanted)
    until = find_round(narrowed.talks, narrowed.round).id if narrowed.round else None
    history = measure_history(narrowed.talks, until)
    content = {name: part for name, part in history._asdict().items() if outcome or name not in ("outcome", "given")}
    output = Output(form.value, width, color.value, palette.value)
    emit(output, "history", wanted.record() | content, lambda: [show_history(history, outcome)])
    return 0
