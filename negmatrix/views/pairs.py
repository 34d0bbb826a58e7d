"""Who stands with whom, as a document."""

from collections.abc import Iterator

from negmatrix.analysis.pair_map import PairMap
from negmatrix.document import Block, Document, Legend, Paragraph, Sign, find_signs
from negmatrix.views.pairs_blocs import show_blocs
from negmatrix.views.pairs_map import show_map
from negmatrix.views.pairs_near import show_nearness
from negmatrix.views.pairs_style import PairsStyle, find_pairs_style
from negmatrix.views.pairs_words import name_extremes, show_head, tell_one_pair, tell_weights


def show_pair_map(result: PairMap, measure: str = "agreement", order: str = "blocs", blocs: bool = False) -> Document:
    """The map of all pairs or, seen from one party, the others by nearness; with `blocs`, these and their tree.

    `measure` is agreement, conflict or net; `order` blocs or file.
    """
    style = find_pairs_style(result, measure, order)
    return Document(result.talks.title, tuple(_show_blocks(style, blocs)))


def _show_blocks(style: PairsStyle, blocs: bool) -> Iterator[Block]:
    result = style.result
    yield show_head(result)
    yield from tell_weights(result, style)
    if result.nearness is not None:
        near = tuple(show_nearness(result.nearness, style))
        yield from near
        yield from _explain(near)
    elif len(result.pairs) == 1:
        yield from tell_one_pair(result.pairs[0], style)
    elif result.pairs:
        yield from name_extremes(style)
        yield from show_map(style)
    else:
        yield Paragraph("There is no pair of parties to compare.")
    if blocs:
        yield from show_blocs(style)


def _explain(near: tuple[Block, ...]) -> tuple[Block, ...]:
    lent = Sign.IMPUTED in find_signs(near)
    return (Legend((Sign.IMPUTED,)),) if lent else ()
