"""What is shown: a round by any of its names, only some issues and parties, in any of the looks of `show`."""

import json
from pathlib import Path

import pytest

from tests.calling import LONG, SMALL, call, write


@pytest.mark.parametrize(
    ("arguments", "round_"),
    [
        (["long"], "april"),
        (["long.yaml@march"], "march"),
        (["long@First meeting"], "march"),
        (["@a"], "april"),
        (["@1"], "march"),
        (["@-2"], "march-b"),
        (["long", "--round", "-1"], "april"),
        (["@1", "--round", "2"], "march-b"),
        (["@MARCH-"], "march-b"),
    ],
)
def test_a_round_by_id_beginning_title_or_number(here: Path, arguments: list[str], round_: str) -> None:
    write(here / "long.yaml", LONG)
    done = call("show", *arguments, "-f", "json")
    assert json.loads(done.out)["results"][0]["talks"]["round"] == round_


def test_an_id_wins_over_a_number_and_a_beginning(here: Path) -> None:
    write(
        here / "t.yaml",
        SMALL.replace("positions: {i: {a: 1, b: 2}}", "rounds: {2: {title: x}, 1: {title: x}, 10: {title: x}}"),
    )
    rounds = [json.loads(call("show", f"@{n}", "-f", "json").out)["results"][0]["talks"]["round"] for n in (1, 2, 3)]
    assert rounds == ["1", "2", "10"]


def test_filters_narrow_by_unique_beginnings_names_and_aliases(here: Path) -> None:
    write(here / "long.yaml", LONG)
    done = call("show", "--topic", "oth", "--issue", "Pa", "--party", "ci", "--party", "the port", "-f", "json")
    record = json.loads(done.out)
    assert record["filter"] == {"topics": ["oth"], "issues": ["Pa"], "parties": ["ci", "the port"]}
    (result,) = record["results"]
    assert [party["id"] for party in result["talks"]["parties"]] == ["city", "port"]
    assert [issue["id"] for issue in result["issues"]] == ["pay", "name"]
    assert "2 of 3 parties" in call("show", "--party", "city", "--party", "union").out


@pytest.mark.parametrize("cells", ["says", "stance", "both", "links"])
@pytest.mark.parametrize("sort", ["file", "divergence", "title"])
def test_every_option_of_show(here: Path, cells: str, sort: str) -> None:
    write(here / "long.yaml", LONG)
    for turn in ([], ["--transpose"]):
        done = call("show", "--as", cells, "--sort", sort, "--sources", "--width", "40", "--palette", "mono", *turn)
        assert done.code == 0
        assert all(len(line) <= 40 for line in done.out.splitlines())
    colored = call("show", "--color", "always", "--palette", "traffic")
    assert "\x1b[" in colored.out


def test_turned_round_nothing_is_summed_up_where_no_issue_is_public(here: Path) -> None:
    write(here / "t.yaml", SMALL.replace("title: I", "title: I, internal: true"))
    done = call("show", "t.yaml", "--public", "--transpose")
    assert done.out.endswith(" Positions and agreement\n Party\n ─────\n a\n b\n")
