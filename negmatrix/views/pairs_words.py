"""Pairs in sentences: the headline, what two parties have in common, who agrees most and least."""

from collections.abc import Iterator

from negmatrix.analysis.grounds import Weights
from negmatrix.analysis.pair_map import PairMap
from negmatrix.analysis.pairs import Pair
from negmatrix.document import Block, Heading, Paragraph, Tone
from negmatrix.views.headline import show_round
from negmatrix.views.pairs_style import NET, SUMS, PairsStyle, show_amount, show_base
from negmatrix.views.percent import count_of, show_measure, show_percent


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
