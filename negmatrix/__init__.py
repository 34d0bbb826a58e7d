"""Who agrees with whom on what: negotiation matrices from plain YAML."""

from negmatrix.version import __version__

__all__ = ["__version__"]
