"""Trades in words."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import floor

from negmatrix.analysis.trade import Gift, Tie, Trade
from negmatrix.views.amounts import show_move, show_number
from negmatrix.views.cells import show_stance
from negmatrix.views.scale_words import find_unit_words, show_value


def round_off(value: Fraction) -> Fraction:
    """A value with two digits behind the point, half away from 0; a smaller one that is not 0 keeps its sign as 0.01."""
    cents = max(floor(abs(value) * 100 + Fraction(1, 2)), 1 if value else 0)
    return Fraction(cents if value > 0 else -cents, 100)


def show_hundredths(share: Fraction) -> str:
    """A share of one as a number of 100."""
    return show_number(round_off(share * 100))


def show_gift_move(gift: Gift) -> str:
    """As in: +3.7%, -1.25 levels."""
    return show_move(round_off(gift.move), gift.unit)


def tell_trade(trade: Trade, names: Mapping[str, str], titles: Mapping[str, str]) -> Iterator[str]:
    """What one gives, what the other does, and what either gains; then what the two issues are tied to."""
    left, right = names[trade.left], names[trade.right]
    yield f"{_tell_gift(trade.left_gift, left, right)};"
    yield f"{_tell_gift(trade.right_gift, right, left)}."
    yield f"Each gains {show_hundredths(trade.gain)}."
    yield from (f"Linked: {tell_tie(tie, names, titles)}." for tie in trade.ties)


def _tell_gift(gift: Gift, giver: str, getter: str) -> str:
    return (
        f"{giver} gives on {gift.title} (moves {show_hundredths(gift.share)} of 100 toward {getter}: "
        f"{show_start(gift, quoted=True)} to {show_end(gift, quoted=True)}), which matters "
        f"{show_number(gift.matters * 100)} of 100 to it and {show_number(gift.matters_to_other * 100)} to {getter}"
    )


def tell_tie(tie: Tie, names: Mapping[str, str], titles: Mapping[str, str]) -> str:
    """As in: Coast ties Yearly quota to Ban on nets."""
    return f"{names[tie.party]} ties {titles[tie.issue]} to {titles[tie.depends_on]}"


def show_start(gift: Gift, quoted: bool = False) -> str:
    """Where a move starts; within a sentence, names of levels are `quoted`."""
    if gift.to_levels:
        return f"“{gift.from_}”" if quoted else gift.from_
    return show_stance(gift.from_, find_unit_words(gift.scale))


def show_end(gift: Gift, quoted: bool = False) -> str:
    """Where a move ends: 62.5 kt, just before 50 kt, a level, or between two levels."""
    if gift.to_levels:
        levels = [f"“{level}”" if quoted else str(level) for level in gift.to_levels]
        return levels[0] if len(levels) == 1 else f"between {levels[0]} and {levels[1]}"
    value = gift.to if isinstance(gift.to, str) else round_off(gift.to)
    return ("" if gift.to_included else "just before ") + show_value(value, gift.scale)
