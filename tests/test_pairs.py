"""`negmatrix pairs` as it is called: what it prints, in every format, and what it refuses."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from negmatrix.analysis.pair_map import PairsWish, measure_pair_map
from negmatrix.document import Document, Heat, Table
from negmatrix.model.scales import Scale
from negmatrix.model.standing import standing_in
from negmatrix.source import Text
from negmatrix.views.pairs import MAX_MAPPED, show_pair_map
from negmatrix.views.pairs_extremes import MAX_LISTED
from tests.calling import ROOT, call, write
from tests.generated import levels, make_talks, range_of

SHOWN = ROOT / "tests" / "cases" / "shown"

HARBOUR = """\
talks: Harbour
parties: {port: Port, union: Union, city: City, owners: {name: Owners, members: [line, tug]}, line: Line, tug: Tug, eye: {name: Eye, role: observer}}
scales: {s: {range: [0, 100]}}
issues: {pay: {title: Pay, scale: s}, nights: {title: Nights, scale: s}, cranes: {title: Cranes, scale: s, weight: 2}, quay: {title: Quay}}
positions:
  pay: {port: {stance: 0, salience: 80}, union: {stance: 100, salience: 100}, city: {stance: 50, salience: 20}, owners: {stance: 10, confidence: low}}
  nights: {port: {stance: 40, salience: 10}, union: {stance: 80, salience: 90}, city: {stance: 40, salience: 50}, line: {stance: 0}, tug: n/a}
  cranes: {port: 100, union: {stance: 60, confidence: low}, city: {stance: 60, salience: 33}}
