"""The order of rounds."""

from collections.abc import Iterator

from negmatrix.diagnostics import Diagnostic, Related, error, quote, warning
from negmatrix.model.quantity import Period, parse_period
from negmatrix.model.talks import Talks
from negmatrix.source import Text


def check_rounds_in_order(talks: Talks) -> Iterator[Diagnostic]:
    """Rounds stand in the order in which they were held: none begins before the one above it."""
    latest: tuple[Period, Text, Text] | None = None
    for round_ in talks.rounds.values():
        period = parse_period(round_.date) if round_.date is not None else None
        if period is None or round_.date is None:
            continue
        if latest is not None and period.last < latest[0].first:
            message = f"the round {quote(round_.id)} was held before {quote(latest[1])}, which stands above it"
            seen = Related(latest[2].at, "that one has this date")
            yield warning(
                "rounds-out-of-order", message, round_.date.at, "move the round up, or mend its date", (seen,)
            )
        else:
            latest = (period, round_.id, round_.date)


def check_proposals_shown(talks: Talks) -> Iterator[Diagnostic]:
    """A proposal is overtaken in a later round than the one in which it was tabled."""
    order = {name: number for number, name in enumerate(talks.rounds)}
    for proposal in talks.proposals.values():
        tabled, until = proposal.round, proposal.until
        if until is None or until not in order or (tabled is not None and tabled not in order):
            continue
        if order[until] <= (order[tabled] if tabled is not None else 0):
            message = f"the proposal {quote(proposal.id)} is overtaken before it is tabled"
            seen = (Related(tabled.at, "it is tabled here"),) if tabled is not None else ()
            yield error("until-before-round", message, until.at, "'until' names a later round", seen)
