"""What the user's words point at: a file, a folder, a name, a round, a git revision, standard input."""

from negmatrix.finding.lost import LostError
from negmatrix.finding.references import Found, find_every_talks, find_one_talks, find_talks

__all__ = ["Found", "LostError", "find_every_talks", "find_one_talks", "find_talks"]
