"""Who stands with whom: all pairs, the order that shows them best, blocs, and nearness to one party."""

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from itertools import combinations
from typing import Any, NamedTuple

from negmatrix.analysis.ambivalence import Ambivalence
from negmatrix.analysis.blocs import CUT, Blocs
from negmatrix.analysis.grounds import Weights
from negmatrix.analysis.imputing import impute_blocs
from negmatrix.analysis.matrix import Head, describe_round
from negmatrix.analysis.nearness import Nearness, measure_nearness
from negmatrix.analysis.pairs import Pair, measure_pairs
from negmatrix.analysis.parting import Parting
from negmatrix.model.counting import counted_pairs, measured_parties
from negmatrix.model.standing import Standing
from negmatrix.model.talks import Talks, Thresholds
from negmatrix.model.verdicts import Word
from negmatrix.source import Text


class PairsWish(NamedTuple):
    """What to measure: `seen_from` is the party whose nearness is asked for; `cut` or `number` say where blocs end, and
    `impute` lends the stances of blocs to their silent members.
    """

    weights: Weights = Weights.ISSUE
    min_shared: int = 1
    seen_from: str | None = None
    cut: Fraction = CUT
    number: int | None = None
    impute: bool = False


class PairMap(NamedTuple):
    """The counted pairs, with `seen_from` those of that party, of `all_pairs` there would be without tables and blocs.

    `parties` are the measured ones in the order of the file, `issues` how many there are; `imputed` how many cells were
    lent by blocs, None where that was not asked for.
    """

    talks: Head
    wish: PairsWish
    thresholds: Thresholds
    parties: tuple[Text, ...]
    issues: int
    settled: int
    pairs: tuple[Pair, ...]
    all_pairs: int
    imputed: int | None
    parting: Parting
    nearness: Nearness | None

    @property
    def blocs(self) -> Blocs:
        """Who stands together, as the numbers of all pairs of measured parties show it."""
        return self.parting.blocs

    @property
    def ambivalence(self) -> tuple[Ambivalence, ...]:
        """How torn each measured party is."""
        return self.parting.ambivalence

    def record(self, blocs: bool) -> dict[str, Any]:
        """What is written as JSON; `blocs` and ambivalence where they are asked for."""
        wish = self.wish
        told: dict[str, Any] = {
            "talks": self.talks,
            "weights": wish.weights,
            "min_shared": wish.min_shared,
            "imputed": self.imputed,
            "pairs": self.pairs,
        }
        if self.nearness is not None:
            told |= {"from": wish.seen_from, "others": self.nearness.others, "movable": self.nearness.movable}
        return told | (self.blocs._asdict() | {"ambivalence": self.ambivalence} if blocs else {})


def measure_pair_map(
    talks: Talks, standing: Standing, wish: PairsWish | None = None, whole: Talks | None = None
) -> PairMap:
    """All that `pairs` shows of what stands; `whole` is the talks before it was narrowed, where it was."""
    wish = wish or PairsWish()
    lent = impute_blocs(talks, standing) if wish.impute else None
    told = lent.standing if lent else standing
    measure = partial(_measure, talks, standing, told, wish)
    parties = tuple(talks.parties[party].id for party in measured_parties(talks))
    parting = Parting(talks, lambda: measure(list(combinations(parties, 2))), wish.cut, wish.number)
    nearness = None
    if wish.seen_from is None:
        shown = parting.counted
    else:
        own = [pair for pair in counted_pairs(talks) if wish.seen_from in pair]
        shown = measure(own, wish.seen_from)
        nearness = measure_nearness(talks, standing, wish.seen_from, shown)
    return PairMap(
        talks=describe_round(talks, standing, whole or talks),
        wish=wish,
        parties=parties,
        issues=len(talks.issues),
        settled=_count_settled(talks, standing),
        pairs=tuple(shown),
        all_pairs=len(parties) * (len(parties) - 1) // 2,
        thresholds=talks.thresholds,
        imputed=lent.cells if lent else None,
        parting=parting,
        nearness=nearness,
    )


def _measure(
    talks: Talks,
    standing: Standing,
    told: Standing,
    wish: PairsWish,
    pairs: Sequence[tuple[str, str]],
    seen_by: str | None = None,
) -> list[Pair]:
    """Pairs on what stands and what is lent, with how many of the shared issues rest on that."""
    measured = measure_pairs(talks, told, wish.weights, wish.min_shared, pairs, seen_by)
    if told is standing:
        return measured
    stated = measure_pairs(talks, standing, wish.weights, wish.min_shared, pairs, seen_by)
    return [all_._replace(imputed=all_.n - own.n) for all_, own in zip(measured, stated, strict=True)]


def _count_settled(talks: Talks, standing: Standing) -> int:
    """How many issues some counted pair has settled."""
    told = [
        issue
        for issue in talks.issues
        if any(ruling.verdict.word is Word.SETTLED for ruling in standing.rulings.get(issue, ()))
    ]
    pairs = counted_pairs(talks) if told else ()
    rulings = ((standing.ruling(issue, *pair) for pair in pairs) for issue in told)
    return sum(any(one is not None and one.verdict.word is Word.SETTLED for one in row) for row in rulings)
