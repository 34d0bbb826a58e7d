"""Trades (logrolling): two parties each give on an issue that matters less to them, and both gain alike.

After F. N. Stokman's exchange model, with its equal gains, here within what each could live with.
"""

from collections.abc import Mapping
from typing import NamedTuple

from negmatrix.analysis.agreement import stance_of
from negmatrix.analysis.grounds import says_salience
from negmatrix.analysis.matrix import Head, describe_round
from negmatrix.analysis.trade import Trade, make_trade
from negmatrix.analysis.trades_best import Best
from negmatrix.analysis.trades_fields import find_fields
from negmatrix.analysis.trades_search import search_pair
from negmatrix.model.counting import counted_pairs, measured_parties
from negmatrix.model.scales import Options
from negmatrix.model.standing import Cell, Standing
from negmatrix.model.talks import Talks
from negmatrix.source import Text

BEST = 20
"""How many trades are told, unless all are asked for."""


class Trades(NamedTuple):
    """The best trades, of as many as there are (`of`), best first. `between` are the two that were asked about, if any.

    `pairs` are the counted pairs looked at, and `able` those with two issues or more on which both stand apart and say
    what they matter to them; `known` of `stances` come with such a salience.
    """

    talks: Head
    between: tuple[str, str] | None
    trades: tuple[Trade, ...]
    of: int
    pairs: int
    able: int
    known: int
    stances: int
    titles: Mapping[str, Text]

    @property
    def published(self) -> tuple[str, ...]:
        """What is written of it as JSON."""
        return tuple(name for name in self._fields if name != "titles")


def find_trades(
    talks: Talks,
    standing: Standing,
    between: tuple[str, str] | None = None,
    limit: int | None = BEST,
    whole: Talks | None = None,
) -> Trades:
    """The trades of a round, over all counted pairs or between two parties; of equal gains the first by sorted ids.

    `limit` None gives all. `whole` is the talks before it was narrowed, where it was.
    """
    pairs = _choose_pairs(talks, between)
    fields, best = find_fields(talks, standing), Best(limit)
    searched = [search_pair(fields, standing, min(pair), max(pair), best) for pair in pairs]
    order = {frozenset(pair): pair for pair in pairs}
    stances = _find_stances(talks, standing)
    return Trades(
        talks=describe_round(talks, standing, whole or talks),
        between=between,
        trades=tuple(
            _turn(
                make_trade(talks, standing, left, right, fields[given], fields[taken]), order[frozenset((left, right))]
            )
            for _, left, right, given, taken in best.rank()
        ),
        of=sum(one.exchanges for one in searched),
        pairs=len(pairs),
        able=sum(one.stalls > 1 for one in searched),
        known=sum(map(says_salience, stances)),
        stances=len(stances),
        titles={issue.id: issue.title for issue in talks.issues.values()},
    )


def find_trades_between(talks: Talks, standing: Standing, left: str, right: str, limit: int | None = BEST) -> Trades:
    """The trades between two parties, the first named on the left; none where the talks do not count them as a pair."""
    return find_trades(talks, standing, (left, right), limit)


def _choose_pairs(talks: Talks, between: tuple[str, str] | None) -> tuple[tuple[str, str], ...]:
    """All counted pairs, or the two parties as they were named, if they are one."""
    if between is None:
        return counted_pairs(talks)
    return () if {between, between[::-1]}.isdisjoint(counted_pairs(talks)) else (between,)


def _turn(trade: Trade, pair: tuple[str, str]) -> Trade:
    """The same trade seen from the party that comes first."""
    if trade.left == pair[0]:
        return trade
    return trade._replace(left=trade.right, right=trade.left, left_gift=trade.right_gift, right_gift=trade.left_gift)


def _find_stances(talks: Talks, standing: Standing) -> list[Cell]:
    """The cells of measured parties whose stance has a place on an issue that counts."""
    placed = [issue for issue in talks.issues.values() if issue.weight > 0 and not isinstance(issue.scale, Options)]
    cells = [(issue.scale, standing.cell(issue.id, party)) for issue in placed for party in measured_parties(talks)]
    return [cell for scale, cell in cells if cell is not None and stance_of(cell, scale) is not None]
