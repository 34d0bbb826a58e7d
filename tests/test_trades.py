"""Trades: the published value, and small cases worked out by hand."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from negmatrix.analysis.trade import Trade
from negmatrix.analysis.trades import find_trades_between
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import Text
from negmatrix.views.trades_words import show_end, show_hundredths
from tests.drafts import HUNDRED
from tests.generated import levels, make_talks, options, stance, verdict
from tests.trading import felt, found, two

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
