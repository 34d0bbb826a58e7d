"""Tables and cells as CSV: bare values, no formulas, and the laws of what comes back."""

import csv
import io
import json
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from negmatrix.analysis.matrix import MatrixResult, measure_matrix
from negmatrix.document import Align, Bare, Cell, Column, Document, Paragraph, Rank, Row, Table
from negmatrix.formulas import defuse
from negmatrix.model.standing import all_standing, standing_in
from negmatrix.reading import read_talks
from negmatrix.source import SourceText
from negmatrix.views.matrix import MatrixStyle, show_matrix
from negmatrix.writers.csv_tables import write_csv
from negmatrix.writers.csv_tidy import TITLES, join, write_tidy
from negmatrix.writers.csv_values import show_value
from negmatrix.writers.plain import make_plain
from tests.documents import cell
from tests.hostile import CONTROLS, HOSTILE
from tests.hostile_talks import measure_hostile, show_hostile

ROOT = Path(__file__).parent.parent
SHOWN = ROOT / "tests" / "cases" / "shown"
STARTS = frozenset("=+-@\t\n＝＋－＠﹦﹢﹣﹫")


def written(document: Document) -> str:
    out = io.StringIO(newline="")
    write_csv(document, out)
    return out.getvalue()


def tidy(results: Sequence[MatrixResult]) -> str:
    out = io.StringIO(newline="")
    write_tidy(results, out)
    return out.getvalue()


def parse(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def restore(text: str) -> str:
    """What went in: without the apostrophe that stands before a formula."""
    return text[1:] if text.startswith("'") and defuse(text[1:]) != text[1:] else text


def is_number(text: str) -> bool:
    try:
        Decimal(text)
    except ArithmeticError:
        return False
    return True


def measure_all(path: Path) -> list[MatrixResult]:
    talks = read_talks([SourceText(path.name, path.read_text(encoding="utf-8"))]).talks
    assert talks is not None
    return [measure_matrix(talks, standing) for standing in all_standing(talks)]


def harbour() -> list[MatrixResult]:
    return measure_all(ROOT / "tests" / "cases" / "fine" / "harbour-with-notes.yaml")


def test_a_whole_talks(regenerate: bool) -> None:
    text = written(show_matrix(measure_all(ROOT / "data" / "paris.yaml")[-1], MatrixStyle()))
    compare("paris.csv", text, regenerate)


def test_all_cells_of_all_rounds(regenerate: bool) -> None:
    compare("harbour-tidy.csv", tidy(harbour()), regenerate)


def compare(name: str, text: str, regenerate: bool) -> None:
    if regenerate:
        (SHOWN / name).write_bytes(text.encode())
    assert text == (SHOWN / name).read_bytes().decode()


def bare(value: Bare, span: int = 1) -> Cell:
    return cell("for people", value=value, span=span)


def test_tables_follow_one_another_and_text_is_left_out() -> None:
    columns = (Column("Issue"), Column("Word"), Column("", Align.RIGHT, field="agreement"))
    rows = (
        Row((bare("Labour"), bare(Fraction(2, 3), span=2)), Rank.GROUP),
        Row((bare("Nights"), bare("a, b"), bare(None))),
        Row((bare("All", span=2), bare(-1))),
        Row((bare("None", span=2), bare("x"))),
    )
    document = Document("T", (Paragraph("not shown"), Table("one", columns, rows), Table("two", (Column('"'),), ())))
    assert written(document) == (
        'Issue,Word,agreement\r\nLabour,,0.666666666667\r\nNights,"a, b",\r\nAll,,-1\r\nNone,,x\r\n\r\n""""\r\n'
    )
    assert written(Document("T", (Paragraph("x"), Table("none", (), ())))) == ""


def test_what_is_only_drawn_is_left_out() -> None:
    columns = (Column("Pair"), Column("", field="Trend", drawn=True), Column("may"), Column("june"))
    rows = (Row((bare("a – b"), bare(None), bare(1), bare(2))), Row((bare("all", span=3), bare(3))))
    assert written(Document("T", (Table("", columns, rows),))) == "Pair,may,june\r\na – b,1,2\r\nall,,3\r\n"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (-3, "-3"),
        (0, "0"),
        (Fraction(1, 3), "0.333333333333"),
        (Fraction(-5, 4), "-1.25"),
        (Fraction(100), "100"),
        (Fraction(1, 10**15), "0"),
        (Decimal("1E+2"), "100"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\x1b[2J\u202e", "\\x1b[2J\\u202e"),
    ],
)
def test_values_are_bare(value: object, text: str) -> None:
    assert show_value(value) == text


@pytest.mark.parametrize("text", ["-5", "+5", "-5.25", "-1e5", "a=b", "", "'", "'quoted'", "5-3", "ünder", "#N/A"])
def test_what_is_no_formula_stays(text: str) -> None:
    assert defuse(text) == text


@pytest.mark.parametrize(
    "text",
    ["=1", "+a", "-a", "-5%", "-", "@x", "\ta", "\na", " =1", "\u3000=1", "\u200b=1", "＝1", "'=1", "''-5", "' @"],
)
def test_what_is_a_formula_stands_behind_an_apostrophe(text: str) -> None:
    assert defuse(text) == f"'{text}"
    assert restore(defuse(text)) == text


@pytest.mark.parametrize("hostile", [*HOSTILE, *CONTROLS], ids=lambda text: repr(text)[:30])
def test_any_text_comes_back_and_none_is_a_formula(hostile: str) -> None:
    shown = show_value(hostile)
    assert restore(shown) == make_plain(hostile)
    assert is_number(shown) or not starts_formula(shown)


def starts_formula(text: str) -> bool:
    """Whether some spreadsheet would compute it, blanks and signs without width before it or not."""
    return text.lstrip(" \u00a0\u2009\u202f\u3000\u200b\u200e\u200f\u2060")[:1] in STARTS and bool(text)


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda text: repr(text)[:30])
def test_a_table_of_hostile_text_comes_back(hostile: str) -> None:
    document = show_hostile(hostile)
    parsed = iter(parse(written(document)))
    for number, table in enumerate(block for block in document.blocks if isinstance(block, Table)):
        assert number == 0 or next(parsed) == []
        assert [restore(text) for text in next(parsed)] == [
            make_plain(column.field or column.title) for column in table.columns
        ]
        for row in table.rows:
            values = [value for value in next(parsed) if value]
            assert [restore(value) for value in values] == [
                make_plain(told.value) if isinstance(told.value, str) else show_value(told.value)
                for told in row.cells
                if told.value is not None and told.value != ""
            ]
    assert next(parsed, None) is None


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda text: repr(text)[:30])
def test_all_of_a_hostile_cell_comes_back(hostile: str) -> None:
    result = measure_hostile(hostile)
    titles, *rows = parse(tidy([result]))
    assert titles == list(TITLES)
    assert len(rows) == 4 * 3
    told = {
        (row[titles.index("issue")], row[titles.index("party")]): dict(zip(titles, row, strict=True)) for row in rows
    }
    plain = make_plain(hostile)
    whole = told["one", "a"]
    for title in (
        "talks",
        "round_title",
        "topic",
        "title",
        "unit",
        "name",
        "says",
        "red_line",
        "interest",
        "by",
        "note",
    ):
        assert restore(whole[title]) == plain, title
    assert (whole["stance"], whole["place"], whole["source"]) == ("4", "0.444444444444", "s1; s2 p. 1")
    assert restore(told["two", "a"]["stance"]) == plain
    assert [make_plain(text) for text in split(restore(told["two", "a"]["accepts"]))] == ["low", plain]
    assert [claim["says"] for claim in split(told["one", "c"]["claims"])] == [hostile, hostile]
    assert (told["two", "c"]["internal"], told["two", "c"]["depends_on"]) == ("true", "one; three")
    assert (told["four", "c"]["state"], told["two", "b"]["state"]) == ("withdrawn", "not stated")


