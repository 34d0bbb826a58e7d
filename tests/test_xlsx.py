"""Workbooks: what openpyxl reads back of them is what went in, and no text is a formula."""

import sys
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import load_workbook

from negmatrix.document import (
    Axis,
    Cell,
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
    Table,
    Tone,
    Verbatim,
)
from negmatrix.finding.lost import LostError
from negmatrix.writers.html.colours import measure_light
from negmatrix.writers.xlsx import write_xlsx
from negmatrix.writers.xlsx.fills import HEAD, find_colours
from negmatrix.writers.xlsx.texts import LONGEST, show_text
from tests.documents import cell
from tests.workbooks import load, save, table, values


def test_a_sheet_for_each_table_and_one_for_the_rest() -> None:
    shown = Row(
        (cell("Nights"), Cell((Line("four", Sign.OPEN, (Sign.FIXED,)), Line("4")), "x", notes=(1, 2)), cell("67%"))
    )
    document = Document(
        "Harbour",
        (
            Heading("Harbour · march", 1),
            Paragraph("Bold", Tone.STRONG),
            Heading("Positions"),
            table(shown, Row((cell("Labour", span=3),), Rank.GROUP)),
            table(caption="Pairs"),
            Heading("Sources"),
            Footnotes(((1, "Minutes", "https://example.org/"), (2, "=1", "javascript:x"))),
            Legend((Sign.FIXED,), ("A remark",)),
            Items(((Line("one", Sign.SETTLED), Line("two")),)),
            Verbatim("+ a\n\n- b"),
            Axis(
                "Quota",
                ("none", "all"),
                (Mark("City", "half", None, (), MarkKind.ZONE, (Sign.UNSURE,)),),
                ((Fraction(1, 2), "mid"),),
            ),
        ),
    )
    book = load(document)
    assert book.sheetnames == ["Positions", "Pairs", "Notes"]
    assert values(book["Positions"]) == [
        ["Issue", "A", "agreement"],
        ["Nights", "… four ■\n4 [1] [2]", "67%"],
        ["Labour", None, None],
    ]
    assert values(book["Notes"]) == [
        ["Harbour · march", None],
        ["Bold", None],
        ["Sources", None],
        ["[1] Minutes", "https://example.org/"],
        ["[2] =1", "javascript:x"],
        ["■ fixed", None],
        ["A remark", None],
        ["✓ one\ntwo", None],
        ["+ a", None],
        ["- b", None],
        ["Quota", "none → mid → all"],
        ["City ?", "half"],
    ]
    links = {field.value: field.hyperlink for row in book["Notes"].iter_rows() for field in row if field.value}
    assert [text for text, link in links.items() if link] == ["https://example.org/"]
    assert book["Notes"]["A1"].font.b
    assert not book["Notes"]["A6"].font.b


def test_what_stands_still_wraps_and_is_bold() -> None:
    sheet = load(
        Document("T", (table(Row((cell("a"), cell("b", span=2)), Rank.TOTAL), Row((cell("c"),) * 3)),))
    ).worksheets[0]
    assert sheet.title == "T"
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"
    assert [sheet[name].font.b for name in ("A1", "A2", "B2", "A3")] == [True, True, True, False]
    assert [sheet[name].alignment.wrap_text for name in ("A2", "B2", "C3")] == [True, None, True]
    assert [sheet[name].alignment.horizontal for name in ("A3", "C3")] == ["left", "right"]
    assert 8 <= sheet.column_dimensions["A"].width <= 44


def test_a_document_without_tables_is_notes_and_one_without_anything_an_empty_sheet() -> None:
    assert values(load(Document("T", (Paragraph("a"),)))["Notes"]) == [["a"]]
    assert load(Document("T", (Table("none", (), ()),))).sheetnames == ["Notes"]


def test_the_properties_name_the_talks_and_nobody() -> None:
    document = Document("Harbour\x00", ())
    properties = load(document, document).properties
    assert (properties.title, properties.creator, properties.lastModifiedBy) == ("Harbour\\x00", "negmatrix", None)


def test_text_that_is_too_long_says_that_it_is_cut() -> None:
    assert show_text("x" * LONGEST) == "x" * LONGEST
    assert show_text("x" * (LONGEST + 1)).endswith("x … [cut]")
    assert len(show_text("👍" * LONGEST).encode("utf-16-le")) // 2 <= LONGEST


LOOKS = (
    *Tone,
    *(Ramp(Fraction(step, 40)) for step in range(-1, 42)),
    *(Heat(Fraction(step, 40)) for step in range(-1, 42)),
)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_words_stand_out_from_every_fill(look: Look) -> None:
    colours = find_colours(look)
    for ink, fill in (colours, HEAD):
        light, dark = sorted(
            (measure_light(f"#{ink or '000000'}"), measure_light(f"#{fill or 'ffffff'}")), reverse=True
        )
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_looks_are_fills() -> None:
    row = Row((cell("a", look=Tone.GOOD), cell("b", look=Ramp(Fraction(0))), cell("", look=Heat(Fraction(1)))))
    fields = load(Document("T", (table(row),))).worksheets[0][2]
    fills = [field.fill.fgColor.rgb for field in fields]
    assert all(field.fill.fill_type == "solid" for field in fields)
    assert len(set(fills)) == 3


def test_a_file_is_written_where_a_path_says(tmp_path: Path) -> None:
    write_xlsx([Document("T", (Paragraph("a"),))], tmp_path / "t.xlsx")
    assert load_workbook(tmp_path / "t.xlsx").sheetnames == ["Notes"]


def test_without_openpyxl_the_user_learns_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(LostError, match=r"negmatrix\[xlsx\]"):
        save(Document("T", ()))
