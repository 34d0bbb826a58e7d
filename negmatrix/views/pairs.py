"""Who stands with whom, as a document."""

from collections.abc import Iterator

from negmatrix.analysis.pair_map import PairMap
from negmatrix.document import Block, Document, Legend, Paragraph, Sign, find_signs
from negmatrix.views.pairs_blocs import show_blocs
from negmatrix.views.pairs_extremes import list_extremes, name_extremes
from negmatrix.views.pairs_map import draw_map, show_map
from negmatrix.views.pairs_near import show_nearness
from negmatrix.views.pairs_style import PairsStyle, find_pairs_style
from negmatrix.views.pairs_words import show_head, tell_one_pair, tell_weights

MAX_MAPPED = 200
"""Of more parties than this no map is shown. The largest bodies that negotiate, the members of the United Nations, are
fewer; a page's width of map shows about 20 of them, so that one of 200 takes ten such widths already.
"""


def show_pair_map(result: PairMap, measure: str = "agreement", order: str = "blocs", blocs: bool = False) -> Document:
    """The map of all pairs or, seen from one party, the others by nearness; with `blocs`, these and their tree.

    `measure` is agreement, conflict or net; `order` blocs or file.
    """
    mapped = blocs or (result.nearness is None and len(result.parties) <= MAX_MAPPED)
    style = find_pairs_style(result, measure, order if mapped else "file")
    return Document(result.talks.title, tuple(_show_blocks(style, order, blocs)))


def _show_blocks(style: PairsStyle, order: str, blocs: bool) -> Iterator[Block]:
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
        yield from _show_all(style, order)
    else:
        yield Paragraph("There is no pair of parties to compare.")
    if blocs:
        yield from show_blocs(style)


def _show_all(style: PairsStyle, order: str) -> Iterator[Block]:
    """The map, or the two ends of the pairs of more parties than one shows; a table of all of them stays a map, in an
    order that is found where it is written.
    """
    if len(style.order) <= MAX_MAPPED:
        yield from name_extremes(style)
        yield from show_map(style)
        return
    yield Paragraph(
        f"A map of {len(style.order)} parties, more than {MAX_MAPPED}, is too large to be read: here are the two ends of all "
        f"{len(style.result.pairs)} pairs. --format csv, json and xlsx hold every pair; --from and --party show those of "
        "some parties."
    )
    yield from list_extremes(style, lambda: draw_map(find_pairs_style(style.result, style.measure, order)))


def _explain(near: tuple[Block, ...]) -> tuple[Block, ...]:
    lent = Sign.IMPUTED in find_signs(near)
    return (Legend((Sign.IMPUTED,)),) if lent else ()
