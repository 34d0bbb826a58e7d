"""The Typer application: one group whose commands are imported when they are called."""

import importlib
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from negmatrix.cli.commands import COMMANDS, EXAMPLES, find_entry
from negmatrix.version import __version__

HELP_NAMES = {"help_option_names": ["-h", "--help"]}
NO_OPTIONS = {"help_option_names": [], "ignore_unknown_options": True, "allow_interspersed_args": False}
"""For what git calls: a file may be called `-h`."""


class LazyGroup(TyperGroup):
    """Commands by name, imported one at a time: a call pays for what it uses."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature is Typer's
        """The names of the commands that are no secret."""
        return [entry.name for entry in COMMANDS if not entry.hidden]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - the signature is Typer's
        """Any: the type of a command is Click's, which Typer ships under a private name. None for an unknown name."""
        entry = find_entry(cmd_name)
        if entry is None:
            return None
        app = _new_app()
        app.command(entry.name, context_settings=NO_OPTIONS if entry.hidden else HELP_NAMES)(
            importlib.import_module(entry.module).command
        )
        return typer.main.get_command(app)

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - the signature is Typer's
        """Our own page: groups, one line a command, one example a group."""
        formatter.write(write_help())


def _new_app(**options: Any) -> typer.Typer:
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, **options)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"negmatrix {__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=LazyGroup,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=HELP_NAMES,
    no_args_is_help=False,
)


@app.callback(invoke_without_command=True)
def _root(
    ctx: typer.Context,
    version: Annotated[  # noqa: ARG001 - its callback has answered
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an internal error.")] = False,  # noqa: ARG001 - the way in reads it
) -> None:
    """Who agrees with whom on what."""
    if ctx.invoked_subcommand is None:
        typer.echo(write_help(), nl=False)


def write_help() -> str:
    """The page that `negmatrix` alone prints."""
    lines = ["negmatrix keeps negotiations in plain YAML and shows who agrees with whom on what.", ""]
    lines += ["usage: negmatrix COMMAND [ARGUMENTS]   (negmatrix COMMAND -h tells more)"]
    for group in dict.fromkeys(entry.group for entry in COMMANDS):
        lines += ["", f"{group}  (as in: {EXAMPLES[group]})"]
        entries = [entry for entry in COMMANDS if entry.group == group and not entry.hidden]
        lines += [f"  {entry.name:<10} {entry.sentence}" for entry in entries]
    lines += ["", "--version, --install-completion, and --debug to see the traceback of an internal error"]
    return "\n".join(lines) + "\n"


def command_names() -> Sequence[str]:
    """Every name that can be called."""
    return [entry.name for entry in COMMANDS]
