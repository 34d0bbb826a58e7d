"""Documents for tests of writers: the shows of real talks, short ways to make and to write small ones, and one document of
everything that one may hold.
"""

import io
from fractions import Fraction
from pathlib import Path

from negmatrix.analysis.matrix import measure_matrix
from negmatrix.document import (
    Align,
    Axis,
    Bare,
    Block,
    Cell,
    Column,
    Document,
    Footnotes,
    Heading,
    Heat,
    Items,
    Legend,
    Line,
    Look,
    Mark,
    MarkKind,
    Paragraph,
    Ramp,
    Rank,
    Row,
    Sign,
    Spark,
    Stretch,
    Table,
    Tone,
    Verbatim,
)
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.source import SourceText
from negmatrix.views.matrix import MatrixStyle, show_matrix
from negmatrix.writers.markdown import write_markdown
from negmatrix.writers.terminal.entry import write_terminal
from negmatrix.writers.terminal.looks import Looks

ROOT = Path(__file__).parent.parent
TALKS = sorted((ROOT / "data").glob("*.yaml"))
HARBOUR = ROOT / "tests" / "cases" / "shown" / "harbour.yaml"


def read(text: str) -> Talks:
    reading = read_talks([SourceText("talks.yaml", text)])
    assert reading.talks is not None
    return reading.talks


def show(path: Path, round_: str | None = None, **style: object) -> Document:
    return show_talks(read(path.read_text(encoding="utf-8")), round_, **style)


def show_talks(talks: Talks, round_: str | None = None, **style: object) -> Document:
    """The matrix of a round, or of the latest; with sources, unless the style says otherwise."""
    standing = standing_in(talks, round_ or list(talks.rounds)[-1])
    wanted = MatrixStyle(**{"sources": True} | style)  # type: ignore[arg-type]
    return show_matrix(measure_matrix(talks, standing, talks), wanted)


def write_large(issues: int, parties: int) -> str:
    """A talks with so many of both; every seventh position is not stated."""
    levels = ("against all of it", "against some", "open", "for some", "for all of it")
    lines = [
        "talks: Large talks",
        "parties:",
        *(f"  p{party}: Party number {party}" for party in range(parties)),
        "issues:",
    ]
    scale = f"levels: [{', '.join(levels)}]"
    lines += [f"  i{issue}: {{title: Issue {issue}, topic: Topic {issue // 20}, {scale}}}" for issue in range(issues)]
    lines.append("positions:")
    for issue in range(issues):
        lines.append(f"  i{issue}:")
        for party in range(parties):
            if (issue + party) % 7:
                lines.append(
                    f"    p{party}: {{stance: {levels[(issue * party) % 5]}, says: Words of {party} on {issue}}}"
                )
    return "\n".join(lines) + "\n"


def cell(
    *lines: Line | str, value: Bare = None, look: Look = Tone.PLAIN, notes: tuple[int, ...] = (), span: int = 1
) -> Cell:
    return Cell(tuple(Line(line) if isinstance(line, str) else line for line in lines), value, look, notes, span)


def word(text: str, **more: object) -> Cell:
    """A cell whose value is what it shows."""
    return cell(text, value=text)._replace(**more)  # type: ignore[arg-type]


def columns(*titles: str) -> tuple[Column, ...]:
    """The first fixed, as in a matrix."""
    return tuple(Column(title, fixed=number == 0) for number, title in enumerate(titles))


def rows(*texts: tuple[str, ...]) -> tuple[Row, ...]:
    return tuple(Row(tuple(cell(text) for text in row)) for row in texts)


def in_terminal(*blocks: Block, looks: Looks = Looks()) -> str:  # noqa: B008  frozen
    """Blocks as the terminal writer writes them."""
    out = io.StringIO()
    write_terminal(Document("not shown", blocks), out, looks)
    return out.getvalue()


def in_markdown(*blocks: Block, label: str = "") -> str:
    """Blocks as the Markdown writer writes them."""
    out = io.StringIO()
    write_markdown(Document("not shown", blocks), out, label)
    return out.getvalue()


THIRDS = Fraction(1, 3), Fraction(2, 3)
AXIS = Axis(
    "Sanctions",
    ("keep all", "lift all"),
    (
        Mark("Ukraine", "accepts ease on conditions to lift all", THIRDS[0], (Stretch(THIRDS[0], Fraction(1)),)),
        Mark(
            "United States",
            "accepts ease on conditions to ease with progress",
            THIRDS[1],
            (Stretch(*THIRDS),),
            signs=(Sign.UNSURE,),
        ),
        Mark("Poland", "accepts ease on conditions to lift all", THIRDS[0], (Stretch(THIRDS[0], Fraction(1)),)),
        Mark("Silent", "not stated"),
        Mark("zone of agreement", "ease on conditions to ease with progress", None, (Stretch(*THIRDS),), MarkKind.ZONE),
        Mark("status quo", "keep all", Fraction(0), (), MarkKind.POINT),
    ),
    ((THIRDS[0], "ease on conditions"), (THIRDS[1], "ease with progress")),
)
SPARK = Spark((Fraction(0), None, THIRDS[1], Fraction(1)), ("March", "April", "May", "June"))


def show_everything() -> Document:
    """One of each block and look, many parties among them."""
    shares = [Fraction(number, 16) for number in range(17)]
    fills = Table(
        "Fills",
        (Column("Look", fixed=True), *(Column(f"{number}", Align.RIGHT, wraps=False) for number in range(17))),
        (
            Row(
                (word("Ramp"), *(Cell((Line("x"), Line("y", tone=Tone.MUTED)), None, Ramp(share)) for share in shares))
            ),
            Row((word("Heat", look=Heat(shares[4])), *(word(f"{share}", look=Heat(share)) for share in shares))),
            Row((word("Group"), word("over all of them", span=17)), Rank.GROUP),
            Row((word("Cited"), *(word("a", notes=(1, 2), look=Ramp(share)) for share in shares))),
            Row((word("Total"), word("a", span=3), word("b", span=14, notes=(1, 7))), Rank.TOTAL),
        ),
        "places",
    )
    tones = Table(
        "",
        (Column("", fixed=True), Column("In a line"), Column(""), Column("In a cell", Align.CENTRE, tone=Tone.MUTED)),
        tuple(
            Row(
                (
                    Cell((), None),
                    Cell((Line(tone.value, Sign.PARTIAL, (Sign.FIXED,), tone), Line("beneath", tone=Tone.MUTED)), None),
                    Cell((Line("40% → 67%", spark=SPARK),), None),
                    word(tone.value, look=tone),
                )
            )
            for tone in Tone
        ),
    )
    return Document(
        "Everything",
        (
            Heading("Everything · at once", 1),
            Paragraph("Words"),
            *(Paragraph(f"{tone.value} words\non two lines", tone) for tone in Tone),
            fills,
            Heading("Tones"),
            tones,
            Heading("Deeper than it should be", 5),
            Items(((Line("one"),), (Line("aligned now", Sign.ALIGNED, tone=Tone.GOOD), Line("more", tone=Tone.MUTED)))),
            Heading("An axis"),
            AXIS,
            Heading("Verbatim"),
            Verbatim("\n  talks: x\n\tparties: []" + " and more" * 30),
            Legend(tuple(Sign), ("How to read it.",)),
            Heading("Sources"),
            Footnotes(
                (
                    (1, "A note", "https://example.org/?a=1&b=2"),
                    (2, "By mail", "mailto:someone@example.org"),
                    (2, "", "ftp://example.org"),
                    (3, "Not cited", None),
                )
            ),
        ),
    )
