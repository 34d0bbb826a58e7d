"""`negmatrix schema`."""

import sys
from typing import Annotated

import typer

from negmatrix.cli import options

Part = Annotated[bool, typer.Option("--part", help="For files of talks in a folder, of which each holds a part.")]


def command(part: Part = False, path: options.FileOption = None, force: options.ForceOption = False) -> int:
    """Print the JSON Schema of the format, with which editors complete and underline what one types."""
    import json

    from negmatrix.reading.schema import make_schema

    text = json.dumps(make_schema(part=part), indent=2) + "\n"
    if path is None:
        sys.stdout.write(text)
    else:
        from negmatrix.cli.writing import write_whole

        write_whole(path, lambda file: file.write(text.encode("ascii")), force=force)
    return 0
