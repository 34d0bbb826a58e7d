"""The version, a constant: asking the installed package for it costs more than a command."""

__version__ = "0.1.0"
