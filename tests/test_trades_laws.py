"""What must hold of trades, whatever the talks: over made-up talks, beside a slow search written from the formulas."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negmatrix.analysis.redaction import redact
from negmatrix.analysis.trade import Gift, Trade
from negmatrix.analysis.trades import Trades, find_trades, find_trades_between
from negmatrix.model.counting import counted_pairs
from negmatrix.model.scales import Levels, Options, Range
from negmatrix.model.standing import standing_in, within
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import Text
from tests.generated import SCALES as ALL_SCALES
from tests.generated import levels, make_talks, stances_on, verdict
from tests.laws import DATA, bounded_talks, latest
from tests.slow_trades import cell_of, slow_trades
from tests.test_show import read

SCALES = tuple(scale for scale in ALL_SCALES if isinstance(scale, (Levels, Range)))
PARTIES = ("ann", "bob", "cid", "dot")


@st.composite
def trading_talks(draw: st.DrawFn) -> Talks:
    """Talks in which most say what an issue matters to them, and some what they accept and reject."""
    scales = {
        f"i{number}": scale
        for number, scale in enumerate(draw(st.lists(st.sampled_from(SCALES), min_size=2, max_size=5)))
    }
    parties = PARTIES[: draw(st.integers(2, 4))]
    cells: dict[str, dict[str, Any]] = {issue: {} for issue in scales}
    for issue, scale in scales.items():
        for party in parties:
            stance = Text(draw(stances_on(scale)))
            ends = st.lists(stances_on(scale).map(Text), min_size=2, max_size=2).map(tuple)
            cells[issue][party] = {
                "stance": stance,
                "salience": draw(st.sampled_from([None, *map(Decimal, (0, 10, 20, 40, 80, 80, 100))])),
                "accepts": draw(st.sampled_from([None, None]) | ends),
                "rejects": draw(st.sampled_from([None, None]) | ends),
                "fixed": draw(st.sampled_from([None, None, None, None, True])),
            }
    words = (Word.SETTLED, Word.PARKED, Word.DROPPED, Word.ALIGNED)
    told = {issue: (verdict(issue, draw(st.sampled_from(words)), *parties[:2]),) for issue in list(scales)[4:]}
    weights = {issue: draw(st.sampled_from(["1", "1", "1", "2", "0"])) for issue in scales}
    talks = make_talks(scales, cells, parties, told, weights)
    powers = {party: Decimal(draw(st.sampled_from(["1", "1", "2.5", "0"]))) for party in parties}
    bloc = (Text(parties[-1]),) if draw(st.booleans()) and len(parties) > 3 else ()
    return talks._replace(
        parties={
            key: one._replace(power=powers[key], members=bloc if key == parties[0] else ())
            for key, one in talks.parties.items()
        }
    )


def trades_of(talks: Talks, limit: int | None = None) -> Trades:
    return find_trades(talks, latest(talks), limit=limit)


def told(trade: Trade) -> tuple[Fraction, str, str, str, str]:
    """A trade seen from the first by sorted ids."""
    if trade.left < trade.right:
        return trade.gain, trade.left, trade.right, trade.left_gives, trade.right_gives
    return trade.gain, trade.right, trade.left, trade.right_gives, trade.left_gives


@settings(deadline=None, max_examples=150)
@given(trading_talks())
def test_all_trades_are_found_and_the_best_first(talks: Talks) -> None:
    every, slow = trades_of(talks), slow_trades(talks)
    assert [told(trade) for trade in every.trades] == slow
    for limit in (1, 3):
        few = trades_of(talks, limit)
        assert [told(trade) for trade in few.trades] == slow[:limit]
        assert few.of == every.of == len(slow)


@settings(deadline=None, max_examples=150)
@given(trading_talks())
def test_both_gain_alike_and_no_move_crosses_a_red_line(talks: Talks) -> None:
    for trade in trades_of(talks).trades:
        left, right = trade.left_gift, trade.right_gift
        assert trade.gain > 0
        assert trade.gain == right.matters_to_other * right.effect - left.matters * left.effect
        assert trade.gain == left.matters_to_other * left.effect - right.matters * right.effect
        assert 0 < left.share <= 1
        assert 0 < right.effect <= 1
        check_gift(talks, trade.left, trade.right, left)
        check_gift(talks, trade.right, trade.left, right)


def check_gift(talks: Talks, giver: str, getter: str, gift: Gift) -> None:
    scale = talks.issues[gift.issue].scale
    one, other = cell_of(talks, gift.issue, giver), cell_of(talks, gift.issue, getter)
    assert one is not None
    assert other is not None
    assert isinstance(scale, (Levels, Range))
    end = one.place + (gift.share if other.place > one.place else -gift.share)
    assert min(one.place, other.place) <= end <= max(one.place, other.place)
    assert not one.position.fixed
    for stretch, inside in ((one.position.accepts, True), (one.position.rejects, False)):
        if stretch is not None:
            low, high = sorted(map(scale.place, stretch))
            passed = [(one.place + end) / 2, *([end] if gift.to_included else [])]
            if isinstance(scale, Levels):
                assert all(within(scale, stretch, level) is inside for level in gift.to_levels if level != gift.from_)
            assert all((low <= at <= high) is inside for at in passed)


@settings(deadline=None, max_examples=60)
@given(trading_talks(), st.randoms())
def test_the_order_of_parties_and_issues_changes_no_number(talks: Talks, random: Any) -> None:
    parties, issues = list(talks.parties.items()), list(talks.issues.items())
    random.shuffle(parties)
    random.shuffle(issues)
    shuffled = talks._replace(parties=dict(parties), issues=dict(issues))
    for limit in (None, 2):
        one, other = trades_of(talks, limit), trades_of(shuffled, limit)
        assert [told(trade) for trade in one.trades] == [told(trade) for trade in other.trades]
        assert (one.of, one.able, one.pairs, one.known, one.stances) == (
            other.of,
            other.able,
            other.pairs,
            other.known,
            other.stances,
        )


@settings(deadline=None, max_examples=60)
@given(trading_talks())
def test_each_pair_alone_has_its_own_trades(talks: Talks) -> None:
    every = trades_of(talks)
    for left, right in counted_pairs(talks):
        there = find_trades_between(talks, latest(talks), left, right, None)
        back = find_trades_between(talks, latest(talks), right, left, None)
        own = [trade for trade in every.trades if (trade.left, trade.right) == (left, right)]
        assert list(there.trades) == own
        assert [(t.right, t.left, t.right_gift, t.left_gift) for t in back.trades] == [
            (t.left, t.right, t.left_gift, t.right_gift) for t in own
        ]


@settings(deadline=None, max_examples=60)
@given(bounded_talks())
def test_any_talks_can_be_searched_and_none_has_trades_without_salience(talks: Talks) -> None:
    for trade in trades_of(talks).trades:
        assert not isinstance(talks.issues[trade.left_gives].scale, Options | None)
    assert trades_of(talks).of == len(slow_trades(talks))
    assert trades_of(redact(talks)).of == 0


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_the_talks_in_data_can_be_searched(path: Path) -> None:
    talks = read(path)
    for round_ in talks.rounds:
        assert find_trades(talks, standing_in(talks, round_)).of == 0


def test_who_stands_in_what_it_rejects_stays_there() -> None:
    """A contradiction of the coder's: the party gives nothing there, and no trade comes of it."""
    little, much = Decimal(10), Decimal(90)
    rejecting = {"stance": Text("maybe"), "rejects": (Text("no"), Text("yes")), "salience": little}
    cells: dict[str, dict[str, str | dict[str, Any]]] = {
        "x": {"ann": rejecting, "bob": {"stance": Text("no"), "salience": much}},
        "y": {"ann": {"stance": Text("no"), "salience": much}, "bob": {"stance": Text("yes"), "salience": little}},
    }
    talks = make_talks({"x": levels("no", "maybe", "yes"), "y": levels("no", "yes")}, cells)
    assert slow_trades(talks) == []
    assert trades_of(talks).trades == ()
