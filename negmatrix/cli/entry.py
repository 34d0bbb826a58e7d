"""The way in: one exit code for each outcome, and never a traceback."""

import errno
import gc
import io
import os
import sys
from pathlib import Path
from typing import Any, TextIO

import typer

from negmatrix.cli.app import app

OK, FINDINGS, WRONG_USE, INTERNAL, INTERRUPTED = 0, 1, 2, 3, 130
_CALLS_FOR_COMPLETION = "_NEGMATRIX_COMPLETE"
_UsageError: Any = typer.BadParameter.__base__
"""Click's UsageError, whose class Typer ships under a private name."""


def main() -> None:
    """Run negmatrix with the words of the command line, and exit."""
    gc.disable()  # a call is over before the collector of cycles would find one
    sys.unraisablehook = _end_if_interrupted
    _speak_as_told()
    if sys.stdout is None:
        sys.exit(_complain("cannot write: standard output is closed"))
    if os.environ.get(_CALLS_FOR_COMPLETION):
        _complete()
    sys.exit(run(sys.argv[1:]))


def _end_if_interrupted(fault: "sys.UnraisableHookArgs") -> None:
    """An interrupt that comes where Python can raise nothing, as in a callback of its own imports, ends the call as well."""
    if issubclass(fault.exc_type, KeyboardInterrupt):
        os._exit(INTERRUPTED)
    sys.__unraisablehook__(fault)


def _complete() -> None:
    """Answer a shell's question for completions, and exit; with wrong use when it is not asked as shells ask."""
    try:
        app(prog_name="negmatrix")
    except OSError as fault:
        sys.exit(_settle_output(fault))
    except (KeyError, ValueError):
        sys.exit(WRONG_USE)


def _speak_as_told() -> None:
    """Characters that an output's encoding lacks are escaped by the writers; whatever slips past them must not fail."""
    if sys.stderr is None:  # closed by who called: nobody listens
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - it serves until the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def run(arguments: list[str]) -> int:
    """The exit code of a call: 0 fine, 1 findings, 2 wrong use, 3 an internal error, 130 interrupted."""
    from negmatrix.finding.lost import LostError

    try:
        return _invoke(arguments)
    except LostError as fault:
        return _complain(*fault.lines)
    except _UsageError as fault:
        from negmatrix.cli.wrong_use import say_usage

        return _complain(*say_usage(fault, arguments))
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except OSError as fault:
        return _settle_output(fault)
    except Exception as fault:  # noqa: BLE001 - the last resort: whatever it is, the user gets a sentence
        return _report_internal(fault, debug="--debug" in arguments)


def _invoke(arguments: list[str]) -> int:
    command = typer.main.get_command(app)
    try:
        with command.make_context("negmatrix", _ask_help(arguments)) as context:
            code = command.invoke(context)
    except typer.Exit as leave:
        code = leave.exit_code
    sys.stdout.flush()
    return code if isinstance(code, int) else OK


def _ask_help(arguments: list[str]) -> list[str]:
    """`help` and `help COMMAND` ask for the pages that `-h` shows."""
    return [*arguments[1:], "-h"] if arguments[:1] == ["help"] else list(arguments)


def _settle_output(fault: OSError) -> int:
    """Who closes the pipe has read enough: nothing is wrong. Whatever the fault, nothing more is written, at the end
    of the process either.
    """
    _write_no_more(sys.stdout)
    if fault.errno in (errno.EPIPE, errno.EINVAL):
        return OK
    return _complain(f"cannot write: {fault.strerror or fault}")


def _complain(*sentences: str) -> int:
    from negmatrix.writers.terminal.visible import make_visible

    lines = [make_visible(line, sys.stderr.encoding or "utf-8") for line in sentences]
    try:
        sys.stderr.write("negmatrix: " + "\n  ".join(lines) + "\n")
        sys.stderr.flush()
    except OSError:  # nobody listens
        _write_no_more(sys.stderr)
    return WRONG_USE


def _write_no_more(stream: TextIO) -> None:
    """Lead a stream that takes nothing to where all is taken, or the end of the process would try it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _report_internal(fault: Exception, *, debug: bool) -> int:
    if debug:
        import traceback

        traceback.print_exception(fault)
    sys.stderr.write(
        f"negmatrix: internal error ({type(fault).__name__}): this is a fault of negmatrix, not yours\n"
        "  please report it with the command and the file; 'negmatrix --debug ...' shows where it happened\n"
    )
    return INTERNAL
