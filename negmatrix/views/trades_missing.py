"""Why there are no trades, and what would have to be known."""

from negmatrix.analysis.trades import Trades
from negmatrix.views.percent import count_of

_NEEDED = (
    "A trade needs two issues with places (levels or a range) on which two parties stand apart, and what each of the two "
    "issues matters to each of them"
)


def tell_missing(result: Trades) -> str:
    """A sentence for a result without any trade."""
    if not result.pairs:
        return _tell_no_pair(result)
    if not result.known:
        return (
            "No trade can be found: nobody says how much an issue matters to it. Give positions a 'salience' of 0 to "
            f"100. {_NEEDED}."
        )
    known = f"{result.known} of {count_of(result.stances, 'stance')} come with a salience"
    if not result.able:
        return f"No trade can be found: {known}, but there are no two parties of which enough is known. {_NEEDED}."
    return (
        f"No trade: {count_of(result.able, 'pair')} could trade, but none in which both would gain within their red "
        "lines: the same matters to both alike, or who would give cannot move."
    )


def _tell_no_pair(result: Trades) -> str:
    if result.between:
        return "No trade: the two are no pair of these talks. They share no table, one is a bloc of the other, or no party."
    return "No trade: there is no pair of parties that negotiate with each other."
