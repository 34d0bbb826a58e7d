"""Trades sought in made-up talks."""

from decimal import Decimal
from typing import Any

from negmatrix.analysis.trades import Trades, find_trades
from negmatrix.model.scales import Scale
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from tests.drafts import HUNDRED
from tests.generated import make_talks, stance


def felt(value: str, salience: str, **more: Any) -> dict[str, Any]:
    return stance(value, salience=Decimal(salience), **more)


def found(talks: Talks, **wish: Any) -> Trades:
    return find_trades(talks, standing_in(talks, talks.latest.id), **wish)


def two(
    left: dict[str, Any] | None = None, right: dict[str, Any] | None = None, scale: Scale = HUNDRED, **more: Any
) -> Talks:
    """The left one gives on `x`, the right one on `y`, where each of them alone would go all the way."""
    x = {"left": felt("0", "20", **(left or {})), "right": felt("100", "80")}
    y = {"left": felt("100", "80"), "right": felt("0", "20", **(right or {}))}
    return make_talks({"x": scale, "y": HUNDRED}, {"x": x, "y": y}, **more)
