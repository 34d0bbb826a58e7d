"""Pairs in sentences: the headline, what two parties have in common, who agrees most and least."""

from collections.abc import Iterator
from fractions import Fraction

from negmatrix.analysis.grounds import Weights
from negmatrix.analysis.pair_map import PairMap
from negmatrix.analysis.pairs import Pair
from negmatrix.document import Block, Heading, Items, Line, Paragraph, Tone
from negmatrix.views.headline import show_round
from negmatrix.views.pairs_style import NET, SUMS, PairsStyle, show_amount, show_base, show_value
from negmatrix.views.percent import count_of, show_measure, show_percent

MAX_NAMED = 3
"""How many of the most and of the least agreed pairs are named."""


def show_head(result: PairMap) -> Heading:
    """Which talks and round, how many parties and issues, and how many issues are settled."""
    head = result.talks
    parts = [*show_round(head), count_of(len(result.parties), "party", head.of_parties, "parties")]
    parts.append(count_of(result.issues, "issue", head.of_issues))
    if result.settled:
        parts.append(f"{result.settled} settled")
    return Heading(" · ".join(parts), 1)


def tell_weights(result: PairMap, names: PairsStyle) -> Iterator[Block]:
    """How issues are weighed, where not by their own weights, and what is lent."""
    wish = result.wish
    if wish.weights is Weights.NONE:
        yield Paragraph("All issues count alike (--weights none).", Tone.MUTED)
    elif wish.weights is Weights.SALIENCE and wish.seen_from is not None:
        seer = names.names[wish.seen_from]
        yield Paragraph(
            f"Issues count as much as they matter to {seer} alone (--weights salience): seen from another party, "
            f"the same pair has other numbers. Issues of which {seer} does not say take no part.",
            Tone.MUTED,
        )
    elif wish.weights is Weights.SALIENCE:
        yield Paragraph(
            "Issues count by what they matter to the two, on average (--weights salience); where one of them does not say, "
            "they take no part.",
            Tone.MUTED,
        )
    if result.imputed is not None:
        cells = count_of(result.imputed, "stance")
        yield Paragraph(
            f"Imputed: {cells} that nobody stated, lent by blocs to silent members (--impute-blocs). "
            "They count in n and are marked, and never in coverage.",
            Tone.FAIR,
        )


def tell_one_pair(pair: Pair, style: PairsStyle) -> Iterator[Block]:
    """Two parties need no map."""
    left, right = style.names[pair.left], style.names[pair.right]
    if pair.agreement is None or pair.congruence is None or pair.conflict is None or pair.net is None:
        yield Paragraph(f"{left} and {right}: n/a; {_tell_too_little(pair)}.")
        return
    base = show_base(pair.n, pair.of, pair.imputed, style.result.issues)
    yield Paragraph(
        f"{left} and {right} agree {show_measure(pair.agreement, pair.span)} on {base}"
        f" (coverage {show_percent(pair.coverage)}): congruence {show_amount(pair.congruence)}, "
        f"conflict {show_amount(pair.conflict)}, net {show_amount(pair.net, signed=True)}."
    )
    yield Paragraph(f"{SUMS} {NET}", Tone.MUTED)


def _tell_too_little(pair: Pair) -> str:
    if not pair.n:
        return f"on none of {count_of(pair.of, 'issue')} do both speak" if pair.of else "no issue can be compared"
    return f"{show_base(pair.n, pair.of, pair.imputed)} shared is too little to tell"


def name_extremes(style: PairsStyle) -> Iterator[Block]:
    """The pairs with the most and with the least of what is shown; of equal ones the first by sorted ids."""
    known = [(value, pair) for pair in style.pairs.values() if (value := style.value(pair)) is not None]
    if len(known) > 1:
        yield _list_extremes(known, style)
    missing = len(style.pairs) - len(known)
    if missing:
        yield Paragraph(
            f"{missing} of {count_of(len(style.pairs), 'pair')} n/a: too little in common to tell.", Tone.MUTED
        )


def _list_extremes(known: list[tuple[Fraction, Pair]], style: PairsStyle) -> Items:
    count = min(MAX_NAMED, max(1, len(known) // 4))
    down = sorted(known, key=lambda one: (-one[0], _ids(one[1])))[:count]
    up = sorted(known, key=lambda one: (one[0], _ids(one[1])))[:count]
    lines = zip(_EXTREMES[style.measure], (down, up), strict=True)
    entries = tuple((Line(f"{lead}: {'; '.join(_name(pair, style) for _, pair in told)}"),) for lead, told in lines)
    return Items(entries)


_EXTREMES = {
    "agreement": ("Most agreed", "Least agreed"),
    "conflict": ("Most in conflict", "Least in conflict"),
    "net": ("Highest net", "Lowest net"),
}


def _ids(pair: Pair) -> list[str]:
    return sorted((pair.left, pair.right))


def _name(pair: Pair, style: PairsStyle) -> str:
    base = show_base(pair.n, pair.of, pair.imputed, style.result.issues)
    return f"{style.names[pair.left]} – {style.names[pair.right]}: {show_value(pair, style)} on {base}"
