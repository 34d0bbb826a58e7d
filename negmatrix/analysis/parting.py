"""What takes all pairs of parties, also where only some are shown: blocs and ambivalence, found once somebody asks."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cached_property

from negmatrix.analysis.ambivalence import Ambivalence, measure_ambivalence
from negmatrix.analysis.blocs import Blocs, find_blocs
from negmatrix.analysis.pairs import Pair
from negmatrix.model.counting import counted_pairs, measured_parties
from negmatrix.model.talks import Talks


class Parting:
    """Of a thousand parties, finding blocs takes as long as measuring all pairs, and most who ask for pairs never look.

    `measure` measures all pairs of measured parties, tables aside; `cut` and `number` say where blocs end.
    """

    def __init__(self, talks: Talks, measure: Callable[[], Sequence[Pair]], cut: Fraction, number: int | None) -> None:
        self._talks = talks
        self._measure = measure
        self._ends = cut, number

    @cached_property
    def _everybody(self) -> Sequence[Pair]:
        return self._measure()

    @cached_property
    def counted(self) -> Sequence[Pair]:
        """The pairs that count, which stand in the same order among those of everybody; mostly they are all."""
        everybody, counted = self._everybody, counted_pairs(self._talks)
        if len(counted) == len(everybody):
            return everybody
        wanted = set(counted)
        return [pair for pair in everybody if (pair.left, pair.right) in wanted]

    @cached_property
    def blocs(self) -> Blocs:
        """Who stands together, as the numbers show it."""
        return find_blocs(self._talks, self._everybody, *self._ends)

    @cached_property
    def ambivalence(self) -> tuple[Ambivalence, ...]:
        """How torn each measured party is, over the pairs that count."""
        parties = [self._talks.parties[party].id for party in measured_parties(self._talks)]
        return tuple(measure_ambivalence(parties, self.counted))
