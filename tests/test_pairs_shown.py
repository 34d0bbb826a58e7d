"""What is shown of few parties: silence beside agreement, ties, tables, and parties that nobody joins."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from negmatrix.analysis.pair_map import PairsWish, measure_pair_map
from negmatrix.document import Heat
from negmatrix.model.standing import standing_in
from negmatrix.source import Text
from negmatrix.views.pairs import show_pair_map
from tests.calling import call, write
from tests.generated import levels, make_talks
from tests.shown import only_table

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
    assert [(p["n"], p["coverage"]) for p in json.loads(call("pairs", talks, "-f", "json").out)["pairs"]] == [
        (1, 0.5)
    ] * 3
    assert call("pairs", talks, "-o", tmp_path / "map.xlsx").code == 0
    sheet = load_workbook(tmp_path / "map.xlsx").worksheets[0]
    numbers = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, (int, float))]
    assert numbers == [1, 0, 1, 0, 1, 1]


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
