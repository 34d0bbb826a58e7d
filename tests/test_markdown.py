"""Small documents and all that the Markdown writer writes of them."""

from fractions import Fraction
from pathlib import Path

import pytest

from negmatrix.document import (
    Align,
    Axis,
    Column,
    Footnotes,
    Heading,
    Items,
    Legend,
    Line,
    Mark,
    MarkKind,
    Paragraph,
    Rank,
    Row,
    Sign,
    Spark,
    Stretch,
    Table,
    Tone,
    Verbatim,
)
from tests.documents import cell, in_markdown, show

ROOT = Path(__file__).parent.parent
SHOWN = ROOT / "tests" / "cases" / "shown"


@pytest.mark.parametrize(
    ("talks", "style", "expected"),
    [
        ("data/paris.yaml", {"sources": True}, "paris.md"),
        ("data/paris.yaml", {"transpose": True, "cells": "both"}, "paris-transposed.md"),
        ("tests/cases/fine/harbour-with-notes.yaml", {"sources": True}, "harbour.md"),
    ],
)
def test_a_whole_talks(talks: str, style: dict[str, object], expected: str, regenerate: bool) -> None:
    markdown = in_markdown(*show(ROOT / talks, **{"sources": False} | style).blocks)
    if regenerate:
        (SHOWN / expected).write_text(markdown, encoding="utf-8")
    assert markdown == (SHOWN / expected).read_text(encoding="utf-8")


def test_a_table_has_as_many_cells_in_each_row_as_columns() -> None:
    table = Table(
        "How they stand",
        (Column("Issue"), Column("A | B"), Column("", Align.RIGHT), Column("x", Align.CENTRE)),
        (
            Row((cell("Labour"), cell("2 partial", span=3)), Rank.GROUP),
            Row(
                (
                    cell("Nights"),
                    cell("Four", Line("4 nights", tone=Tone.MUTED, signs=(Sign.UNSURE,))),
                    cell("5%"),
                    cell(),
                )
            ),
            Row((cell("All", span=2), cell("50%", span=2)), Rank.TOTAL),
        ),
    )
    assert in_markdown(table) == (
        "**How they stand**\n"
        "\n"
        "| Issue | A \\| B |  | x |\n"
        "| --- | --- | ---: | :---: |\n"
        "| **Labour** | 2 partial |  |  |\n"
        "| Nights | Four<br>*4 nights* ? | 5% |  |\n"
        "| **All** |  | 50% |  |\n"
    )


def test_a_heading_stands_for_the_caption_below_it() -> None:
    table = Table("How they stand", (Column("x"),), ())
    assert in_markdown(Heading("Numbers"), table) == "## Numbers\n\n| x |\n| --- |\n"


def test_no_more_signs_are_put_before_a_title_than_markdown_knows() -> None:
    assert in_markdown(Heading("One", 1), Heading("", 2), Heading("Nine", 9)) == "# One\n\n###### Nine\n"


def test_notes_are_linked_where_both_ends_are_there() -> None:
    table = Table("", (Column("x"),), (Row((cell("Stop!", notes=(1, 2)),)), Row((cell("None", notes=(7,)),))))
    notes = Footnotes(((1, "# Minutes", "https://example.org/a_b"), (2, "", "javascript:x"), (3, "Unread", None)))
    assert in_markdown(Heading("T"), table, notes) == (
        "## T\n\n| x |\n| --- |\n| Stop\\![^1] [^2] |\n| None\\[7\\] |\n\n"
        "[^1]: \\# Minutes, <https://example.org/a_b>\n"
        "[^2]: javascript\\:x\n"
        "- \\[3\\] Unread\n"
    )


def test_documents_in_one_file_keep_their_notes_apart() -> None:
    table = Table("", (Column("x"),), (Row((cell("a", notes=(1,)),)),))
    markdown = in_markdown(table, Footnotes(((1, "Minutes", None),)), label="b")
    assert markdown == "| x |\n| --- |\n| a[^b1] |\n\n[^b1]: Minutes\n"


