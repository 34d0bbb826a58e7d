"""Many parties: up to where all pairs are a map, and what is shown of more."""

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from negmatrix.analysis.pair_map import measure_pair_map
from negmatrix.document import Document, Heat
from negmatrix.model.scales import Scale
from negmatrix.model.standing import standing_in
from negmatrix.views.pairs import MAX_MAPPED, show_pair_map
from negmatrix.views.pairs_extremes import MAX_LISTED
from tests.calling import call, write
from tests.generated import levels, make_talks, range_of
from tests.shown import only_table


def many(parties: int, measure: str = "agreement") -> Document:
    """Parties in a row from 0 to 100; the last says nothing."""
    names = [f"p{number:02}" for number in range(parties)]
    issues: dict[str, Scale | None] = dict.fromkeys("xyz", range_of("0", "100"))
    cells = {
        "x": {name: str(number * 100 // parties) for number, name in enumerate(names[:-1])},
        "y": {names[0]: "1", names[1]: "1"},
    }
    talks = make_talks(issues, cells, tuple(names))
    return show_pair_map(measure_pair_map(talks, standing_in(talks, "r")), measure, "file")


@pytest.mark.parametrize(
    ("measure", "first", "second", "last"),
    [("agreement", "aligned", "aligned", "divergent"), ("conflict", "0", "0", "9"), ("net", "9", "7", "2")],
)
def test_many_parties_are_signs_and_what_they_rest_on_tenths(measure: str, first: str, second: str, last: str) -> None:
    table = only_table(many(30, measure))
    assert [column.title for column in table.columns][:3] == ["Party", "1", "2"]
    row = table.rows[0].cells
    assert [
        (line.lead.value if line.lead else line.text) for cell in (row[2], row[3], row[29]) for line in cell.lines
    ] == [
        first,
        second,
        last,
    ]
    assert isinstance(row[2].look, Heat)
    assert (row[30].lines[0].lead is not None, row[30].value) == (True, None)
    assert [table.rows[number].cells[1].lines[0].text for number in (1, 2, 29)] == ["6", "3", "."]
    assert [table.rows[number].cells[1].value for number in (1, 2, 29)] == [2, 1, 0]
    assert row[1].lines == ()


def test_up_to_twenty_parties_are_numbers() -> None:
    assert only_table(many(20)).rows[0].cells[2].lines[0].text == "98%"
    assert only_table(many(21)).rows[0].cells[2].lines[0].text == ""


def test_up_to_two_hundred_parties_are_a_map() -> None:
    document = many(MAX_MAPPED)
    assert len(only_table(document).columns) == MAX_MAPPED + 1
    assert only_table(document).whole is None
    assert "is left to" not in str(document.blocks)


@pytest.mark.parametrize(
    ("measure", "first", "last"),
    [
        ("agreement", "P00 – P01 100% 2 of 3 issues", "P02 – P199 1% 1 of 3 issues"),
        ("conflict", "P00 – P199 1.0 1 of 3 issues", "P97 – P98 0.0 1 of 3 issues"),
        ("net", "P00 – P01 +2.0 2 of 3 issues", "P02 – P199 -1.0 1 of 3 issues"),
    ],
)
def test_of_more_the_two_ends_are_shown_and_machines_get_the_map(measure: str, first: str, last: str) -> None:
    document = many(MAX_MAPPED + 1, measure)
    table = only_table(document)
    rows = [" ".join(line.text for cell in row.cells for line in cell.lines) for row in table.rows]
    assert len(rows) == 2 * (1 + MAX_LISTED)
    assert (rows[1], rows[2 + MAX_LISTED]) == (first, last)
    assert (
        "A map of 201 parties, more than 200, is too large to be read: here are the two ends of all 20100 pairs. --format csv"
        in str(document.blocks)
    )
    assert table.whole is not None
    assert [len(row.cells) for row in table.whole().rows] == [MAX_MAPPED + 2] * (MAX_MAPPED + 1)


def test_what_people_do_not_see_of_many_parties_stands_in_files(tmp_path: Path) -> None:
    parties = ", ".join(f"p{number}" for number in range(201))
    cells = ", ".join(f"p{number}: {number % 50}" for number in range(200))
    talks = write(
        tmp_path / "crowd.yaml",
        f"talks: Crowd\nparties: [{parties}]\nissues: {{x: {{title: X, range: [0, 50]}}}}\npositions: {{x: {{{cells}}}}}\n",
    )
    rows = list(csv.reader(io.StringIO(call("pairs", talks, "-f", "csv").out)))
    assert [len(row) for row in rows] == [202] * 202
    assert len(json.loads(call("pairs", talks, "-f", "json").out)["pairs"]) == 20100
    assert call("pairs", talks, "-o", tmp_path / "crowd.xlsx").code == 0
    sheet = load_workbook(tmp_path / "crowd.xlsx").worksheets[0]
    assert (sheet.max_row, sheet.max_column) == (202, 202)
    shown = call("pairs", talks, "--width", "60")
    assert "200 of 20100 pairs n/a" in shown.out
    assert len(shown.out.splitlines()) < 60


def test_of_many_who_say_nothing_no_ends_are_told() -> None:
    names = tuple(f"p{number}" for number in range(MAX_MAPPED + 1))
    talks = make_talks({"x": levels("no", "yes")}, {}, names)
    document = show_pair_map(measure_pair_map(talks, standing_in(talks, "r")))
    assert only_table(document).rows == ()
    assert "20100 of 20100 pairs n/a" in str(document.blocks)


def test_nothing_of_a_map_is_lost_in_a_narrow_terminal(tmp_path: Path) -> None:
    cells = ", ".join(f"party{number}: {number}" for number in range(24))
    parties = ", ".join(f"party{number}" for number in range(24))
    talks = write(
        tmp_path / "many.yaml",
        f"talks: Many\nparties: [{parties}]\nissues: {{x: {{title: X, range: [0, 23]}}}}\npositions: {{x: {{{cells}}}}}\n",
    )
    done = call("pairs", talks, "--width", "40")
    assert "parties 1-" in done.out
    assert all(len(line) <= 40 for line in done.out.splitlines())
    assert sum(done.out.count(sign) for sign in "●◐○") >= 24 * 23 // 2
    assert "aligned from 75% agreement" in " ".join(done.out.split())
