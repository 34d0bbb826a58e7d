"""What there is to say of all rounds of a talks."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.outcome import Outcome
from negmatrix.analysis.outcome_totals import OutcomeTotal
from negmatrix.analysis.pairs import Pair
from negmatrix.analysis.travel import PartyTravel, Stability
from negmatrix.model.verdicts import Word


class RoundEvent(NamedTuple):
    """Something that happened around a round."""

    date: str | None
    what: str


class RoundLine(NamedTuple):
    """A round: the alignment of all issues in it, over `n` of `of`, how many have each verdict, how many cells are
    stated, of those to whose party the issue applies, and what happened.
    """

    id: str
    title: str
    date: str | None
    alignment: Fraction | None
    n: int
    of: int
    counts: Mapping[str, int]
    stated: int
    cells: int
    completeness: Fraction | None
    events: tuple[RoundEvent, ...]


class IssueLine(NamedTuple):
    """An issue in each round. `settled_in` is the round from which it stays settled, `parked_in` from which it stays
    parked; None where it does not to the end.
    """

    id: str
    title: str
    topic: str | None
    alignment: tuple[Fraction | None, ...]
    n: tuple[int, ...]
    verdict: tuple[Word, ...]
    settled_in: str | None
    parked_in: str | None


class PairLine(NamedTuple):
    """A counted pair in each round, as it was measured there: many are kept and few are shown."""

    rounds: tuple[Pair, ...]

    @property
    def published(self) -> tuple[str, ...]:
        """What is written of it as JSON."""
        return ("left", "right", "agreement", "n")

    @property
    def left(self) -> str:
        """The party that comes first in the file."""
        return self.rounds[0].left

    @property
    def right(self) -> str:
        """The other party."""
        return self.rounds[0].right

    @property
    def agreement(self) -> tuple[Fraction | None, ...]:
        """Its agreement in each round, 0 to 1; None where too little is shared."""
        return tuple(pair.agreement for pair in self.rounds)

    @property
    def n(self) -> tuple[int, ...]:
        """Over how many issues."""
        return tuple(pair.n for pair in self.rounds)


class History(NamedTuple):
    """All that `history` shows, its sequences in the order of the rounds."""

    talks: str
    rounds: tuple[RoundLine, ...]
    issues: tuple[IssueLine, ...]
    pairs: tuple[PairLine, ...]
    parties: tuple[PartyTravel, ...]
    stability: tuple[Stability, ...]
    outcome: tuple[Outcome, ...]
    outcome_totals: tuple[OutcomeTotal, ...]
