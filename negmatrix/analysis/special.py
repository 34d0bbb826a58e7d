"""Issues on which a pair of parties needs a look of its own: settled or dropped between some, or told in rival ways."""

from fractions import Fraction
from itertools import product
from typing import NamedTuple

from negmatrix.analysis.agreement import is_concerned, measure_agreement
from negmatrix.analysis.footing import find_accounts
from negmatrix.analysis.grounds import Grounds, Weights, salience_of
from negmatrix.analysis.spans import Interval
from negmatrix.model.issues import Issue
from negmatrix.model.standing import Standing
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word


class Extra(NamedTuple):
    """What special issues add to a pair: shared and comparable issues, weights, distances, and the slack in these."""

    n: int
    of: int
    weighed: Fraction
    apart: Fraction
    slack: Interval | None


class SpecialIssues(NamedTuple):
    """The special issues of a round, and how they are weighed; `viewer` is whose salience alone counts, if anyone's."""

    talks: Talks
    standing: Standing
    grounds: Grounds
    weights: Weights
    viewer: str | None

    @property
    def any(self) -> bool:
        """Whether there is any such issue."""
        return bool(self.grounds.mixed or self.grounds.disputed)

    def compare(self, left: str, right: str) -> Extra:
        """What these issues add to one pair."""
        measured = [
            (self._agreement(issue.id, left, right), self._weigh(issue, left, right))
            for issue in self._mixed(left, right)
        ]
        shared = [(agreement, weight) for agreement, weight in measured if agreement is not None and weight is not None]
        return Extra(
            n=len(shared),
            of=len(measured),
            weighed=sum((weight for _, weight in shared), Fraction()),
            apart=sum((weight * (1 - agreement) for agreement, weight in shared), Fraction()),
            slack=self._slack(left, right),
        )

    def _agreement(self, issue: str, left: str, right: str) -> Fraction | None:
        return measure_agreement(self.talks, self.standing, issue, left, right)

    def _mixed(self, left: str, right: str) -> list[Issue]:
        """The mixed issues that could be compared between two parties."""
        return [
            issue
            for issue in self.grounds.mixed
            if all(is_concerned(self.standing.cell(issue.id, party)) for party in (left, right))
            and (word := self._word(issue.id, left, right)) is not Word.DROPPED
            and (issue.scale is not None or word is Word.SETTLED)
        ]

    def _word(self, issue: str, left: str, right: str) -> Word | None:
        ruling = self.standing.ruling(issue, left, right)
        return ruling.verdict.word if ruling else None

    def _weigh(self, issue: Issue, left: str, right: str) -> Fraction | None:
        if self.weights is not Weights.SALIENCE:
            return Fraction(issue.weight) if self.weights is Weights.ISSUE else Fraction(1)
        seers = (left, right) if self.viewer is None else (self.viewer,)
        felt = [salience_of(self.standing.cell(issue.id, seer)) for seer in seers]
        known = [value for value in felt if value is not None]
        return sum(known, Fraction()) / len(known) if len(known) == len(felt) else None

    def _slack(self, left: str, right: str) -> Interval | None:
        slacks = [
            slack
            for issue, parties in self.grounds.disputed.items()
            if (left in parties or right in parties) and (slack := self._issue_slack(issue, left, right)) is not None
        ]
        if not slacks:
            return None
        return Interval(sum((s.low for s in slacks), Fraction()), sum((s.high for s in slacks), Fraction()))

    def _issue_slack(self, issue_id: str, left: str, right: str) -> Interval | None:
        """How much less and more the two may differ on an issue, weighted, than by the first accounts."""
        issue = self.talks.issues[issue_id]
        agreement, weight = self._agreement(issue_id, left, right), self._weigh(issue, left, right)
        scale, settled = issue.scale, self._word(issue_id, left, right) is Word.SETTLED
        cells = (self.standing.cell(issue_id, left), self.standing.cell(issue_id, right))
        if agreement is None or weight is None or scale is None or settled or cells[0] is None or cells[1] is None:
            return None
        accounts = product(*(find_accounts(cell.position) for cell in cells if cell))
        distances = [scale.distance(one, other) for one, other in accounts]
        return Interval(weight * (min(distances) - 1 + agreement), weight * (max(distances) - 1 + agreement))
