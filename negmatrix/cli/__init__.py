"""The command line: options, load, work out, show, emit. Nothing is decided here."""

from negmatrix.cli.entry import main

__all__ = ["main"]
