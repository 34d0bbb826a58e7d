"""Points are points wherever they are read: in words, in CSV and in workbooks alike."""

import csv
import io
from fractions import Fraction

import pytest
from calling import ROOT, call

from negmatrix.analysis.history import measure_history
from negmatrix.document import Document, Table
from negmatrix.views.amounts import show_points
from negmatrix.views.diff import show_changes
from negmatrix.views.history import show_history
from tests.comparing import STEPS, read, step
from tests.workbooks import load

WRITERS = ROOT / "data" / "writers.yaml"
POINTS = ("Points", "From other issues", "Came closer, in points", "Travelled, in points")


def read_tables(*arguments: object) -> list[list[dict[str, str]]]:
    """The tables of a command's CSV."""
    text = call(*arguments, "-f", "csv").out
    return [list(csv.DictReader(io.StringIO(part, newline=""))) for part in text.split("\r\n\r\n")]


def test_the_csv_of_a_history_says_in_points_what_is_headed_so() -> None:
    (studios,) = [row for row in read_tables("history", WRITERS)[-1] if row["Party"] == "Studios"]
    assert studios["Came closer, in points"] == studios["Travelled, in points"] == "300.416666666667"
    assert "+300.4" in call("history", WRITERS).out


def test_the_csv_of_a_diff_says_in_points_what_is_headed_so() -> None:
    (pair,) = read_tables("diff", f"{WRITERS}@may", f"{WRITERS}@august")[-1]
    assert f"{float(pair['Points']):+.1f}" in call("diff", f"{WRITERS}@may", f"{WRITERS}@august").out
    assert abs(float(pair["Points"])) > 1


def documents() -> list[Document]:
    talks = ("writers", "ukraine", "paris")
    histories = [show_history(measure_history(read(ROOT / "data" / f"{name}.yaml"))) for name in talks]
    return [*histories, *(show_changes(step(name)) for name in STEPS)]


@pytest.mark.parametrize("document", documents(), ids=lambda document: document.title)
def test_words_values_and_workbooks_tell_the_same_points(document: Document) -> None:
    blocks = [block for block in document.blocks if isinstance(block, Table)]
    tables = [block.whole() if block.whole else block for block in blocks]
    for table, sheet in zip(tables, load(document).worksheets, strict=False):
        for place, column in enumerate(table.columns, start=1):
            cells = [row.cells[place - 1] for row in table.rows] if column.title in POINTS else []
            for number, cell in enumerate(cells, start=2):
                told = sheet.cell(number, place).value
                assert told == (
                    cell.lines[0].text if cell.value is None else pytest.approx(float(Fraction(cell.value)))
                )
                assert cell.lines[0].text == show_points(cell.value and Fraction(cell.value) / 100).lstrip(
                    "+" if column.title == "Travelled, in points" else ""
                )
