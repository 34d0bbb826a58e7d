"""What must hold of trades, whatever the talks: over made-up talks, beside a slow search written from the formulas."""

from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negmatrix.analysis.footing import find_stances
from negmatrix.analysis.redaction import redact
from negmatrix.analysis.trade import Gift, Trade
from negmatrix.analysis.trades import Trades, find_trades, find_trades_between
from negmatrix.analysis.voices import find_voices
from negmatrix.model.counting import counted_pairs, find_measured
from negmatrix.model.positions import Position
from negmatrix.model.scales import Levels, Options, Range
from negmatrix.model.standing import standing_in, within
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import Text
from tests.generated import SCALES as ALL_SCALES
from tests.generated import levels, make_talks, stances_on, verdict
from tests.laws import DATA, bounded_talks, latest
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


class Cell(NamedTuple):
    place: Fraction
    salience: Fraction
    effect: Fraction
    position: Position


def cell_of(talks: Talks, issue_id: str, party: str) -> Cell | None:
    """A party on an issue, with the effect of a whole move, in plain words of the definition."""
    issue, standing = talks.issues[issue_id], latest(talks)
    found = standing.cell(issue_id, party)
    if issue.weight == 0 or found is None or not isinstance(issue.scale, (Levels, Range)):
        return None
    position = found.position
    if position.stance is None or not position.salience:
        return None
    weights = {
        other: Fraction(said.position.salience) / 100 * Fraction(talks.parties[other].power)
        for other in find_voices(find_measured(talks), find_stances(standing.cells.get(issue.id, {})))
        if (said := standing.cell(issue_id, other)) and said.position.salience is not None
    }
    whole = sum(weights.values())
    effect = weights.get(party, Fraction()) / whole if whole else Fraction()
    return Cell(issue.scale.place(position.stance), Fraction(position.salience) / 100, effect, position)


def largest(scale: Levels | Range, one: Cell, other: Cell) -> Fraction:
    """The largest move toward the other, as a share of the scale: found by trying each place that it may end at."""
    position, up = one.position, other.place > one.place
    ends = [other.place]
    for stretch in (position.accepts, position.rejects):
        ends += [scale.place(end) for end in stretch or ()]
    if isinstance(scale, Levels):
        ends += scale.places.values()
    lo, hi = sorted((one.place, other.place))
    return max(abs(end - one.place) for end in (*ends, one.place) if lo <= end <= hi and may_reach(scale, one, end, up))


def may_reach(scale: Levels | Range, one: Cell, end: Fraction, up: bool) -> bool:
    """Whether a party may end there; that it stays where it is, even within what it rejects, is no move."""
    if end == one.place:
        return True
    position = one.position
    accepts = sorted(map(scale.place, position.accepts)) if position.accepts else [Fraction(), Fraction(1)]
    if position.fixed or not accepts[0] <= one.place <= accepts[1] or not accepts[0] <= end <= accepts[1]:
        return False
    if position.rejects is None:
        return True
    first, last = sorted(map(scale.place, position.rejects))
    if isinstance(scale, Levels):
        reached = [
            at for at in scale.places.values() if min(end, one.place) <= at <= max(end, one.place) and at != one.place
        ]
        return not any(first <= at <= last for at in (*reached, end)) and not first < one.place < last
    if up:
        return not (first < end and last > one.place)
    return not (last > end and first < one.place)


def slow_trades(talks: Talks) -> list[tuple[Fraction, str, str, str, str]]:
    """All trades by the formulas as they are published, best first."""
    found = []
    for pair in counted_pairs(talks):
        for p, q in permutations(sorted(talks.issues), 2):
            i, j = sorted(pair)
            gain = slow_gain(talks, i, j, p, q)
            if gain > 0:
                found.append((-gain, i, j, p, q))
    return [(-gain, *names) for gain, *names in sorted(found)]  # type: ignore[misc]  # a tuple taken apart and put together


def slow_gain(talks: Talks, i: str, j: str, p: str, q: str) -> Fraction:
    for issue in (p, q):
        ruling = latest(talks).ruling(issue, i, j)
        if ruling is not None and ruling.verdict.word in (Word.SETTLED, Word.PARKED, Word.DROPPED):
            return Fraction()
    ip, jp, iq, jq = (cell_of(talks, issue, party) for issue in (p, q) for party in (i, j))
    if ip is None or jp is None or iq is None or jq is None or ip.place == jp.place or iq.place == jq.place:
        return Fraction()
    scales = talks.issues[p].scale, talks.issues[q].scale
    assert isinstance(scales[0], (Levels, Range))
    assert isinstance(scales[1], (Levels, Range))
    most_p, most_q = largest(scales[0], ip, jp) * ip.effect, largest(scales[1], jq, iq) * jq.effect
    dp = most_p
    dq = dp * (ip.salience + jp.salience) / (iq.salience + jq.salience)
    if dq > most_q:
        dq = most_q
        dp = dq * (iq.salience + jq.salience) / (ip.salience + jp.salience)
    gain = iq.salience * dq - ip.salience * dp
    assert gain == jp.salience * dp - jq.salience * dq
    return gain


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
