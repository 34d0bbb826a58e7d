"""All that a whole report of a talks rests on."""

from typing import Any, NamedTuple

from negmatrix.analysis.history import History, measure_history
from negmatrix.analysis.issue_report import IssueReport, report_issues
from negmatrix.analysis.matrix import MatrixResult, measure_matrix
from negmatrix.analysis.pairs import Pair, measure_pairs
from negmatrix.model.standing import Standing
from negmatrix.model.talks import Talks, Thresholds
from negmatrix.source import Text


class Report(NamedTuple):
    """A talks in one round, from all sides. `history` is None for a first round."""

    title: Text
    about: Text | None
    thresholds: Thresholds
    matrix: MatrixResult
    pairs: tuple[Pair, ...]
    issues: tuple[IssueReport, ...]
    history: History | None

    def record(self) -> dict[str, Any]:
        """Its parts for JSON, the matrix in one level with them."""
        parts = self._asdict()
        del parts["matrix"]
        return self.matrix._asdict() | parts


def measure_report(talks: Talks, standing: Standing, whole: Talks | None = None, public: bool = False) -> Report:
    """All results of a round; `whole` is the talks before it was narrowed, where it was."""
    matrix = measure_matrix(talks, standing, whole)
    return Report(
        title=talks.title,
        about=talks.about,
        thresholds=talks.thresholds,
        matrix=matrix,
        pairs=tuple(measure_pairs(talks, standing)),
        issues=report_issues(talks, standing, matrix, public),
        history=measure_history(talks, standing.round.id) if standing.turn else None,
    )
