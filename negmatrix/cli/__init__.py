"""The command line: options, load, work out, show, emit. Nothing is decided here."""

import os


def main() -> None:
    """Run negmatrix and exit; who interrupts it before it has come to its commands, or on its way out, is not shown where."""
    try:
        from negmatrix.cli.entry import main as run_and_exit

        run_and_exit()
    except KeyboardInterrupt:
        os._exit(130)
