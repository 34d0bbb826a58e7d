"""Trades: the published value, small cases worked out by hand, and whole reports as they are shown."""

import csv
import io
import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from negmatrix.analysis.narrowing import narrow
from negmatrix.analysis.trade import Trade
from negmatrix.analysis.trades import Trades, find_trades, find_trades_between
from negmatrix.document import Document, Paragraph, Table
from negmatrix.model.parties import Role
from negmatrix.model.scales import Scale
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import Text
from negmatrix.views.trades import show_trades
from negmatrix.views.trades_words import round_off, show_end, show_hundredths
from tests.calling import call, write
from tests.generated import levels, make_talks, options, range_of, stance, verdict
from tests.shown import expect, printed
from tests.test_show import ROOT, SHOWN, read

MARKET = SHOWN / "market.yaml"
HUNDRED = range_of("0", "100")


def felt(value: str, salience: str, **more: Any) -> dict[str, Any]:
    return stance(value, salience=Decimal(salience), **more)


def found(talks: Talks, **wish: Any) -> Trades:
    return find_trades(talks, standing_in(talks, talks.latest.id), **wish)


STOKMAN = {  # F. N. Stokman's exchange model, sample case: salience times power on the first and on the second issue
    "i": (".6", ".95"),
    "b": (".5", ".8"),
    "c": (".24", ".57"),
    "d": (".4", ".45"),
    "e": (".12", ".28"),
    "f": (".25", ".4"),
    "g": (".1", ".1"),
    "h": (".1", ".14"),
    "k": (".3", ".48"),
    "j": (".81", ".855"),
}


def sample() -> Talks:
    power = {"j": Decimal("0.9")}
    places = {"i": ("25", "100"), "j": ("100", "0")}
    cells = {
        issue: {
            party: stance(
                places.get(party, ("50", "50"))[number],
                salience=Decimal(weights[number]) * 100 / power.get(party, Decimal(1)),
            )
            for party, weights in STOKMAN.items()
        }
        for number, issue in enumerate(("first", "second"))
    }
    talks = make_talks({"first": HUNDRED, "second": HUNDRED}, cells)
    parties = {key: party._replace(power=power.get(key, Decimal(1))) for key, party in talks.parties.items()}
    return talks._replace(parties=parties)


def test_the_sample_case_of_stokmans_exchange_model() -> None:
    talks = sample()
    (trade,) = find_trades_between(talks, standing_in(talks, "r"), "i", "j").trades
    assert (trade.left_gives, trade.right_gives, trade.left_move) == ("first", "second", 75)
    assert float(trade.left_gift.effect * 100) == pytest.approx(13.157894736842, abs=5e-13)
    assert float(trade.right_gift.effect * 100) == pytest.approx(10.387811634349, abs=5e-13)
    assert float(trade.right_move) == pytest.approx(61.051173640472, abs=5e-13)
    assert float(trade.gain * 100) == pytest.approx(1.973684210526, abs=5e-13)


def two(
    left: dict[str, Any] | None = None, right: dict[str, Any] | None = None, scale: Scale = HUNDRED, **more: Any
) -> Talks:
    """The left one gives on `x`, the right one on `y`, where each of them alone would go all the way."""
    x = {"left": felt("0", "20", **(left or {})), "right": felt("100", "80")}
    y = {"left": felt("100", "80"), "right": felt("0", "20", **(right or {}))}
    return make_talks({"x": scale, "y": HUNDRED}, {"x": x, "y": y}, **more)


def only(talks: Talks) -> Trade:
    (trade,) = found(talks).trades
    return trade


def test_two_who_care_for_opposite_things_each_go_all_the_way() -> None:
    trade = only(two())
    assert (trade.left_move, trade.right_move) == (100, 100)
    assert trade.left_gift.effect == Fraction(1, 5)
    assert trade.gain == Fraction(8, 10) * Fraction(1, 5) - Fraction(2, 10) * Fraction(1, 5)


@pytest.mark.parametrize(
    ("limits", "move", "included"),
    [
        ({"accepts": ("0", "30")}, 30, True),
        ({"accepts": ("30", "0")}, 30, True),
        ({"rejects": ("40", "60")}, 40, False),
        ({"rejects": ("40", "40")}, 40, False),
        ({"accepts": ("0", "70"), "rejects": ("60", "90")}, 60, False),
        ({"accepts": ("0", "50"), "rejects": ("60", "90")}, 50, True),
        ({"accepts": ("0", "60"), "rejects": ("60", "90")}, 60, False),
    ],
)
def test_a_move_ends_within_what_its_party_accepts_and_before_what_it_rejects(
    limits: dict[str, Any], move: int, included: bool
) -> None:
    trade = only(two(left={key: tuple(map(Text, ends)) for key, ends in limits.items()}))
    assert (trade.left_move, trade.left_gift.to_included) == (move, included)
    assert trade.right_move == move


