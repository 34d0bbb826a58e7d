"""The zone of agreement in words, or what blocks it."""

from collections.abc import Iterator, Sequence

from negmatrix.analysis.meeting import Blocked, Favourite
from negmatrix.analysis.zone import Zone, ZoneState
from negmatrix.document import Block, Heading, Items, Line, Paragraph, Tone
from negmatrix.views.issue_style import IssueStyle
from negmatrix.views.percent import count_of, show_percent
from negmatrix.views.scale_words import show_reach, show_reaches

MAX_TOLD = 8
"""Of more pairs that do not meet than this, those are told that lie furthest apart."""


def show_zone(zone: Zone, style: IssueStyle, settled: bool) -> tuple[Block, ...]:
    """The zone under its heading; nothing on an issue without a scale."""
    if style.shape.kind == "text":
        return ()
    heading = Heading("Zone of agreement, of the last stances" if settled else "Zone of agreement")
    return (heading, *_show_state(zone, style))


def _show_state(zone: Zone, style: IssueStyle) -> Iterator[Block]:
    if zone.state is None:
        yield Paragraph("n/a: nobody says what it could live with.", Tone.MUTED)
    elif zone.state is ZoneState.NONE:
        yield from _show_none(zone, style)
    else:
        yield Paragraph(tell_zone(zone, style))
    if zone.state is not None and zone.silent:
        yield Paragraph(f"Silent on what they could live with: {style.list_names(zone.silent)}.", Tone.MUTED)


def tell_zone(zone: Zone, style: IssueStyle) -> str:
    """A zone that is not empty, in a sentence."""
    where = show_reaches(zone.pieces, style.shape, quoted=True)
    if zone.state is ZoneState.ZONE:
        return f"{where}: {'all' if zone.n > 1 else 'the'} {_count(zone.n)} could live with it."
    some = "one" if zone.n == 1 else zone.n
    says = "says what it" if zone.n == 1 else "say what they"
    whole = _count(zone.n + len(zone.silent))
    return f"At most {where}: it suits the {some} of {whole} that {says} could live with."


def _count(number: int) -> str:
    return count_of(number, "party", plural="parties")


def _show_none(zone: Zone, style: IssueStyle) -> Iterator[Block]:
    yield Paragraph(_count_blocked(zone))
    if zone.blocked_by:
        told = [_tell_blocked(blocked, style) for blocked in _choose_blocked(zone.blocked_by)]
        yield _list_some(told, len(zone.blocked_by), "pairs more, none of them further apart")
    if zone.most_accepted:
        told = [_tell_favourite(favourite, zone.n, style) for favourite in zone.most_accepted[:MAX_TOLD]]
        yield Paragraph("What most could live with:")
        yield _list_some(told, len(zone.most_accepted), "more that suit as many")


def _list_some(told: Sequence[str], whole: int, rest: str) -> Items:
    """What is told, and how much more there is."""
    more = (f"and {whole - len(told)} {rest}",) if whole > len(told) else ()
    return Items(tuple((Line(text),) for text in (*told, *more)))


def _count_blocked(zone: Zone) -> str:
    if not zone.blocked_by:
        alone = "the one that says what it accepts rejects all of it"
        return f"None: {'each pair meets, and yet nothing suits all' if zone.n > 1 else alone}."
    if zone.n == 2:
        return "None: the two that say what they could live with do not meet."
    blocked, pairs = len(zone.blocked_by), zone.n * (zone.n - 1) // 2
    verb = "does" if blocked == 1 else "do"
    return f"None: of the {pairs} pairs that say what they could live with, {blocked} {verb} not meet."


def _choose_blocked(blocked: tuple[Blocked, ...]) -> list[Blocked]:
    """The pairs furthest apart first, then by their ids."""
    return sorted(blocked, key=lambda one: -1 if one.gap is None else -one.gap)[:MAX_TOLD]


def _tell_blocked(blocked: Blocked, style: IssueStyle) -> str:
    """As in: City – Port: nothing between 8 and 12 nights, 20% of the scale."""
    names = f"{style.names[blocked.left]} – {style.names[blocked.right]}"
    if blocked.ends is None or blocked.gap is None:
        return f"{names}: nothing in common"
    return f"{names}: apart from {show_reach(blocked.ends, style.shape, quoted=True)}, {show_percent(blocked.gap)} of the scale"


def _tell_favourite(favourite: Favourite, whole: int, style: IssueStyle) -> str:
    """As in: 8 to 12 nights: suits 2 of 3 (City, Port); refused by Union."""
    accepted, refused = style.list_names(favourite.accepted_by), style.list_names(favourite.refused_by)
    count = len(favourite.accepted_by)
    return f"{show_reach(favourite.at, style.shape, quoted=True)}: suits {count} of {whole} ({accepted}); refused by {refused}"
