"""What a party accepts and rejects, beside where it stands."""

from collections.abc import Iterator

from negmatrix.checks.written import all_written, measured_rows, written_rows
from negmatrix.diagnostics import Diagnostic, Related, error, quote
from negmatrix.model.positions import Position, State
from negmatrix.model.scales import Options, Range, Scale
from negmatrix.model.standing import within
from negmatrix.model.talks import Talks
from negmatrix.source import Text


def check_two_ends(talks: Talks) -> Iterator[Diagnostic]:
    """On levels and ranges, `accepts` and `rejects` have two ends, and mean all that lies between them."""
    for _, scale, positions in measured_rows(talks):
        for position in positions:
            if position.accepts is not None or position.rejects is not None:
                yield from _wrong_ends(scale, position)


def _wrong_ends(scale: Scale, position: Position) -> Iterator[Diagnostic]:
    for field, stretch in (("accepts", position.accepts), ("rejects", position.rejects)):
        if stretch is None or field in position.unread or len(stretch) == 2:
            continue
        at = stretch[0].at if stretch else position.party.at
        if not isinstance(scale, Options):
            label = (
                f"write [{stretch[0]}, {stretch[0]}] for this one alone" if len(stretch) == 1 else "write [from, to]"
            )
            yield error("wrong-ends", f"'{field}' has two ends, found {len(stretch)}", at, label)
        elif not stretch:
            yield error("wrong-ends", f"'{field}' names no option", at, "name one, or leave it out")


def check_stance_accepted(talks: Talks) -> Iterator[Diagnostic]:
    """A party accepts its own stance: it lies inside `accepts` and outside `rejects`."""
    for _, scale, positions in measured_rows(talks):
        for position in positions:
            if position.stance is None or (position.accepts is None and position.rejects is None):
                continue
            accepts, rejects = (_usable(scale, position, field) for field in ("accepts", "rejects"))
            if not scale.holds(position.stance):
                continue
            if accepts and not within(scale, accepts, position.stance):
                yield _contradiction(position.stance, "lies outside what the party accepts", accepts)
            if rejects and within(scale, rejects, position.stance) and not _is_end(scale, rejects, position.stance):
                yield _contradiction(position.stance, "lies within what the party rejects", rejects)


def check_something_accepted(talks: Talks) -> Iterator[Diagnostic]:
    """What a party accepts is not wholly within what it rejects."""
    for _, scale, positions in measured_rows(talks):
        for position in positions:
            if position.accepts is None or position.rejects is None:
                continue
            accepts, rejects = (_usable(scale, position, field) for field in ("accepts", "rejects"))
            if accepts and rejects and _covers(scale, rejects, accepts):
                message = "the party rejects all that it accepts"
                yield error("rejects-all", message, accepts[0].at, related=(Related(rejects[0].at, "it rejects this"),))


def _usable(scale: Scale, position: Position, field: str) -> tuple[Text, ...] | None:
    """What a position accepts or rejects, unless that is told to be wrong elsewhere."""
    stretch: tuple[Text, ...] | None = getattr(position, field)
    if not stretch or field in position.unread or not all(map(scale.holds, stretch)):
        return None
    return stretch if isinstance(scale, Options) or len(stretch) == 2 else None


def _is_end(scale: Scale, stretch: tuple[Text, ...], stance: Text) -> bool:
    """Whether a stance on a range is just where what is rejected begins: from there on, not there."""
    return isinstance(scale, Range) and any(scale.same(end, stance) for end in stretch)


def _covers(scale: Scale, outer: tuple[Text, ...], inner: tuple[Text, ...]) -> bool:
    return all(within(scale, outer, stance) for stance in inner)


def _contradiction(stance: Text, fault: str, stretch: tuple[Text, ...]) -> Diagnostic:
    related = (Related(stretch[0].at, "as written here"),)
    return error("stance-not-accepted", f"the stance {quote(stance)} {fault}", stance.at, related=related)


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
            if position.state is not State.STATED:
                yield from _beside_state(position)


def _beside_state(position: Position) -> Iterator[Diagnostic]:
    stance = None if position.claims else position.stance
    accepts, rejects = position.accepts or (None,), position.rejects or (None,)
    claimed = next((claim.stance for claim in position.claims if claim.stance is not None), None)
    for field, text in (("stance", stance), ("claims", claimed), ("accepts", accepts[0]), ("rejects", rejects[0])):
        if text is not None:
            message = f"a position that is '{position.state.value}' has no '{field}'"
            yield error("state-and-stance", message, text.at, f"leave out 'state' or '{field}'")
