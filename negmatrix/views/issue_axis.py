"""The axis of an issue: every party on its scale, what it could live with, and points to compare with."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from negmatrix.analysis.issue_positions import PartyPosition
from negmatrix.analysis.issue_report import IssueReport
from negmatrix.analysis.meeting import Reach
from negmatrix.analysis.zone import ZoneState
from negmatrix.document import Axis, Block, Mark, MarkKind, Paragraph, Stretch, Tone
from negmatrix.views.cells import find_entry_signs, show_stance
from negmatrix.views.issue_crowd import show_crowd
from negmatrix.views.issue_style import IssueStyle
from negmatrix.views.scale_words import find_unit_words, show_centre, show_reaches, show_stretch

MAX_PARTIES = 24
"""Of more parties than this on an axis, those that stand near each other share a line."""

_CROWDED = "Parties that stand near each other share a line; what each could live with is told among the positions."
_ZONES = {ZoneState.ZONE: "zone of agreement", ZoneState.AT_MOST: "zone, at most"}


def show_axis(report: IssueReport, style: IssueStyle) -> tuple[Block, ...]:
    """The axis, whose title a heading above it tells, and who is not on it; without ordered places just the latter."""
    placed = [position for position in report.positions if position.entry.place is not None and position.entry.stated]
    ends = report.scale.ends
    absent = _tell_absent(report, style)
    if ends is None or not (placed or any(_bounded(report))):
        return absent
    crowded = len(placed) > MAX_PARTIES
    parties = show_crowd(placed, style) if crowded else [_mark(position, style) for position in _order(placed, style)]
    bounds = [_mark(position, style) for position in _bounded(report)] if not crowded else []
    marks = (*parties, *bounds, *_show_points(report), *_show_zone(report, style))
    shared = (Paragraph(_CROWDED, Tone.MUTED),) if crowded else ()
    return (Axis("", _tell_ends(report), marks, _find_anchors(report)), *shared, *absent)


def _tell_ends(report: IssueReport) -> tuple[str, str]:
    first, last = report.scale.ends or ("", "")
    unit = find_unit_words(report.scale) if report.scale.kind == "range" else None
    return first, show_stance(last, unit)


def _find_anchors(report: IssueReport) -> tuple[tuple[Fraction, str], ...]:
    """The steps and named values between the ends."""
    steps = ((step.place, step) for step in report.scale.steps)
    named = report.scale.kind == "levels"
    return tuple(
        (place, str(step.name if named else step.means or step.name))
        for place, step in steps
        if place is not None and 0 < place < 1
    )


def _order(placed: Sequence[PartyPosition], style: IssueStyle) -> list[PartyPosition]:
    """From the first end of the scale to the last."""
    return sorted(placed, key=lambda position: (position.entry.place or Fraction(), style.names[position.entry.party]))


def _bounded(report: IssueReport) -> Iterator[PartyPosition]:
    """Those without a place that say what they could live with."""
    yield from (position for position in report.positions if position.entry.place is None and position.accepted)


def _mark(position: PartyPosition, style: IssueStyle) -> Mark:
    entry = position.entry
    place = entry.place if entry.stated else None
    return Mark(
        style.names[entry.party],
        "; ".join(_tell_mark(position, style)),
        place,
        tuple(_stretch(reach) for reach in position.accepted or ()),
        MarkKind.PARTY,
        find_entry_signs(entry),
    )


def _stretch(reach: Reach) -> Stretch:
    return Stretch(reach.low_place or Fraction(), reach.high_place or Fraction())


def _tell_mark(position: PartyPosition, style: IssueStyle) -> Iterator[str]:
    """Where a party stands, and what it could live with or will not have."""
    entry = position.entry
    if entry.stance is not None:
        yield show_stance(entry.stance, find_unit_words(style.shape))
    if position.accepted is not None:
        alone = entry.stance is not None and entry.fixed
        yield "nothing else" if alone else f"accepts {show_reaches(position.accepted, style.shape)}"
    elif entry.rejects:
        yield f"rejects {show_stretch(entry.rejects, style.shape)}"


def _show_points(report: IssueReport) -> Iterator[Mark]:
    """How things are today, where it was settled, and where the centre lies."""
    if report.status_quo is not None and report.status_quo_place is not None:
        words = show_stance(report.status_quo, find_unit_words(report.scale))
        yield Mark("today", words, report.status_quo_place, kind=MarkKind.POINT)
    for stance, place in dict.fromkeys(report.settled_at):
        yield Mark("settled at", show_stance(stance, find_unit_words(report.scale)), place, kind=MarkKind.POINT)
    centre = report.numbers.centre
    for name, value, place, levels in (
        ("centre, mean", centre.mean, centre.mean_place, centre.mean_levels),
        ("centre, median", centre.median, centre.median_place, centre.median_levels),
    ):
        if value is not None and centre.n > 1:
            yield Mark(name, show_centre(value, levels, report.scale), place, kind=MarkKind.POINT)


def _show_zone(report: IssueReport, style: IssueStyle) -> Iterator[Mark]:
    zone = report.numbers.zone
    if zone.state in _ZONES:
        stretches = tuple(_stretch(reach) for reach in zone.pieces)
        yield Mark(_ZONES[zone.state], show_reaches(zone.pieces, style.shape), None, stretches, MarkKind.ZONE)


def _tell_absent(report: IssueReport, style: IssueStyle) -> tuple[Block, ...]:
    """Who does not stand on the scale, and why: silence is told apart from words and from what does not apply."""
    reasons: dict[str, list[str]] = {}
    for position in report.positions:
        entry = position.entry
        if not entry.stated or entry.stance is None:
            state = "said in words only" if entry.stated else entry.state.replace("n/a", "not applicable")
            reasons.setdefault(state, []).append(entry.party)
    if report.scale.kind == "text":
        reasons.pop("said in words only", None)
    told = "; ".join(f"{state}: {style.list_names(parties)}" for state, parties in reasons.items())
    return (Paragraph(f"{told[0].upper()}{told[1:]}.", Tone.MUTED),) if told else ()
