"""All that a whole report of a talks rests on."""

from typing import Any, NamedTuple

from negmatrix.analysis.fit_records import Proposals
from negmatrix.analysis.fit_report import measure_proposals
from negmatrix.analysis.footing import find_every_footing
from negmatrix.analysis.history import measure_history
from negmatrix.analysis.history_records import History
from negmatrix.analysis.issue_report import IssueReport, report_issues
from negmatrix.analysis.matrix import MatrixResult, measure_matrix
from negmatrix.analysis.pairing import pair_up
from negmatrix.analysis.pairs import Pair, measure_pairs
from negmatrix.analysis.trades import Trades, find_trades
from negmatrix.model.counting import counted_pairs
from negmatrix.model.standing import Standing
from negmatrix.model.talks import Talks, Thresholds
from negmatrix.source import Text

MOST_LOOKED_AT = 1_000_000
"""Pairs of issues times pairs of parties that a report looks for trades in."""


class Report(NamedTuple):
    """A talks in one round, from all sides. `history` is None for a first round, `trades` for a public version and
    where looking for them would take longer than all the rest.
    """

    title: Text
    about: Text | None
    thresholds: Thresholds
    matrix: MatrixResult
    pairs: tuple[Pair, ...]
    issues: tuple[IssueReport, ...]
    history: History | None
    proposals: Proposals
    trades: Trades | None

    def record(self) -> dict[str, Any]:
        """Its parts for JSON, the matrix in one level with them."""
        parts = self._asdict()
        del parts["matrix"], parts["proposals"]
        proposed = self.proposals.record()
        return self.matrix._asdict() | parts | {name: proposed[name] for name in ("proposals", "unaddressed")}


def measure_report(talks: Talks, standing: Standing, whole: Talks | None = None, public: bool = False) -> Report:
    """All results of a round; `whole` is the talks before it was narrowed, where it was."""
    footings = find_every_footing(talks, standing, pair_up(talks))
    matrix = measure_matrix(talks, standing, whole, footings)
    return Report(
        title=talks.title,
        about=talks.about,
        thresholds=talks.thresholds,
        matrix=matrix,
        pairs=tuple(measure_pairs(talks, standing, footings=footings)),
        issues=report_issues(talks, standing, matrix, footings, public),
        history=measure_history(talks, standing.round.id) if standing.turn else None,
        proposals=measure_proposals(
            talks, standing, whole=whole, verdicts={row.id: row.verdict for row in matrix.issues}
        ),
        trades=None if public or _is_large(talks) else find_trades(talks, standing, whole=whole),
    )


def _is_large(talks: Talks) -> bool:
    """Whether trades, each a pair of issues for a pair of parties, are too many to look at by the way."""
    return len(counted_pairs(talks)) * len(talks.issues) ** 2 > MOST_LOOKED_AT
