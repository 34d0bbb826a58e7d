"""Small tables, and a report with one, for tests of the terminal writer."""

from fractions import Fraction

from negmatrix.document import (
    Align,
    Column,
    Footnotes,
    Heading,
    Legend,
    Line,
    Ramp,
    Rank,
    Row,
    Sign,
    Table,
    Tone,
)
from tests.documents import cell, columns, rows

MATRIX = Table(
    "",
    (
        *columns("Issue", "Ukraine", "United States"),
        Column("Agreement", wraps=False, fixed=True),
        Column("", Align.RIGHT, wraps=False, fixed=True),
    ),
    (
        Row(
            (
                cell("Territorial Integrity"),
                cell(Line("Non-negotiable", signs=(Sign.FIXED,)), look=Ramp(Fraction(1))),
                cell("Firm support", look=Ramp(Fraction(1)), notes=(3,)),
                cell(Line("aligned", Sign.ALIGNED), look=Tone.GOOD),
                cell("100%"),
            )
        ),
        Row(
            (
                cell("Sanctions"),
                cell("Conditional easing", Line("ease on conditions", signs=(Sign.UNSURE,), tone=Tone.MUTED)),
                cell("Linked to progress", Line("ease with progress", signs=(Sign.UNSURE,), tone=Tone.MUTED)),
                cell(Line("partial", Sign.PARTIAL), look=Tone.FAIR),
                cell("67%"),
            )
        ),
        Row(
            (
                cell("Withdrawal of forces"),
                *[cell(Line("", Sign.NOT_STATED))] * 2,
                cell(Line("open", Sign.OPEN), look=Tone.MUTED),
                cell(),
            )
        ),
        Row(
            (cell("All issues"), cell("1 aligned · 1 partial · 1 open", span=2), cell("83% of 2 in 3", span=2)),
            Rank.TOTAL,
        ),
    ),
    "parties",
)

REPORT = (
    Heading("Paris peace talks", 1),
    MATRIX,
    Legend((Sign.FIXED, Sign.UNSURE, Sign.NOT_STATED), ("Stances run along their scale.",)),
    Heading("Notes"),
    Footnotes(((3, "News article", "https://example.org/a"),)),
)

PARTIES = Table(
    "Agreement",
    (Column("", fixed=True), *(Column(f"Party {number}", Align.RIGHT, wraps=False) for number in range(1, 8))),
    tuple(Row((cell(f"Party {row}"), *(cell(f"{row * column}%") for column in range(1, 8)))) for row in range(1, 3)),
    "parties",
)

GROUPS = Table(
    "",
    columns("Issue", "Ours"),
    (
        Row((cell("Money"), cell("50%")), Rank.GROUP),
        *rows(("Wages", "more"), ("Hours", "less")),
        Row((cell("Rules"), cell("0%")), Rank.GROUP),
        *rows(("Leave", "yes")),
        Row((cell("All"), cell("25%")), Rank.TOTAL),
    ),
)

SCRIPTS = Table(
    "",
    columns("Issue", "Words"),
    rows(("Мова", "українська"), ("中文", "领土完整"), ("e\u0301te\u0301", "cafe\u0301"), ("plain", "\U0001f91d ok")),
)
