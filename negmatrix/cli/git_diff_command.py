"""`negmatrix git-diff`, which git calls."""

from typing import Annotated

import typer


def command(
    words: Annotated[list[str] | None, typer.Argument(metavar="PATH ...", help="What git says of a changed file.")] = None,
) -> int:
    """Show what changed in a file under git; git's external diff driver."""
    from negmatrix.cli.driving import show_driven
    from negmatrix.finding.drivers import read_driven

    driven = read_driven(words or [])
    if driven is not None:
        show_driven(driven)
    return 0
