"""Workbooks: what openpyxl reads back of them is what went in, with real numbers and no formulas."""

import io
import re
import sys
import zipfile
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from negmatrix.document import (
    Align,
    Axis,
    Bare,
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
    Table,
    Tone,
    Verbatim,
)
from negmatrix.finding.lost import LostError
from negmatrix.writers.html.colours import measure_light
from negmatrix.writers.plain import make_plain
from negmatrix.writers.signs import spell
from negmatrix.writers.spans import spread_out
from negmatrix.writers.xlsx import write_xlsx
from negmatrix.writers.xlsx.fills import HEAD, find_colours
from negmatrix.writers.xlsx.numbers import find_number
from negmatrix.writers.xlsx.remarks import find_remarks
from negmatrix.writers.xlsx.texts import LONGEST, name_sheet, show_text
from tests.documents import cell
from tests.hostile import CONTROLS, SOME, show_hostile


def save(*documents: Document) -> bytes:
    out = io.BytesIO()
    write_xlsx(documents, out)
    return out.getvalue()


def load(*documents: Document) -> Workbook:
    return load_workbook(io.BytesIO(save(*documents)))


def values(sheet: Worksheet) -> list[list[object]]:
    return [[field.value for field in row] for row in sheet.iter_rows()]


def table(*rows: Row, caption: str = "") -> Table:
    columns = (Column("Issue"), Column("A"), Column("", Align.RIGHT, field="agreement"))
    return Table(caption, columns, rows)


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


@pytest.mark.parametrize(
    ("text", "value", "number", "form"),
    [
        ("67%", Fraction(2, 3), 2 / 3, "0%"),
        ("56% of 3 in 6", Fraction(5, 9), 5 / 9, '0%" of 3 in 6"'),
        (">99%", Fraction(999, 1000), 0.999, '">99%"'),
        ("<1%", Fraction(1, 1000), 0.001, '"<1%"'),
        ("3", 3, 3, "0"),
        ("2 of 4", 2, 2, '0" of 4"'),
        ("+46", Fraction(46, 100), 46, "+0;-0;0"),
        ("-12", Fraction(-121, 1000), -12.1, "0"),
        ("0.33", Fraction(1, 3), 1 / 3, "0.00"),
        ("50% (25–75%)", Fraction(1, 2), 0.5, '0%" (25–75%)"'),
    ],
)
def test_a_number_is_shown_as_its_words_are(text: str, value: Bare, number: float, form: str) -> None:
    found = find_number(cell(text, value=value))
    assert found is not None
    assert (found.value, found.format) == (pytest.approx(number), form)
    sheet = load(Document("T", (table(Row((cell("a"), cell("b"), cell(text, value=value)))),))).worksheets[0]
    assert (sheet["C2"].value, sheet["C2"].number_format, sheet["C2"].data_type) == (pytest.approx(number), form, "n")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("67%", "67%"),
        ("67%", None),
        ("50% → 67%", Fraction(2, 3)),
        ("5", Fraction(1, 2)),
        ('1 "a"', 1),
        ("n/a", Fraction(1)),
        ("", 1),
        ("1;2", 1),
    ],
)
def test_words_that_show_no_number_or_another_stay_words(text: str, value: Bare) -> None:
    assert find_number(cell(text, value=value)) is None


def test_signs_sparks_and_notes_are_never_lost_to_a_number() -> None:
    lines = (Line("5%", Sign.OPEN), Line("5%", signs=(Sign.FIXED,)), Line("5%", spark=Spark((Fraction(1),), ("a",))))
    assert [find_number(Cell((line,), Fraction(1, 20))) for line in lines] == [None] * 3
    assert find_number(Cell((Line("5%"),), Fraction(1, 20), notes=(1,))) is None
    assert find_number(Cell((Line("5%"), Line("more")), Fraction(1, 20))) is None


def test_a_number_in_several_columns_stands_under_numbers() -> None:
    row = Row((cell("All"), cell("50%", value=Fraction(1, 2), span=2)))
    assert values(load(Document("T", (table(row),))).worksheets[0])[1] == ["All", None, 0.5]


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("Positions", "Positions (2)"),
        ("POSITIONS", "POSITIONS (2)"),
        ("a[b]:c*d?e/f\\g", "a b c d e f g"),
        ("'quoted'", "quoted"),
        ("", "Table"),
        ("History", "History (2)"),
        ("x" * 40, "x" * 30 + "…"),
        ("👍" * 20, "👍" * 15 + "…"),
        ("a\nb\x00", "a b x00"),
    ],
)
def test_sheets_have_names_that_spreadsheets_take(wanted: str, name: str) -> None:
    shown = name_sheet(wanted, ["Positions"])
    assert shown == name
    assert len(shown.encode("utf-16-le")) // 2 <= 31


