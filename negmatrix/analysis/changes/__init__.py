"""What changed between two rounds, files or revisions: one file per question."""

from negmatrix.analysis.changes.kinds import Kind
from negmatrix.analysis.changes.measuring import measure_changes
from negmatrix.analysis.changes.records import Change, Changes, Side

__all__ = ["Change", "Changes", "Kind", "Side", "measure_changes"]
