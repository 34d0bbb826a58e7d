"""What cannot stand beside a fixed, withdrawn or inapplicable position."""

from collections.abc import Iterator

from negmatrix.checks.written import all_written, written_rows
from negmatrix.diagnostics import Diagnostic, error
from negmatrix.model.positions import STATED, Position
from negmatrix.model.talks import Talks


def check_fixed_alone(talks: Talks) -> Iterator[Diagnostic]:
    """A fixed position accepts its stance only, so it has no `accepts`."""
    for _, row in written_rows(talks):
        for position in all_written(row):
            if position.fixed and position.accepts:
                message = "a fixed position accepts its stance only, but 'accepts' is given"
                yield error("fixed-and-accepts", message, position.accepts[0].at, "leave out 'accepts' or 'fixed'")


def check_state_alone(talks: Talks) -> Iterator[Diagnostic]:
    """Where an issue does not apply to a party (`n/a`), or its position is withdrawn, it has no stance and accepts or
    rejects nothing.
    """
    for _, row in written_rows(talks):
        for position in all_written(row):
            if position.state is not STATED:
                yield from _beside_state(position)


def _beside_state(position: Position) -> Iterator[Diagnostic]:
    stance = None if position.claims else position.stance
    accepts, rejects = position.accepts or (None,), position.rejects or (None,)
    claimed = next((claim.stance for claim in position.claims if claim.stance is not None), None)
    for field, text in (("stance", stance), ("claims", claimed), ("accepts", accepts[0]), ("rejects", rejects[0])):
        if text is not None:
            message = f"a position that is '{position.state.value}' has no '{field}'"
            yield error("state-and-stance", message, text.at, f"leave out 'state' or '{field}'")
