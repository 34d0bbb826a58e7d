"""What the command line makes of proposals."""

import csv
import io
import json
from typing import Any

import pytest

from tests.calling import SMALL, call, write
from tests.drafts import MARKET


def test_the_command_writes_json() -> None:
    done = call("proposals", MARKET, "-f", "json")
    record = json.loads(done.out)
    assert (done.code, record["command"], record["weights"]) == (0, "proposals", "issue")
    assert record["unaddressed"] == ["thanks"]
    assert record["others"] == ["first"]
    board = record["proposals"][0]
    assert (board["id"], board["from"], board["rank"], board["addresses"][0]) == ("board", ["city"], 1, "rent")
    assert set(board["least"]) == {"party", "agreement", "n"}
    assert board["fit"][2] == {
        "party": "cooks",
        "agreement": pytest.approx(0.695),
        "n": 5,
        "red_lines": ["share"],
    }
    assert board["term_by_term"][0]["parties"][1] == {
        "party": "stalls",
        "stance": "100",
        "distance": 0.4,
        "crossed": True,
    }
    fair = record["proposals"][2]
    assert (fair["fit"], fair["least"], fair["mean"], fair["rank"]) == ([], None, None, None)
    assert "compared" not in record


def test_the_command_puts_two_drafts_side_by_side() -> None:
    record = json.loads(call("proposals", MARKET, "--compare", "Draft of the board", "holders", "-f", "json").out)
    assert [one["id"] for one in record["compared"]] == ["board", "holders"]
    assert call("proposals", MARKET, "--compare", "board", "first").code == 0


@pytest.mark.parametrize(
    ("drafts", "told"),
    [
        (("board", "board"), "'board' and 'board' are one proposal: name two"),
        (("board", "fair"), "'fair' has no terms to compare\n  with terms: board, holders, older, first"),
        (("bord", "holders"), "there is no proposal 'bord'; did you mean 'board'?"),
    ],
)
def test_what_cannot_be_compared_is_told(drafts: tuple[str, str], told: str) -> None:
    done = call("proposals", MARKET, "--compare", *drafts)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_where_no_proposal_has_terms_there_is_nothing_to_compare(tmp_path: Any) -> None:
    path = write(tmp_path / "small.yaml", SMALL + "proposals: {p: {title: P}, q: {title: Q}}\n")
    assert "with terms: none" in call("proposals", path, "--compare", "p", "q").err


def test_the_command_writes_cells_for_machines() -> None:
    tables = call("proposals", MARKET, "-f", "csv").out.split("\r\n\r\n")
    coverage = next(table for table in tables if table.startswith("Issue,"))
    rows = {row["Issue"]: row for row in csv.DictReader(io.StringIO(coverage))}
    assert (rows["Rent of a stall"]["board"], rows["Opening hours"]["fair"]) == ("300", "dealt with")
    ranking = next(table for table in tables if table.startswith("Rank,"))
    assert ranking.partition("\r\n")[0] == (
        "Rank,Draft,Terms,Least satisfied,Fit of the least satisfied,Mean,Red lines crossed"
    )


def test_a_public_version_holds_no_red_lines_and_no_saliences() -> None:
    record = json.loads(call("proposals", MARKET, "--public", "-f", "json").out)
    assert record["public"] is True
    assert {fit["red_lines"] for one in record["proposals"] for fit in one["fit"]} == {None}
    assert {
        met["crossed"] for one in record["proposals"] for term in one["term_by_term"] for met in term["parties"]
    } == {None}
    assert "red lines crossed" not in call("proposals", MARKET, "--public").out.lower()
    assert "red lines" not in call("proposals", MARKET, "--public", "-f", "csv").out.lower()
    done = call("proposals", MARKET, "--public", "--weights", "salience")
    assert done.code == 2
    assert "leave out --weights salience" in done.err