def test_a_fence_is_longer_than_any_inside_and_keeps_the_first_column() -> None:
    text = "+ new\n- old\r\n    kept\t\n````\n\x1b[0m\n"
    assert in_markdown(Verbatim(text)) == "`````\n+ new\n- old\n    kept\t\n````\n\\x1b[0m\n`````\n"


def test_two_lists_are_two() -> None:
    markdown = in_markdown(Items(((Line("a"), Line("b")), ())), Items(((Line("1. c", Sign.SETTLED),), (Line("- d"),))))
    assert markdown == "- a<br>b\n-\n\n<!-- -->\n\n- ✓ 1. c\n- \\- d\n"


def test_the_legend_names_each_sign_once_and_its_remarks_below() -> None:
    legend = Legend((Sign.OPEN, Sign.FIXED, Sign.NOT_STATED), ("<1% counts", ""))
    assert in_markdown(legend) == "… open, ■ fixed, · not stated\n\n<1% counts\n"
    assert in_markdown(Legend(())) == ""
    assert in_markdown(Legend((Sign.OPEN, Sign.OPEN))) == "… open\n"


def test_one_changed_cell_is_one_changed_line() -> None:
    document = show(ROOT / "data" / "paris.yaml", sources=False)
    before = in_markdown(*document.blocks).splitlines()
    table = document.blocks[1]
    assert isinstance(table, Table)
    row = table.rows[1]
    longer = row._replace(cells=(row.cells[0], cell("Something much longer than all that stood here"), *row.cells[2:]))
    changed = table._replace(rows=(table.rows[0], longer, *table.rows[2:]))
    after = in_markdown(document.blocks[0], changed, *document.blocks[2:]).splitlines()
    assert len([1 for old, new in zip(before, after, strict=True) if old != new]) == 1


def test_an_axis_is_a_table_with_a_drawing_of_one_length() -> None:
    axis = Axis(
        "Quota",
        ("none", "all | more"),
        (
            Mark(
                "City",
                "accepts half to all",
                Fraction(1, 2),
                (Stretch(Fraction(1, 2), Fraction(1)),),
                signs=(Sign.FIXED,),
            ),
            Mark("Port", "none", Fraction(0)),
            Mark("Zone", "a_", None, (Stretch(Fraction(1, 4), Fraction(1, 2)),), MarkKind.ZONE),
            Mark("today", "one third", Fraction(1, 3), (), MarkKind.POINT),
        ),
        ((Fraction(1, 2), "half"),),
    )
    assert in_markdown(axis) == (
        "| Quota | none → half → all \\| more | In words |\n"
        "| --- | --- | --- |\n"
        "| City ■ | `├───────────●━━━━━━━━━━━━` | accepts half to all |\n"
        "| Port | `●───────────┼───────────┤` | none |\n"
        "| Zone | `├─────▒▒▒▒▒▒▒───────────┤` | a\\_ |\n"
        "| today | `├───────◆───┼───────────┤` | one third |\n"
    )


def test_no_title_at_the_top_left_is_empty() -> None:
    assert in_markdown(Axis("", ("none", "all"), (Mark("City", "all", Fraction(1)),))).startswith(
        "| Scale | none → all | In words |\n"
    )
    rows = (Row((cell("City"), cell("1"), cell("2"))),)
    columns = (Column("", field="party"), Column("Agreement"), Column("", field="agreement"))
    assert in_markdown(Table("", columns, rows)).startswith("| party | Agreement |  |\n")


def test_a_spark_stands_before_the_words() -> None:
    spark = Spark((Fraction(0), None, Fraction(1)), ("a", "b", "c"))
    rows = (Row((cell(Line("up", Sign.OPEN, (Sign.STALE,), spark=spark)),)), Row((cell(Line("", spark=spark)),)))
    assert in_markdown(Table("", (Column("x"),), rows)).splitlines()[2:] == ["| … ▁·█ up ◷ |", "| ▁·█ |"]


def test_a_table_without_columns_is_nothing() -> None:
    assert in_markdown(Paragraph("a"), Table("How they stand", (), ()), Paragraph("b")) == "a\n\nb\n"
