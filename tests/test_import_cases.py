"""Files that somebody has already, what is made of them, and what is said about it."""

import io
import sys
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import numbers

from negmatrix.diagnostics import Severity
from negmatrix.finding.lost import LostError
from negmatrix.importing import Imported, Options, import_file
from negmatrix.importing.amounts import show_value
from negmatrix.reading import read_talks
from negmatrix.source import SourceText
from tests.reports import check_text

CASES = Path(__file__).parent / "cases" / "imported"
FILES = sorted(path for path in CASES.iterdir() if path.suffix not in (".yaml", ".out"))
ARTICLE = (
    ("Territorial Integrity", "Non-negotiable", "Firm support"),
    ("Sanctions", "Conditional easing", "Linked to progress"),
    ("Security Guarantees", "International peacekeepers", "Multilateral pact"),
)
HEADERS = ("Issue", "Ukrainian Position", "US Position")


def compare(path: Path, printed: str, regenerate: bool) -> None:
    if regenerate:
        path.write_text(printed, encoding="utf-8")
    assert printed == path.read_text(encoding="utf-8")


def said(imported: Imported) -> dict[str, dict[str, str]]:
    """Words or stances by the titles of issues and the names of parties, in the only round."""
    talks = read_talks([SourceText("talks.yaml", imported.text)]).talks
    assert talks is not None
    return {
        talks.issues[issue].title: {
            talks.parties[party].name: cell.says or cell.stance or cell.state.value for party, cell in row.items()
        }
        for issue, row in talks.latest.positions.items()
    }


def fine(imported: Imported) -> Imported:
    assert [problem.message for problem in check_text(imported.text) if problem.severity is not Severity.NOTE] == []
    return imported


WHOLE = {title: {"Ukrainian": ukraine, "US": us} for title, ukraine, us in ARTICLE}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_becomes_talks_and_a_report(path: Path, regenerate: bool) -> None:
    imported = fine(import_file(path, path.name))
    compare(path.with_name(path.name + ".yaml"), imported.text, regenerate)
    compare(path.with_name(path.name + ".out"), "\n".join(imported.report) + "\n", regenerate)


@pytest.mark.parametrize("name", ["positions.csv", "positions.tsv", "article.md"])
def test_the_cells_of_the_article_come_over_in_every_form(name: str) -> None:
    assert said(import_file(CASES / name)) == WHOLE


def test_the_article_gives_its_proposals_too() -> None:
    talks = read_talks([SourceText("talks.yaml", import_file(CASES / "article.md").text)]).talks
    assert talks is not None
    assert [(one.title, one.kind, one.objective, one.outcome) for one in talks.proposals.values()] == [
        ("Buffer Zones", "approach", "Reduce Military Tensions", "Minimized Border Clashes"),
        ("Border Verification", "approach", "Enhance Sovereignty", "Transparent Border Management"),
        ("Security Pacts", "approach", "Regional Stability", "Collective Deterrence"),
        ("Multilateral Mediation", "cooperation aspect", None, "Balanced conflict resolution strategies"),
        ("Shared Intelligence", "cooperation aspect", None, "Improved situational awareness"),
        ("Joint Economic Support", "cooperation aspect", None, "Stabilized post-conflict recovery"),
    ]


