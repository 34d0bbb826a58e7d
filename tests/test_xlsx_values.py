"""Numbers of a workbook are those that are shown, and sheets have names that spreadsheets take."""

from fractions import Fraction

import pytest

from negmatrix.document import (
    Axis,
    Bare,
    Cell,
    Document,
    Line,
    Row,
    Sign,
    Spark,
)
from negmatrix.writers.xlsx.numbers import find_number
from negmatrix.writers.xlsx.remarks import find_remarks
from negmatrix.writers.xlsx.texts import name_sheet
from tests.documents import cell
from tests.workbooks import load, table, values


@pytest.mark.parametrize(
    ("text", "value", "number", "form"),
    [
        ("67%", Fraction(2, 3), 2 / 3, "0%"),
        ("56% of 3 in 6", Fraction(5, 9), 5 / 9, '0%" of 3 in 6"'),
        (">99%", Fraction(999, 1000), 0.999, '">99%"'),
        ("<1%", Fraction(1, 1000), 0.001, '"<1%"'),
        ("3", 3, 3, "0"),
        ("2 of 4", 2, 2, '0" of 4"'),
        ("+46", Fraction(46), 46, "+0;-0;0"),
        ("-12", Fraction(-121, 10), -12.1, "0"),
        ("+<0.1", Fraction(1, 30), 1 / 30, '"+<0.1"'),
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
        ("+46", Fraction(46, 100)),
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


@pytest.mark.parametrize(
    ("part", "wanted", "name"),
    [
        ("Quota", "Positions", "Quota, Positions (2)"),
        ("Rent", "Positions", "Rent, Positions"),
        ("Pay: a/b'", "'Verdicts'", "Pay a b, Verdicts"),
        ("x" * 40, "Positions", "x" * 19 + "…, Positions"),
        ("👍" * 20, "Positions", "👍" * 9 + "…, Positions"),
        ("x" * 40, "y" * 40, "x" * 13 + "…, " + "y" * 14 + "…"),
        ("", "Positions", "Positions"),
        ("?", "Positions", "Positions"),
    ],
)
def test_sheets_name_the_part_that_they_belong_to(part: str, wanted: str, name: str) -> None:
    shown = name_sheet(wanted, ["QUOTA, positions"], part)
    assert shown == name
    assert len(shown.encode("utf-16-le")) // 2 <= 31


def test_a_scale_that_a_heading_names_is_called_one() -> None:
    axes = (Axis("", ("none", "all"), ()), Axis("Quota", ("none", "all"), ()))
    assert [(remark.text, remark.more) for remark in find_remarks(axes)] == [
        ("Scale", "none → all"),
        ("Quota", "none → all"),
    ]
