"""What the command line makes of an issue and of two parties."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from negmatrix.cli.entry import run
from tests.shown import FISHERY


def called(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(list(arguments))
    told = capsys.readouterr()
    return code, told.out, told.err


def test_the_issue_command_writes_json_by_the_names_of_the_manual(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = called(capsys, "issue", "Year", str(FISHERY), "-f", "json")
    record: Mapping[str, Any] = json.loads(out)
    assert (code, record["command"], record["id"]) == (0, "issue", "quota")
    assert record["centre"]["median"] == 70
    assert record["centre"]["n"] == 2
    assert record["zone"]["state"] == "at most"
    assert record["zone"]["pieces"][0] == {"low": 60, "high": 62, "low_included": True, "high_included": False}
    assert {"divergence", "polarization", "van_der_eijk", "tally", "coverage", "positions", "rounds"} <= set(record)
    union = record["positions"][1]
    assert (union["claims_apart"], [past["stance"] for past in union["past"]]) == (0.15, ["10", "20", "30"])


def test_a_public_issue_tells_nothing_of_limits_and_weights(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = called(capsys, "issue", "quota", str(FISHERY), "--public")
    banner, out = out.split("\n\n", 2)[1:]
    assert banner.startswith("Public version.")
    assert (code, "Zone" in out, "could live with" in out.casefold(), "salience" in out.casefold()) == (
        0,
        False,
        False,
        False,
    )
    assert "each counts alike; no forecast" in out
    record = json.loads(called(capsys, "issue", "quota", str(FISHERY), "--public", "-f", "json")[1])
    assert record["zone"] is None
    assert {position["accepted"] for position in record["positions"]} == {None}
    out = called(capsys, "compare", "coast", "union", str(FISHERY), "--public")[1]
    assert "could live with" not in out
    assert "salience" not in out.split("\n\n", 2)[2]


def test_a_round_and_parties_can_be_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = called(
        capsys, "issue", "quota", str(FISHERY), "--round", "1", "--party", "coast", "--party", "north"
    )
    assert code == 0
    assert "First meeting · 2026-01-20 · 2 of 5 parties" in out
    code, out, _ = called(capsys, "issue", "quota", f"{FISHERY}@january", "-f", "json", "--party", "coast")
    assert json.loads(out)["filter"] == {"parties": ["coast"]}


def test_compare_takes_names_and_two_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = called(capsys, "compare", "Coast", "Isl", str(FISHERY), "--topic", "Fish", "-f", "json")
    record = json.loads(out)
    assert (code, record["command"], record["left"], record["right"]) == (0, "compare", "coast", "union")
    assert [issue["id"] for issue in record["issues"]] == ["quota", "mesh"]
    assert record["pair"]["n"] == 2
    assert called(capsys, "compare", "Coast", "Isl", str(FISHERY))[1].startswith("Coast – Island Union")
    code, _, err = called(capsys, "compare", "coast", "Coast", str(FISHERY))
    assert (code, err) == (2, "negmatrix: 'coast' and 'Coast' are one party: name two\n")


def test_an_unknown_issue_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = called(capsys, "issue", "quoat", str(FISHERY))
    assert code == 2
    assert "quota" in err


def test_a_level_that_was_settled_at_is_quoted_between_two(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    text = (
        "talks: T\nparties: {a: A, b: B}\nissues: {x: {levels: [no, some, for]}, y: {range: [0, 9], unit: kt}}\n"
        "positions: {x: {a: no, b: for}, y: {a: 1, b: 2}}\n"
        "verdicts: {x: {verdict: settled, at: for}, y: {verdict: settled, at: 3}}\n"
    )
    path = tmp_path / "t.yaml"
    path.write_text(text, encoding="utf-8")
    shown = called(capsys, "compare", "a", "b", str(path))[1]
    assert "settled at “for”" in shown
    assert "settled at 3 kt" in shown
