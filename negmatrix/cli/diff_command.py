"""`negmatrix diff`."""

from typing import Annotated

import typer

from negmatrix.analysis.changes import Kind
from negmatrix.cli import options
from negmatrix.cli.completion import complete_kinds, complete_talks
from negmatrix.cli.sharing import sharing
from negmatrix.cli.wishes import Filter, Output

SIDE_HELP = "A round, file, folder or git revision: NAME@ROUND, a path, REV:PATH, or -."
Before = Annotated[
    str | None, typer.Argument(metavar="[BEFORE]", help=SIDE_HELP, autocompletion=complete_talks, show_default=False)
]
After = Annotated[
    str | None, typer.Argument(metavar="[AFTER]", help=SIDE_HELP, autocompletion=complete_talks, show_default=False)
]
ONLY_HELP = f"Only this kind of change (repeatable): {', '.join(kind.value.replace(' ', '-') for kind in Kind)}."
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="KIND", help=ONLY_HELP, autocompletion=complete_kinds),
]
Guess = Annotated[
    bool, typer.Option("--guess/--no-guess", help="Guess renames where a title or all positions are equal.")
]


@sharing(wanted=options.gather_filter, output=options.gather_output)
def command(
    wanted: Filter,
    output: Output,
    before: Before = None,
    after: After = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 when something changed.")] = False,
    only: Only = None,
    guess: Guess = True,
) -> int:
    """Show what moved: the last two rounds, one round against the one before it, or any two rounds, files, revisions."""
    from negmatrix.analysis.changes import measure_changes
    from negmatrix.cli.comparing import find_kinds, load_sides, narrow_sides
    from negmatrix.cli.emitting import Content, emit
    from negmatrix.views.diff import show_changes

    kinds = find_kinds(only or [])
    sides, read = load_sides(before, after, public=output.public)
    changes = measure_changes(*narrow_sides(sides, wanted), guess=guess)
    content = Content(
        command="diff",
        title=changes.after.talks,
        record=wanted.record() | changes._asdict(),
        show=lambda: [show_changes(changes, kinds)],
        read=read,
    )
    return emit(output, content) or int(exit_code and bool(changes.changes or changes.corrections))
