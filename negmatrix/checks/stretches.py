"""What a party accepts and rejects, beside where it stands."""

from collections.abc import Iterator

from negmatrix.checks.carried import find_steps
from negmatrix.checks.written import all_written, measured_rows, written_rows
from negmatrix.diagnostics import Diagnostic, Related, error, quote
from negmatrix.model.positions import STATED, Position
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
            stance = position.stance
            if stance is None or (position.accepts is None and position.rejects is None):
                continue
            for fault, stretch in _contradictions(scale, position, stance):
                message = f"the stance {quote(stance)} {fault}"
                yield error(
                    "stance-not-accepted", message, stance.at, related=(Related(stretch.at, "as written here"),)
                )


def check_carried_stance_accepted(talks: Talks) -> Iterator[Diagnostic]:
    """What a party accepts or rejects anew leaves room for a stance that stands from before."""
    for step in find_steps(talks, _stretched_issues(talks)):
        stance, written = step.before.position.stance, step.written
        if stance is None or not _carries_stance(written):
            continue
        for fault, stretch in _contradictions(step.scale, written, stance):
            message = f"the stance {quote(stance)}, which stands from before, {fault}"
            seen = Related(stance.at, "it was given here")
            yield error("stance-not-accepted", message, stretch.at, "give a new stance, or 'stance: unknown'", (seen,))


def _stretched_issues(talks: Talks) -> frozenset[Text]:
    """Issues on which somebody says what it accepts or rejects without a stance beside it."""
    return frozenset(
        issue
        for issue, row in written_rows(talks)
        for position in all_written(row)
        if (position.accepts or position.rejects) and position.stance is None
    )


def _carries_stance(written: Position) -> bool:
    renewed = written.stance is not None or "stance" in written.ended or "stance" in written.unread
    return written.state is STATED and not renewed


def _contradictions(scale: Scale, position: Position, stance: Text) -> Iterator[tuple[str, Text]]:
    """How what a position accepts and rejects goes against a stance, and where that is written."""
    accepts, rejects = (_usable(scale, position, field) for field in ("accepts", "rejects"))
    if not scale.holds(stance):
        return
    if accepts and not within(scale, accepts, stance):
        yield "lies outside what the party accepts", accepts[0]
    if rejects and within(scale, rejects, stance) and not _is_end(scale, rejects, stance):
        yield "lies within what the party rejects", rejects[0]


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
