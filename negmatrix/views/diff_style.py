"""What the sentences of a diff need to know: names of parties, units of issues."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from negmatrix.analysis.changes import Changes
from negmatrix.analysis.changes.records import IssueChange
from negmatrix.views.cells import show_stance

MAX_NAMES = 6
"""Of more parties than this, as many are named and the rest counted."""


class DiffStyle(NamedTuple):
    """Names of parties by id, issues by id."""

    names: Mapping[str, str]
    issues: Mapping[str, IssueChange]

    def name(self, party: str) -> str:
        """A party's name."""
        return self.names.get(party, party)

    def title(self, issue: str) -> str:
        """An issue's title, or its id where it is not compared."""
        return self.issues[issue].title if issue in self.issues else issue

    def list_names(self, parties: Sequence[str]) -> str:
        """Parties in a row, or as many as are read at a glance and how many more there are."""
        if len(parties) <= MAX_NAMES:
            return ", ".join(map(self.name, parties))
        return ", ".join(map(self.name, parties[:MAX_NAMES])) + f" and {len(parties) - MAX_NAMES} others"

    def quote(self, issue: str | None, stance: object, unit: bool = True) -> str:
        """A stance within a sentence: a level or an option in quotes, a number with its unit if wanted."""
        known = self.issues.get(issue or "")
        if known is None or known.scale in ("levels", "options"):
            return f"“{stance}”"
        return self.stance(issue, stance) if unit else str(stance)

    def stance(self, issue: str | None, stance: object) -> str:
        """A stance with the unit of its range."""
        known = self.issues.get(issue or "")
        return show_stance(str(stance), known.unit if known is not None and known.scale == "range" else None)


def find_style(changes: Changes) -> DiffStyle:
    """The names and issues of a comparison."""
    return DiffStyle({party.id: party.name for party in changes.parties}, {issue.id: issue for issue in changes.issues})