def workbook(*sheets: tuple[str, list[list[object]]]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_workbook_with_the_article_in_it() -> None:
    proposals = [["Approach", "Primary Objective", "Expected Outcome"], ["Buffer Zones", "Reduce", "Minimized"]]
    book = workbook(("Ideas", list(proposals)), ("Positions", [list(HEADERS), *map(list, ARTICLE)]))
    imported = fine(import_file(saved(book), "paris.xlsx"))
    assert said(imported) == WHOLE
    assert "buffer-zones:" in imported.text
    assert imported.report[:2] == ["positions from the sheet 'Positions'", "proposals from the sheet 'Ideas'"]


def test_merged_headers_are_filled_and_put_together() -> None:
    rows: list[list[object]] = [
        ["Fishing talks"],
        [],
        ["Issue", "Positions", None, "Status"],
        [None, "Coast", "Union", None],
    ]
    book = workbook(("Sheet1", [*rows, ["Quota", 40, 70, "open"], ["Inspectors", "Navy", "Joint body", None]]))
    sheet = book.worksheets[0]
    for merged in ("B3:C3", "A3:A4", "D3:D4"):
        sheet.merge_cells(merged)
    imported = fine(import_file(saved(book), "fish.xlsx"))
    assert said(imported) == {
        "Quota": {"Coast": "40", "Union": "70"},
        "Inspectors": {"Coast": "Navy", "Union": "Joint body"},
    }
    assert "talks: Fishing talks" in imported.text
    assert "verdicts:\n  quota: open" in imported.text


def test_numbers_and_dates_stand_as_people_see_them() -> None:
    from datetime import date, datetime, time, timedelta

    shown: list[tuple[object, str, str]] = [
        (0.125, numbers.FORMAT_PERCENTAGE_00, "12.50%"),
        (0.5, "0%", "50%"),
        (1234567.5, "#,##0.00", "1,234,567.50"),
        (1200, '"€"#,##0', "€1,200"),
        (1200, "[$£-809]#,##0", "£1,200"),
        (12.5, "0.0##", "12.5"),
        (3.0, "General", "3"),
        (0.1, "General", "0.1"),
        (1e21, "General", "1E+21"),
        (12, '0 "kt"', "12 kt"),
        (7, "# ?/?", "7"),
        (date(2025, 5, 1), "yyyy-mm-dd", "2025-05-01"),
        (datetime(2025, 5, 1, 14, 30), "yyyy-mm-dd hh:mm", "2025-05-01 14:30"),
        (time(9, 30), "hh:mm", "09:30:00"),
        (timedelta(hours=2), "[h]:mm:ss", "2:00:00"),
        (True, "General", "TRUE"),
    ]
    book = workbook(("Positions", [["Issue", "Position of A"]]))
    for number, (value, form, _) in enumerate(shown, 2):
        book.worksheets[0].append([f"Row {number}", value])
        book.worksheets[0].cell(number, 2).number_format = form
    found = [row["A"] for row in said(fine(import_file(saved(book), "shown.xlsx"))).values()]
    assert found == [wanted for _, _, wanted in shown]


def test_a_formula_that_was_never_worked_out_is_told() -> None:
    book = workbook(("Positions", [["Issue", "Position of A", "Position of B"], ["Quota", "=20*2", "#REF!"]]))
    imported = fine(import_file(saved(book), "sums.xlsx"))
    assert (
        "formulas without a stored value are empty here: open and save the workbook once: xl/worksheets/sheet1.xml"
        in imported.report
    )
    assert "cells that show an error are left empty: the sheet 'Positions' C2" in imported.report
    assert said(imported) == {}


def test_a_sheet_is_chosen_by_name_or_number_and_hidden_ones_are_passed_over() -> None:
    sheets = [(name, [list(HEADERS), [name, "yes", "no"]]) for name in ("May", "June", "July")]
    book = workbook(*((name, list(rows)) for name, rows in sheets))
    book.worksheets[0].sheet_state = "hidden"
    content = saved(book)
    assert list(said(import_file(content, "x.xlsx"))) == ["June"]
    assert list(said(import_file(content, "x.xlsx", Options(sheet="july")))) == ["July"]
    assert list(said(import_file(content, "x.xlsx", Options(sheet="1")))) == ["May"]


def test_what_is_no_number_shows_nothing() -> None:
    assert [show_value(float(word), "0.0") for word in ("nan", "inf", "-inf", "2")] == ["", "", "", "2.0"]


def test_without_openpyxl_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    content = saved(workbook(("Positions", [["Issue", "A"], ["x", "y"]])))
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(LostError, match=r"reading workbooks needs openpyxl: pip install 'negmatrix\[xlsx\]'"):
        import_file(content, "x.xlsx")
