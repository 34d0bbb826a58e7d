"""Whole reports of trades, as they are shown, and what the command line makes of them."""

import csv
import io
import json
from fractions import Fraction
from typing import Any

import pytest

from negmatrix.analysis.narrowing import narrow
from negmatrix.analysis.trades import find_trades
from negmatrix.document import Document, Paragraph, Table
from negmatrix.model.parties import Role
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.views.trades import show_trades
from negmatrix.views.trades_words import round_off
from tests.calling import call, write
from tests.drafts import HUNDRED, MARKET
from tests.generated import make_talks
from tests.shown import expect, printed
from tests.test_show import ROOT, read
from tests.trading import felt, found, two


def paragraph(talks: Talks, **wish: Any) -> str:
    """The sentence where there are no trades."""
    (only_one,) = (block for block in show_trades(found(talks, **wish)).blocks if isinstance(block, Paragraph))
    return only_one.text


def test_why_there_are_none_is_told() -> None:
    assert paragraph(make_talks({"x": HUNDRED}, {"x": {"a": "1", "b": "2"}})).startswith(
        "No trade can be found: nobody says how much an issue matters to it. Give positions a 'salience'"
    )
    assert "1 of 2 stances come with a salience" in paragraph(
        make_talks({"x": HUNDRED}, {"x": {"a": felt("1", "5"), "b": "2"}})
    )
    assert paragraph(two(left={"fixed": True})).startswith("No trade: 1 pair could trade, but none in which both")
    assert paragraph(make_talks({"x": HUNDRED}, {"x": {"a": "1"}})).startswith("No trade: there is no pair")
    watched = two(parties={"left": Role.PARTY, "right": Role.OBSERVER})
    assert paragraph(watched, between=("left", "right")).startswith("No trade: the two are no pair")


SHOWN_TRADES: dict[str, tuple[int, tuple[str, str] | None, str]] = {
    "all": (100, None, "june"),
    "all-narrow": (60, None, "june"),
    "all-wide": (200, None, "june"),
    "stalls-city-first-round": (100, ("stalls", "city"), "may"),
}


def document(name: str) -> Document:
    _, between, round_id = SHOWN_TRADES[name]
    talks = read(MARKET)
    return show_trades(find_trades(talks, standing_in(talks, round_id), between, limit=4))


@pytest.mark.parametrize("name", SHOWN_TRADES)
def test_trades_are_shown(name: str, regenerate: bool) -> None:
    expect(f"trades-{name}", printed(document(name), SHOWN_TRADES[name][0]), regenerate)


@pytest.mark.parametrize("name", SHOWN_TRADES)
def test_each_row_fills_its_columns(name: str) -> None:
    (table,) = (block for block in document(name).blocks if isinstance(block, Table))
    assert {sum(cell.span for cell in row.cells) for row in table.rows} == {len(table.columns)}


def test_a_link_to_an_issue_that_was_left_out_is_not_told() -> None:
    talks = narrow(read(MARKET), issues=("share", "hours", "roof"))
    assert all(tie.depends_on in talks.issues for trade in found(talks).trades for tie in trade.ties)
    printed(show_trades(found(talks)), 100)


def test_numbers_are_rounded_to_two_digits_and_never_to_nothing() -> None:
    assert [round_off(Fraction(text)) for text in ("0", "1/3", "-2/3", "1/1000", "-1/1000", "0.005")] == [
        0,
        Fraction(33, 100),
        Fraction(-67, 100),
        Fraction(1, 100),
        Fraction(-1, 100),
        Fraction(1, 100),
    ]


def test_the_command_writes_json_with_moves_in_scale_units() -> None:
    done = call("trades", MARKET, "--between", "stalls", "city", "--round", "may", "-f", "json")
    record = json.loads(done.out)
    assert (done.code, record["command"], record["of"], record["between"]) == (0, "trades", 10, ["stalls", "city"])
    first = record["trades"][0]
    assert {name: first[name] for name in ("left", "right", "left_gives", "right_gives", "left_move")} == {
        "left": "stalls",
        "right": "city",
        "left_gives": "hours",
        "right_gives": "roof",
        "left_move": 8,
    }
    assert first["gain"] == pytest.approx(0.048627002288)
    assert first["left_gift"]["from"] == "short"
    assert first["ties"] == [{"party": "stalls", "issue": "roof", "depends_on": "opening"}]
    assert "titles" not in record


def test_the_command_writes_a_row_for_each_side() -> None:
    rows = list(csv.DictReader(io.StringIO(call("trades", MARKET, "-f", "csv").out)))
    assert len(rows) == 32
    assert rows[0]["gain"] == rows[1]["gain"]
    assert (rows[0]["party"], rows[1]["issue"], rows[1]["move"]) == ("City", "Opening hours", "8")


def test_the_command_narrows_and_tells_all(tmp_path: Any) -> None:
    assert "2 of 3 parties" in call("trades", MARKET, "--party", "city", "--party", "stalls").out
    issues = "".join(f"  i{n:02}: {{range: [0, 9]}}\n" for n in range(8))
    cells = "".join(
        f"  i{n:02}: {{a: {{stance: 0, salience: {10 + n}}}, b: {{stance: 9, salience: {90 - n}}}}}\n" for n in range(8)
    )
    path = write(tmp_path / "many.yaml", f"talks: Many\nparties: [a, b]\nissues:\n{issues}positions:\n{cells}")
    few, every = call("trades", path), call("trades", path, "--all")
    assert "28 trades" in few.out
    assert "The best 20 of them are told here (all of them: --all)." in few.out
    assert "The best" not in every.out
    assert len(every.out.splitlines()) > len(few.out.splitlines())


def test_without_salience_the_command_says_what_is_missing_and_is_fine() -> None:
    done = call("trades", ROOT / "data" / "ukraine.yaml")
    assert done.code == 0
    assert "nobody says how much an issue matters to it" in done.out


def test_there_are_no_trades_in_a_public_version() -> None:
    done = call("trades", MARKET, "--public")
    assert (done.code, done.out) == (2, "")
    assert "trades are no part of a public version" in done.err
