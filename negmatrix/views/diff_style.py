"""What the sentences of a diff need to know: names of parties, units of issues."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from negmatrix.analysis.changes import Changes
from negmatrix.analysis.changes.records import IssueChange
from negmatrix.model.positions import State
from negmatrix.views.cells import show_stance
from negmatrix.views.names import list_names
from negmatrix.views.quoting import quote_stance

_STATES = frozenset(state.value for state in State)


class DiffStyle(NamedTuple):
    """Names of parties by id, issues by id, and whether all changes are told."""

    names: Mapping[str, str]
    issues: Mapping[str, IssueChange]
    whole: bool = True

    def name(self, party: str) -> str:
        """A party's name."""
        return self.names.get(party, party)

    def title(self, issue: str) -> str:
        """An issue's title, or its id where it is not compared."""
        return self.issues[issue].title if issue in self.issues else issue

    def list_names(self, parties: Sequence[str]) -> str:
        """Parties by their names, as many as are read at a glance."""
        return list_names([self.name(party) for party in parties])

    def quote(self, issue: str | None, stance: object, unit: bool = True) -> str:
        """A stance within a sentence: a level or an option in quotes, a number with its unit if wanted."""
        known = self.issues.get(issue or "")
        kind, counted = ("levels", None) if known is None else (known.scale, known.unit)
        return quote_stance(str(stance), kind, counted if unit else None)

    def stance(self, issue: str | None, stance: object) -> str:
        """A stance with the unit of its range, or in its place that it is withdrawn or not applicable."""
        if stance in _STATES:
            return str(stance)
        known = self.issues.get(issue or "")
        return show_stance(str(stance), known.unit if known is not None and known.scale == "range" else None)


def find_style(changes: Changes, whole: bool) -> DiffStyle:
    """The names and issues of a comparison."""
    return DiffStyle(
        {party.id: party.name for party in changes.parties}, {issue.id: issue for issue in changes.issues}, whole
    )
