"""What a report says of drafts and of trades."""

from collections.abc import Iterator, Mapping

from negmatrix.analysis.grounds import Weights
from negmatrix.analysis.report import Report
from negmatrix.document import Block, Heading
from negmatrix.views.proposals_fit import show_fit
from negmatrix.views.proposals_style import find_proposals_style
from negmatrix.views.sheet import name_party
from negmatrix.views.trades import show_found_trades


def show_reported_fit(report: Report) -> Iterator[Block]:
    """How near each draft with terms comes to each party; nothing without any."""
    for block in show_fit(report.proposals.proposals, Weights.ISSUE, find_proposals_style(report.proposals)):
        yield block._replace(level=3) if isinstance(block, Heading) else block


def show_reported_trades(report: Report) -> Iterator[Block]:
    """What parties could trade; nothing where nothing was found."""
    if report.trades is None or not report.trades.trades:
        return
    names: Mapping[str, str] = {party.id: name_party(party) for party in report.matrix.talks.parties}
    yield Heading("Trades")
    yield from show_found_trades(report.trades, names)
