"""`negmatrix diff`."""

from typing import Annotated

import typer

from negmatrix.cli import options
from negmatrix.cli.completion import complete_kinds, complete_talks
from negmatrix.cli.options import Color, Format, Hues

SIDE_HELP = "A round, file, folder or git revision: NAME@ROUND, a path, REV:PATH, or -."
Before = Annotated[
    str | None, typer.Argument(metavar="[BEFORE]", help=SIDE_HELP, autocompletion=complete_talks, show_default=False)
]
After = Annotated[
    str | None, typer.Argument(metavar="[AFTER]", help=SIDE_HELP, autocompletion=complete_talks, show_default=False)
]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="KIND", help="Only this kind of change (repeatable).", autocompletion=complete_kinds),
]


def command(
    before: Before = None,
    after: After = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 when something changed.")] = False,
    only: Only = None,
    guess: Annotated[bool, typer.Option("--guess/--no-guess", help="Guess renames where a title or all positions are equal.")] = True,
    topic: options.TopicOption = None,
    issue: options.IssueOption = None,
    party: options.PartyOption = None,
    form: options.FormatOption = Format.TERMINAL,
    width: options.WidthOption = None,
    color: options.ColorOption = Color.AUTO,
    palette: options.PaletteOption = Hues.PUOR,
) -> int:
    """Show what moved: the last two rounds, one round against the one before it, or any two rounds, files, revisions."""
    from negmatrix.analysis.changes import measure_changes
    from negmatrix.cli.comparing import find_kinds, load_sides, narrow_sides
    from negmatrix.cli.emitting import Output, emit
    from negmatrix.cli.filtering import Filter
    from negmatrix.views.diff import show_changes

    wanted = Filter(topic or [], issue or [], party or [])
    sides = narrow_sides(load_sides(before, after), wanted)
    changes = measure_changes(*sides, guess=guess)
    kinds = find_kinds(only or [])
    output = Output(form.value, width, color.value, palette.value)
    emit(output, "diff", wanted.record() | changes._asdict(), lambda: [show_changes(changes, kinds)])
    return int(exit_code and bool(changes.changes or changes.corrections))