verdicts: {quay: {verdict: settled, between: [port, city]}}
"""

CALLS: dict[str, tuple[str, ...]] = {
    "map": ("--width", "100"),
    "narrow": ("--width", "44", "--measure", "conflict", "--order", "file"),
    "net-by-salience": ("--width", "100", "--measure", "net", "--weights", "salience", "--min-shared", "2"),
    "from-the-port": ("--width", "100", "--from", "port"),
    "from-the-port-by-its-salience": ("--width", "100", "--from", "port", "--weights", "salience"),
    "blocs": ("--width", "100", "--blocs"),
    "blocs-imputed": ("--width", "100", "--impute-blocs", "--count", "3"),
    "from-the-line-imputed": ("--width", "100", "--from", "line", "--impute-blocs"),
    "two": ("--width", "100", "--party", "port", "--party", "union"),
    "two-of-one-issue": ("--width", "100", "--party", "port", "--party", "union", "--issue", "quay"),
    "two-who-share-too-little": (
        "--width",
        "100",
        "--party",
        "port",
        "--party",
        "line",
        "--weights",
        "none",
        "--min-shared",
        "2",
    ),
    "two-who-share-nothing": ("--width", "100", "--party", "line", "--party", "owners", "--party", "eye"),
    "no-more-blocs": (
        "--width",
        "100",
        "--party",
        "port",
        "--party",
        "union",
        "--party",
        "city",
        "--cut",
        "0",
        "--min-shared",
        "9",
    ),
}


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    return write(tmp_path / "harbour.yaml", HARBOUR)


@pytest.mark.parametrize("name", CALLS)
def test_a_call_prints_the_whole(name: str, harbour: Path, regenerate: bool) -> None:
    done = call("pairs", harbour, *CALLS[name])
    expected = SHOWN / f"pairs-{name}.txt"
    if regenerate:
        expected.write_text(done.out, encoding="utf-8")
    assert (done.code, done.out) == (0, expected.read_text(encoding="utf-8"))


def test_two_parties_of_paris_are_a_sentence() -> None:
    done = call("pairs", ROOT / "data" / "paris.yaml")
    assert "Ukraine and United States agree 56% on all 3 that could be compared (coverage 100%)" in done.out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--from", "prot"), "did you mean 'port'"),
        (("--from", "eye"), "'eye' is no party to the talks but observer: nothing is measured"),
        (("--cut", "0.1", "--count", "2"), "--cut and --count both say where blocs end"),
        (("--cut", "2"), "--cut"),
        (("--count", "0"), "--count"),
        (("--min-shared", "0"), "--min-shared"),
        (("--round", "x"), "'x'"),
    ],
)
def test_what_makes_no_sense_is_wrong_use(arguments: tuple[str, ...], complaint: str, harbour: Path) -> None:
    done = call("pairs", harbour, *arguments)
    assert (done.code, done.out) == (2, "")
    assert complaint in done.err


def records(harbour: Path, *arguments: str) -> dict[str, Any]:
    done = call("pairs", harbour, "-f", "json", *arguments)
    assert done.code == 0
    found: dict[str, Any] = json.loads(done.out)
    return found


def test_json_has_the_names_that_others_build_on(harbour: Path) -> None:
    told = records(harbour)
    assert (told["schema"], told["command"], told["weights"], told["imputed"]) == (1, "pairs", "issue", None)
    assert told["pairs"][0] == {
        "left": "port",
        "right": "union",
        "agreement": 0.45,
        "congruence": 1.8,
        "conflict": 2.2,
        "net": -0.4,
        "n": 3,
        "coverage": 1,
        "span": None,
        "imputed": 0,
    }
    assert not {"blocs", "between", "ambivalence", "from"} & set(told)


def test_json_of_blocs_and_of_one_partys_view(harbour: Path) -> None:
    told = records(harbour, "--blocs", "--from", "port", "--issue", "pay")
    assert (told["filter"], told["from"], told["cut"], told["number"]) == ({"issues": ["pay"]}, "port", 0.25, None)
    assert told["blocs"] == [
        {"members": ["city"], "agreement": None, "n": 0},
        {"members": ["owners", "port"], "agreement": 0.9, "n": 1},
        {"members": ["union"], "agreement": None, "n": 0},
    ]
    assert {"left": 1, "right": 2, "agreement": 0.55, "n": 2} in told["between"]
    assert {"party": "tug", "value": None, "n": 0} in told["ambivalence"]
    others = told["others"]
    assert [(one["party"], one["word"], one["n"]) for one in others] == [
        ("owners", "aligned", 1),
        ("city", "partial", 1),
        ("union", "divergent", 1),
        ("line", None, 0),
        ("tug", None, 0),
    ]
    assert [(one["party"], one["distance"], one["salience"]) for one in told["movable"]] == [("city", 0.5, 20)]


SILENT = """\
talks: Silence
parties: [a, b, c]
issues: {x: {title: X, scale: yes-no}, y: {title: Y, scale: yes-no}}
positions: {x: {a: "yes", b: "yes", c: "no"}, y: {a: "yes"}}
"""


@pytest.mark.parametrize(
    ("form", "arguments"),
    [
        ("terminal", ()),
        ("markdown", ()),
        ("html", ()),
        ("terminal", ("--from", "a")),
        ("markdown", ("--from", "a")),
        ("html", ("--from", "a")),
    ],
)
def test_silence_is_no_agreement_and_n_stands_beside_the_number(
    form: str, arguments: tuple[str, ...], tmp_path: Path
) -> None:
    """On y the objectors are silent: a and b agree 100 %, on 1 of 2 issues."""
    done = call("pairs", write(tmp_path / "silence.yaml", SILENT), "-f", form, *arguments)
    text = re.sub(r"<[^>]+>", " ", done.out)
    assert done.code == 0
    assert "100%" in text
    assert re.search(r"1 of 2", text)
    if arguments:
        assert "50%" in text


def test_silence_shows_in_csv_json_and_workbooks(tmp_path: Path) -> None:
    talks = write(tmp_path / "silence.yaml", SILENT)
    rows = list(csv.reader(io.StringIO(call("pairs", talks, "-f", "csv").out)))
    assert rows[:4] == [
        ["agreement above the diagonal, n below", "a", "b", "c"],
        ["a", "", "1", "0"],
        ["b", "1", "", "0"],
        ["c", "1", "1", ""],
    ]
    near = list(csv.reader(io.StringIO(call("pairs", talks, "-f", "csv", "--from", "a").out)))
    assert near[0][:4] == ["Party", "Agreement", "n", "Coverage"]
    assert near[2][:4] == ["b", "1", "1", "0.5"]
    assert [(p["n"], p["coverage"]) for p in records(talks)["pairs"]] == [(1, 0.5)] * 3
    assert call("pairs", talks, "-o", tmp_path / "map.xlsx").code == 0
    sheet = load_workbook(tmp_path / "map.xlsx").worksheets[0]
    numbers = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, (int, float))]
    assert numbers == [1, 0, 1, 0, 1, 1]


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


def only_table(document: Document) -> Table:
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    return table


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


def test_equal_parties_have_no_conflict_to_share_out() -> None:
    talks = make_talks({"x": levels("no", "yes")}, {"x": dict.fromkeys("abc", "no")})
    document = show_pair_map(measure_pair_map(talks, standing_in(talks, "r")), "conflict")
    looks = {cell.look for row in only_table(document).rows for cell in row.cells if cell.value == 0}
    assert looks == {Heat(0)}  # type: ignore[arg-type]  # a whole share


def test_a_lone_party_has_nobody() -> None:
    talks = make_talks({"x": levels("no", "yes")}, {"x": {"a": "no"}})
    alone = measure_pair_map(talks, standing_in(talks, "r"), PairsWish(seen_from="a"))
    texts = [
        str(block)
        for result in (alone, alone._replace(nearness=None))
        for block in show_pair_map(result, blocs=True).blocks
    ]
    assert any("Nobody is compared with A." in text for text in texts)
    assert any("There is no pair of parties to compare." in text for text in texts)
    assert any("In no bloc" in text for text in texts)


def test_tables_leave_pairs_out_and_say_so() -> None:
    talks = make_talks(
        {"x": levels("no", "yes")},
        {"x": dict.fromkeys("abc", "no")},
        tables=((Text("a"), Text("b")), (Text("b"), Text("c"))),
    )
    document = show_pair_map(measure_pair_map(talks, standing_in(talks, "r")))
    assert "2 of 3 pairs count" in str(document.blocks)


APART = """\
talks: T
parties: {a: A 1, b: B 2, c: C 3}
issues: {x: {range: [0, 10]}}
positions: {x: {a: 0, b: 5, c: 10}}
"""


@pytest.fixture
def apart(tmp_path: Path) -> Path:
    path = tmp_path / "apart.yaml"
    path.write_text(APART, encoding="utf-8")
    return path


def test_where_nobody_joins_there_are_no_blocs(apart: Path) -> None:
    text = call("pairs", apart, "--blocs").out
    assert "\nNo two parties agree 75% or more: there are no blocs.\n" in text
    assert "Bloc 1" not in text
    assert "Inside" not in text
    assert "\n\n\n" not in text
    assert text.count("50% of 1") == 1
    assert "Bloc 1" in call("pairs", apart, "--blocs", "--cut", "0.5").out


def test_a_name_that_ends_in_a_number_is_parted_from_the_next_number(apart: Path) -> None:
    assert "Most agreed: A 1 – B 2: 50% on the one issue" in call("pairs", apart).out


def test_who_may_be_moved_is_told_in_a_sentence(apart: Path) -> None:
    assert call("pairs", apart, "--from", "a").out.endswith(
        "\nA party is movable toward A 1 on an issue where the two are not aligned, stand at most half the scale apart, and "
        "it matters little to that party (33 of 100 or less) or the coder is unsure. Nobody is.\n"
    )
