"""`negmatrix import`."""

from pathlib import Path
from typing import Annotated

import typer

from negmatrix.cli.completion import complete_mapping
from negmatrix.cli.options import read_target

File = Annotated[str, typer.Argument(metavar="FILE", help="CSV, TSV, XLSX, Markdown or HTML; - for standard input.")]
Target = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        parser=read_target,
        metavar="FILE",
        help="Write the talks here; it must not exist yet.",
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--map", metavar="COLUMN=FIELD", help="What a column holds (repeatable).", autocompletion=complete_mapping
    ),
]
Kind = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", help="csv, tsv, xlsx, markdown (md) or html, not by the ending.")
]


def command(
    file: File,
    output: Target = None,
    columns: Columns = None,
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="S", help="A workbook's sheet: name or number.")
    ] = None,
    table: Annotated[int | None, typer.Option("--table", metavar="N", min=1, help="The table to take, from 1.")] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="T", help="The title of the talks.")] = None,
    kind: Kind = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> int:
    """Import tables into talks, and say what was understood and what is left to code."""
    from negmatrix.cli.taking import take_in
    from negmatrix.importing import Options
    from negmatrix.importing.columns import parse_mapped

    options = Options(kind=kind, sheet=sheet, table=table, columns=parse_mapped(columns or []), title=title)
    return take_in(file, output, options, force=force)
