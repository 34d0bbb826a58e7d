"""`negmatrix git-diff`, which git calls."""

from typing import Annotated

import typer


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="PATH ...", help="What git says of a changed file.")
    ] = None,
) -> int:
    """Show what changed in a file under git; git's external diff driver."""
    if words in (["-h"], ["--help"]):
        typer.echo(ctx.get_help())
        return 0
    from negmatrix.cli.driving import show_driven
    from negmatrix.finding.drivers import read_driven

    driven = read_driven(_restore(words or []))
    if driven is not None:
        show_driven(driven)
    return 0


def _restore(words: list[str]) -> list[str]:
    """The words with the path of a file that is called `--`, which whoever parses the command line takes for its own."""
    return ["--", *words] if len(words) in (6, 8) else words
