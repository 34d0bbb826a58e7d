"""`negmatrix init`."""

from pathlib import Path
from typing import Annotated

import typer

Folder = Annotated[
    Path | None,
    typer.Argument(metavar="[FOLDER]", help="Where talks.yaml is made, in a new folder if need be; left out: here."),
]


def command(folder: Folder = None) -> int:
    """Make a small talks.yaml to start from: an invented example with comments. Nothing is ever overwritten."""
    from negmatrix.cli.loading import tell
    from negmatrix.cli.starting import next_steps, start_talks

    made = start_talks(folder or Path())
    for sentence in next_steps(made):
        tell(sentence)
    return 0
