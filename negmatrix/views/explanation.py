"""What a problem's code means, as a document."""

from collections.abc import Sequence

from negmatrix.document import Cell, Column, Document, Heading, Line, Paragraph, Row, Table, Tone, Verbatim
from negmatrix.explanations import Explanation


def show_explanation(explanation: Explanation) -> Document:
    """The sentences of a code, then a talks that has the problem, and one that has not."""
    paragraphs = [Paragraph(" ".join(part.split())) for part in explanation.sentence.split("\n\n")]
    return Document(
        explanation.code,
        (
            Heading(f"{explanation.code} ({explanation.severity})", 1),
            *paragraphs,
            Heading("Bad:"),
            Verbatim(explanation.bad.text),
            Heading("Good:"),
            Verbatim(explanation.good.text),
        ),
    )


def show_explanations(explanations: Sequence[Explanation]) -> Document:
    """All codes with their severity and what they mean."""
    columns = (Column("Code", wraps=False, fixed=True), Column("Severity"), Column("Meaning"))
    table = Table("What the codes mean", columns, tuple(map(_row, explanations)))
    return Document("Codes", (table, Paragraph("'negmatrix explain CODE' shows examples", Tone.MUTED)))


def _row(explanation: Explanation) -> Row:
    texts = (explanation.code, explanation.severity, " ".join(explanation.sentence.split()))
    return Row(tuple(Cell((Line(text),), text) for text in texts))