def split(text: str) -> list:  # type: ignore[type-arg]
    """The texts of a cell that holds several."""
    return json.loads(text, strict=False) if text.startswith("[") else text.split("; ")


@pytest.mark.parametrize(
    "texts", [("a", "b"), ("a;b",), ("[a]", "b"), ("a; b", "c"), ('"', "\\"), ("Їжак;", ""), ("a;\x7f\u202e", "\x1b")]
)
def test_several_texts_in_one_cell_part_again(texts: tuple[str, ...]) -> None:
    joined = join(texts)
    assert joined is not None
    assert tuple(split(show_value(joined))) == tuple(texts)


def test_no_texts_are_nothing() -> None:
    assert join(()) is None
    assert join(None) is None


def test_carried_cells_name_their_round() -> None:
    titles, *rows = parse(tidy(harbour()))
    told = [dict(zip(titles, row, strict=True)) for row in rows]
    assert {row["round"] for row in told} == {"march", "april"}
    carried = [(row["round"], row["party"], row["issue"]) for row in told if row["carried_from"] == "march"]
    assert ("april", "port", "night-work") in carried
    assert all(round_ == "april" for round_, _, _ in carried)


def test_a_narrow_round_is_one_of_all() -> None:
    path = ROOT / "data" / "writers.yaml"
    talks = read_talks([SourceText(path.name, path.read_text(encoding="utf-8"))]).talks
    assert talks is not None
    one = measure_matrix(talks, standing_in(talks, talks.latest.id))
    assert parse(tidy([one]))[1:] == parse(tidy(measure_all(path)))[-len(talks.issues) * len(talks.parties) :]
