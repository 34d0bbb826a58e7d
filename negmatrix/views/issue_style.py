"""What the parts of an issue's report need to know."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from negmatrix.analysis.issue_report import IssueReport
from negmatrix.analysis.scale_shape import ScaleShape
from negmatrix.document import Cell, Line
from negmatrix.model.verdicts import Word
from negmatrix.views.cells import CellStyle, Stances
from negmatrix.views.footnotes import cite_by, number_references
from negmatrix.views.names import list_names
from negmatrix.views.scale_words import find_unit_words
from negmatrix.views.sheet import Cite, name_party


class IssueStyle(NamedTuple):
    """Names of parties by id, an observer marked, and as the cells that head rows; titles of issues by id, the scale,
    and how sources are cited.
    """

    names: Mapping[str, str]
    heads: Mapping[str, Cell]
    titles: Mapping[str, str]
    shape: ScaleShape
    cite: Cite

    def list_names(self, parties: Sequence[str]) -> str:
        """The names of parties in a row, the rest counted where they are many."""
        return list_names([self.names[party] for party in parties])

    @property
    def cells(self) -> CellStyle:
        """How a cell is filled: words with the stance beneath."""
        stances = Stances(find_unit_words(self.shape))
        return CellStyle("both", stances, self.shape.kind != "text", True, self.cite, self.titles)


def find_issue_style(report: IssueReport) -> IssueStyle:
    """The names, titles, scale and sources of a report."""
    names: Mapping[str, str] = {party.id: name_party(party) for party in report.talks.parties}
    heads = {party: Cell((Line(name),), str(party)) for party, name in names.items()}
    return IssueStyle(names, heads, report.titles, report.scale, cite_by(number_references(report.sources)))


def is_dropped(report: IssueReport) -> bool:
    """Whether the issue left the table without a deal, so that nothing of it is measured."""
    return report.row.verdict is Word.DROPPED


def is_settled(report: IssueReport) -> bool:
    """Whether the issue is settled, so that what is measured of stances is measured of the last ones."""
    return report.row.verdict is Word.SETTLED


def show_words(words: str | None) -> Cell:
    """A cell of words alone, empty where there are none."""
    return Cell((Line(words or ""),), words)
