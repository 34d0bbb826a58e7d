"""The matrix as a document: issues by parties with their agreement, then the proposals and the sources."""

from collections.abc import Sequence
from typing import NamedTuple

from negmatrix.analysis.matrix import MatrixResult
from negmatrix.document import Block, Document, Heading, Legend, find_signs
from negmatrix.views.footnotes import cite_by, number_references, show_references
from negmatrix.views.grid import show_grid
from negmatrix.views.headline import show_headline
from negmatrix.views.links import show_links
from negmatrix.views.names import list_names
from negmatrix.views.sheet import Sheet, lay_out
from negmatrix.views.tabled import show_proposals
from negmatrix.views.transposed import show_transposed
from negmatrix.views.verdicts import VERDICT_SIGNS


class MatrixStyle(NamedTuple):
    """How a matrix is laid out: `cells` is says, stance, both or links; `order` is file, divergence or title."""

    cells: str = "says"
    order: str = "file"
    transpose: bool = False
    sources: bool = False


PLAIN_STYLE = MatrixStyle()
"""Words with stances beneath, in the order of the file."""


def show_matrix(result: MatrixResult, style: MatrixStyle = PLAIN_STYLE) -> Document:
    """The matrix of one round with its headline, proposals, legend and, if wanted, sources."""
    numbers = number_references(result.sources) if style.sources else {}
    sheet = lay_out(result, style.cells, style.order, cite_by(numbers))
    blocks: tuple[Block, ...] = (
        Heading(show_headline(result), 1),
        *(show_transposed(sheet) if style.transpose else show_grid(sheet)),
        *_show_links(sheet),
        *show_proposals(sheet),
    )
    return Document(result.talks.title, (*blocks, *_closing(result, blocks), *_sources(result, style)))


def _show_links(sheet: Sheet) -> tuple[Block, ...]:
    """What waits for what, where cells show links."""
    if sheet.shows != "links":
        return ()
    return show_links(
        sheet.result.links, sheet.titles, lambda parties: list_names([sheet.names[party] for party in parties])
    )


def _closing(result: MatrixResult, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The legend: verdict signs stand beside their words and need none."""
    signs = tuple(sign for sign in find_signs(tuple(blocks)) if sign not in VERDICT_SIGNS)
    remarks = _remarks(result)
    return (Legend(signs, remarks),) if signs or remarks else ()


def _remarks(result: MatrixResult) -> tuple[str, ...]:
    if result.pairs == result.all_pairs:
        return ()
    return (
        f"agreement counts {result.pairs} of {result.all_pairs} pairs: who shares a table, and no bloc with its member",
    )


def _sources(result: MatrixResult, style: MatrixStyle) -> tuple[Block, ...]:
    return (Heading("Sources"), show_references(result.sources)) if style.sources and result.sources else ()
