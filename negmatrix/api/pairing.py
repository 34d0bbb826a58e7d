"""Who stands with whom: `pairs`."""

from fractions import Fraction
from functools import partial
from typing import Literal, TypeAlias

from negmatrix.analysis.blocs import CUT
from negmatrix.analysis.grounds import Weights
from negmatrix.analysis.pair_map import PairMap, PairsWish, measure_pair_map
from negmatrix.api.scene import Names, Wish, set_scene
from negmatrix.api.view import View
from negmatrix.document import Document
from negmatrix.finding.lost import LostError
from negmatrix.finding.rounds import find_measured_party
from negmatrix.model.talks import Talks

Measure: TypeAlias = Literal["agreement", "conflict", "net"]
Weigh: TypeAlias = Literal["issue", "none", "salience"]
Order: TypeAlias = Literal["blocs", "file"]


def pairs(
    talks: Talks,
    round: str | None = None,  # noqa: A002 - the word of the trade, and of the command line
    *,
    measure: Measure = "agreement",
    weights: Weigh = "issue",
    order: Order = "blocs",
    min_shared: int = 1,
    blocs: bool = False,
    cut: Fraction | float | None = None,
    count: int | None = None,
    impute_blocs: bool = False,
    seen_from: str | None = None,
    topics: Names = (),
    issues: Names = (),
    parties: Names = (),
    public: bool = False,
) -> View[PairMap]:
    """Who stands with whom: agreement of all pairs with what it rests on; with `blocs` (or where they end: at the mean
    disagreement `cut`, 0 to 1, or when `count` are left) blocs too; with `seen_from` allies, opponents and the movable.

    The other words are those of `show`. Raises LostError for a name that the talks do not have, and for `cut` with
    `count`.

    >>> import negmatrix as nm
    >>> pair = nm.pairs(nm.load("data/writers.yaml"), "may").result.pairs[0]
    >>> pair.left, pair.right, pair.agreement, f"{pair.n} of {pair.of}"
    ('guild', 'studios', Fraction(31, 240), '12 of 19')
    """
    wish = Wish(topics, issues, parties, public)
    scene = set_scene(talks, round, wish)
    party = None if seen_from is None else find_measured_party(scene.talks, seen_from)
    asked = PairsWish(Weights(weights), min_shared, party, *_end_blocs(cut, count), impute_blocs)
    result = measure_pair_map(scene.talks, scene.standing, asked, scene.whole)
    parted = blocs or cut is not None or count is not None
    return wish.view(
        "pairs",
        result,
        partial(_show, measure=measure, order=order, parted=parted),
        lambda result: {"measure": measure} | result.record(parted),
    )


def _end_blocs(cut: Fraction | float | None, count: int | None) -> tuple[Fraction, int | None]:
    """Where blocs end; LostError for two ways at once."""
    if cut is not None and count is not None:
        raise LostError("cut and count both say where blocs end: name one of them")
    return CUT if cut is None else Fraction(str(cut)), count


def _show(result: PairMap, measure: Measure, order: Order, parted: bool) -> Document:
    from negmatrix.views.pairs import show_pair_map

    return show_pair_map(result, measure, order, parted)