def test_equal_names_are_counted() -> None:
    taken: list[str] = []
    for _ in range(12):
        taken.append(name_sheet("Agreement of each pair, and over how many", taken))
    assert len({name.casefold() for name in taken}) == 12
    assert all(len(name) <= 31 for name in taken)


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


BATCH = 50


def expect_words(told: Cell) -> str:
    lines = (spell(line, make_plain(line.text)) for line in told.lines)
    words = "\n".join(line for line in lines if line)
    return " ".join((*((words,) if words else ()), *(f"[{note}]" for note in told.notes)))


@pytest.mark.parametrize("first", range(0, len(SOME), BATCH))
def test_hostile_text_comes_back_and_is_no_formula(first: int) -> None:
    documents = [show_hostile(text) for text in SOME[first : first + BATCH]]
    content = save(*documents)
    sheets = iter(load_workbook(io.BytesIO(content)).worksheets)
    for document in documents:
        for block in document.blocks:
            if isinstance(block, Table):
                check_sheet(next(sheets), block)
    remarks = next(sheets)
    assert remarks.title == "Notes"
    told = {field.value for row in remarks.iter_rows() for field in row}
    assert {
        f"[{number}] {make_plain(text)}"
        for document in documents
        for block in document.blocks
        if isinstance(block, Footnotes)
        for number, text, _ in block.entries
    } <= told
    check_parts(content)


def check_sheet(sheet: Worksheet, shown: Table) -> None:
    fields = [
        [sheet.cell(row, column) for column in range(1, len(shown.columns) + 1)]
        for row in range(1, len(shown.rows) + 2)
    ]
    assert [field.value for field in fields[0]] == [
        make_plain(column.title or column.field) for column in shown.columns
    ]
    for row, told in zip(fields[1:], shown.rows, strict=True):
        for field, spread in zip(row, spread_out(told, shown.columns), strict=True):
            if field.data_type == "n" and field.value is not None:
                assert spread is not None
                assert not isinstance(spread.value, (str, type(None)))
            else:
                assert (field.value or "") == ("" if spread is None else expect_words(spread))


def check_parts(content: bytes) -> None:
    """No formula, no link to anywhere but the web, nothing that runs."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        for part in book.namelist():
            xml = book.read(part).decode()
            assert not re.search(r"<f[ >/]", xml), part
            for target in re.findall(r'Target="([^"]*)"[^>]*TargetMode="External"', xml):
                assert target.startswith(("http://", "https://", "mailto:"))
            assert not re.search("vba|externalLink|connections", part)


@pytest.mark.parametrize("hostile", CONTROLS, ids=ascii)
def test_controls_are_seen(hostile: str) -> None:
    document = Document(hostile, (Paragraph(hostile), table(Row((cell(hostile),) * 3), caption=hostile)))
    book = load(document)
    assert book["Notes"]["A1"].value == make_plain(hostile)
    assert book.worksheets[0]["A2"].value == make_plain(hostile)


def test_words_that_look_like_escapes_of_the_file_stay_words() -> None:
    """Excel reads `_x0041_` within one run as A, openpyxl does not; neither puts one together from two runs."""
    words = "_x0041_ _x005f_ _x000D_ _x41_"
    content = save(Document("T", (Paragraph(words),)))
    assert load_workbook(io.BytesIO(content))["Notes"]["A1"].value == words
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        runs = re.findall("<t[^>]*>([^<]*)</t>", book.read("xl/worksheets/sheet1.xml").decode())
    assert "".join(runs) == words
    assert not [run for run in runs if re.search("_x[0-9A-Fa-f]{4}_", run)]


def test_a_file_is_written_where_a_path_says(tmp_path: Path) -> None:
    write_xlsx([Document("T", (Paragraph("a"),))], tmp_path / "t.xlsx")
    assert load_workbook(tmp_path / "t.xlsx").sheetnames == ["Notes"]


def test_without_openpyxl_the_user_learns_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(LostError, match=r"negmatrix\[xlsx\]"):
        save(Document("T", ()))


def test_a_scale_that_a_heading_names_is_called_one() -> None:
    axes = (Axis("", ("none", "all"), ()), Axis("Quota", ("none", "all"), ()))
    assert [(remark.text, remark.more) for remark in find_remarks(axes)] == [
        ("Scale", "none → all"),
        ("Quota", "none → all"),
    ]
