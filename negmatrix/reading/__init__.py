"""From nodes to records, with every problem on the way."""

from negmatrix.reading.talks import Reading, read_talks

__all__ = ["Reading", "read_talks"]
