"""`negmatrix check`."""

from enum import Enum
from typing import Annotated

import typer

from negmatrix.cli import options
from negmatrix.cli.options import Color


class Layout(str, Enum):
    """How problems are written."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


CODES_HELP = "Codes, with commas between them or repeated."


def command(
    talks: options.ManyTalks = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail too.")] = False,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="CODE", help=f"Only these. {CODES_HELP}")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="CODE", help=f"Not these. {CODES_HELP}")
    ] = None,
    completeness: Annotated[bool, typer.Option("--completeness", help="Also how much of the table is stated.")] = False,
    form: Annotated[Layout, typer.Option("--format", "-f", help="How to write problems.")] = Layout.FULL,
    width: options.WidthOption = None,
    color: options.ColorOption = Color.AUTO,
) -> int:
    """Check talks: every problem with its place and its cure, and a summary line."""
    from negmatrix.cli.checking import Choice, check_every
    from negmatrix.cli.reporting import emit_checks

    choice = Choice.of(select or [], ignore or [])
    checked, unread = check_every(talks or [], choice)
    emit_checks(checked, form.value, completeness=completeness, width=width, color=color.value)
    return 2 if unread else int(any(one.fails(strict=strict) for one in checked))
