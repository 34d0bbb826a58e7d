"""What is shown, before anything is decided about looks.

A view builds a Document; a writer turns it into one format. A document says what things are:
colour enters as a Look, and a sign, a word or a number always says the same beside it.
"""

from negmatrix.document.axes import Axis, Mark, MarkKind, Stretch
from negmatrix.document.blocks import (
    Block,
    Document,
    Footnotes,
    Heading,
    Items,
    Legend,
    Paragraph,
    Verbatim,
    find_signs,
    has_ramps,
)
from negmatrix.document.signs import Sign
from negmatrix.document.tables import Align, Bare, Cell, Column, Hunk, Line, Rank, Row, Spark, Table, Told
from negmatrix.tones import Heat, Look, Ramp, Tone

__all__ = [
    "Align",
    "Axis",
    "Bare",
    "Block",
    "Cell",
    "Column",
    "Document",
    "Footnotes",
    "Heading",
    "Heat",
    "Hunk",
    "Items",
    "Legend",
    "Line",
    "Look",
    "Mark",
    "MarkKind",
    "Paragraph",
    "Ramp",
    "Rank",
    "Row",
    "Sign",
    "Spark",
    "Stretch",
    "Table",
    "Told",
    "Tone",
    "Verbatim",
    "find_signs",
    "has_ramps",
]
