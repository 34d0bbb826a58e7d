"""What the parts of a map of pairs need to know: names, what is shown of a pair, and how much room there is."""

from collections.abc import Mapping
from fractions import Fraction
from math import floor
from typing import NamedTuple

from negmatrix.analysis.agreement import judge_pair
from negmatrix.analysis.pair_map import PairMap
from negmatrix.analysis.pairs import Pair
from negmatrix.analysis.ranking import rank_pairs
from negmatrix.document import Heat
from negmatrix.model.verdicts import Word
from negmatrix.views.percent import count_of, show_measure

MAX_NUMBERS = 20
"""Of more parties than this, a pair is shown as a sign."""

MAX_NAMES = 6
"""Of more parties than this, columns are headed by numbers."""


SUMS = (
    "Congruence: the agreement on each issue, times what the issue counts for, added up; conflict: what is missing to full "
    "agreement, likewise. An issue of weight 1 on which two fully agree adds 1."
)
NET = "Net: congruence less conflict, from exact values, rounded."


class PairsStyle(NamedTuple):
    """`measure` is agreement, conflict or net; `order` has the parties as they are shown; `most` is the largest conflict
    or net, either way.
    """

    result: PairMap
    measure: str
    order: tuple[str, ...]
    names: Mapping[str, str]
    most: Fraction

    @property
    def numbered(self) -> bool:
        """Whether parties go by numbers too."""
        return len(self.order) > MAX_NAMES

    @property
    def signs(self) -> bool:
        """Whether pairs are shown as signs."""
        return len(self.order) > MAX_NUMBERS

    def value(self, pair: Pair) -> Fraction | None:
        """What is shown of a pair."""
        value: Fraction | None = getattr(pair, self.measure)
        return value

    def heat(self, pair: Pair) -> Heat | None:
        """How much there is of it: agreement as it is, conflict in shares of the largest, net from all against to all for."""
        value = self.value(pair)
        if value is None:
            return None
        if self.measure == "agreement":
            return Heat(value)
        share = value / self.most if self.most else Fraction(0)
        return Heat(share if self.measure == "conflict" else (share + 1) / 2)

    def word(self, pair: Pair) -> Word | None:
        """Aligned, partial or divergent; None where too little is shared."""
        share = pair.agreement
        return None if share is None else judge_pair(share, self.result.thresholds)

    def name(self, party: str) -> str:
        """A party's name, behind its number where it has one."""
        return f"{self.order.index(party) + 1} {self.names[party]}" if self.numbered else self.names[party]


def find_pairs_style(result: PairMap, measure: str, order: str) -> PairsStyle:
    """The names of all parties, and those of the map in their order."""
    parties = result.blocs.order if order == "blocs" else result.parties
    names: dict[str, str] = {party.id: str(party.name) for party in result.talks.parties}
    values = () if measure == "agreement" else rank_pairs(result.pairs, measure).by_value
    most = max(map(abs, values), default=Fraction(0))
    return PairsStyle(result, measure, tuple(map(str, parties)), names, most)


def show_value(pair: Pair, style: PairsStyle) -> str:
    """A pair's agreement as a percentage, or its conflict or net in weighted issues."""
    value = style.value(pair)
    if style.measure == "agreement":
        return show_measure(value, pair.span)
    return "n/a" if value is None else show_amount(value, style.measure == "net")


def show_amount(amount: Fraction, signed: bool = False) -> str:
    """Weighted issues, to one digit behind the point; what rounds to nothing and is not has a sign that says so."""
    tenths = floor(abs(amount) * 10 + Fraction(1, 2))
    sign = "-" if amount < 0 else "+" if signed and amount > 0 else ""
    if not tenths and amount:
        return f"{sign}<0.1"
    return f"{sign}{tenths // 10}.{tenths % 10}"


def show_base(n: int, of: int, imputed: int = 0, whole: int | None = None) -> str:
    """What a number rests on, as 3 of 6 issues, all 6 issues, all 6 that could be compared (of a larger `whole`), or 3
    of 6 issues, 1 of them imputed.
    """
    lent = f", {imputed} of them imputed" if imputed else ""
    if n == of and whole not in (None, of):
        return ("the one issue" if n == 1 else f"all {n}") + " that could be compared" + lent
    if n == of:
        return ("the one issue" if n == 1 else f"all {n} issues") + lent
    return f"{n} of {count_of(of, 'issue')}{lent}"