@pytest.mark.parametrize(
    "limits",
    [
        {"fixed": True},
        {"accepts": (Text("0"), Text("0"))},
        {"rejects": (Text("0"), Text("100"))},
        {"accepts": (Text("50"), Text("60"))},
    ],
)
def test_who_cannot_move_gives_nothing(limits: dict[str, Any]) -> None:
    assert found(two(left=limits)).of == 0


def test_who_stands_on_the_end_of_what_it_rejects_may_turn_away_from_it() -> None:
    x = {"left": felt("50", "20", rejects=(Text("20"), Text("50"))), "right": felt("100", "80")}
    y = {"left": felt("100", "80"), "right": felt("0", "20")}
    assert only(make_talks({"x": HUNDRED, "y": HUNDRED}, {"x": x, "y": y})).left_move == 50


def test_on_levels_a_move_may_end_between_two_and_stops_at_the_last_that_is_not_rejected() -> None:
    steps = levels("0", "40", "70", "100")
    gift = only(two(left={"rejects": (Text("100"), Text("100"))}, scale=steps)).left_gift
    assert (gift.move, gift.unit, gift.to, gift.to_levels, gift.to_included) == (2, "levels", 2, ("70",), True)
    gift = only(two(right={"accepts": (Text("0"), Text("50"))}, scale=steps)).left_gift
    assert (gift.move, gift.to_levels, show_end(gift)) == (Fraction(3, 2), ("40", "70"), "between 40 and 70")


def test_what_is_settled_parked_or_dropped_between_two_is_not_traded() -> None:
    for word in (Word.SETTLED, Word.PARKED, Word.DROPPED):
        assert found(two(verdicts={"x": (verdict("x", word),)})).of == 0
    assert found(two(verdicts={"x": (verdict("x", Word.DIVERGENT),)})).of == 1


def test_options_text_and_issues_of_weight_0_are_not_traded() -> None:
    assert found(two(scale=options("0", "100"))).of == 0
    assert found(two(weights={"x": "0"})).of == 0


def test_a_member_that_its_bloc_speaks_for_cannot_give() -> None:
    talks = two()
    bloc = talks.parties["left"]._replace(id=Text("bloc"), members=(Text("left"),))
    row = dict(talks.rounds["r"].positions[Text("x")])
    row[Text("bloc")] = row[Text("left")]._replace(party=Text("bloc"))
    positions = dict(talks.rounds["r"].positions) | {Text("x"): row}
    bound = talks._replace(
        parties=dict(talks.parties) | {"bloc": bloc}, rounds={"r": talks.rounds["r"]._replace(positions=positions)}
    )
    assert found(talks).of == 1
    assert found(bound).of == 0


def test_a_party_without_power_cannot_give() -> None:
    talks = two()
    parties = {key: one._replace(power=Decimal(int(key == "right"))) for key, one in talks.parties.items()}
    assert found(talks._replace(parties=parties)).of == 0
    nobody = {key: one._replace(power=Decimal(0)) for key, one in talks.parties.items()}
    assert found(talks._replace(parties=nobody)).of == 0


def test_places_that_differ_by_next_to_nothing_can_still_be_traded() -> None:
    near = "0." + "0" * 25 + "1"
    x = {"left": felt("1", "20"), "right": felt("1" + near[1:], "80")}
    y = {"left": felt("100", "80"), "right": felt("0", "20")}
    trade = only(make_talks({"x": HUNDRED, "y": HUNDRED}, {"x": x, "y": y}))
    assert trade.left_move == Fraction(near)
    assert show_hundredths(trade.gain) == "0.01"


def test_the_best_are_told_and_all_are_counted() -> None:
    issues = {f"i{number:02}": HUNDRED for number in range(12)}
    cells = {
        issue: {"a": felt("0", str(10 + 5 * number)), "b": felt("100", str(90 - 5 * number))}
        for number, issue in enumerate(issues)
    }
    talks = make_talks(issues, cells)
    few, every = found(talks), found(talks, limit=None)
    assert (len(few.trades), few.of, len(every.trades), every.of) == (20, 66, 66, 66)
    assert few.trades == every.trades[:20]
    assert [trade.gain for trade in every.trades] == sorted((trade.gain for trade in every.trades), reverse=True)


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
