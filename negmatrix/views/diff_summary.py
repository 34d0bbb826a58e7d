"""The line that sums a comparison up."""

from collections.abc import Collection, Iterator, Sequence

from negmatrix.analysis.changes import Change, Changes, Kind
from negmatrix.analysis.changes.records import Summary
from negmatrix.views.diff_style import DiffStyle
from negmatrix.views.percent import count_of

ONLY = {
    "nothing": "Nothing changed.",
    "order": "Only the order in the file changed.",
    "notes and sources": "Only notes and sources changed.",
}


def show_summary(changes: Changes, told: Sequence[Change], only: Collection[Kind], style: DiffStyle) -> Iterator[str]:
    """How many stances moved and how, and everything else that matters; or what alone changed. A second line for what
    was settled.
    """
    if only:
        kinds = ", ".join(kind.value for kind in Kind if kind in only)
        yield f"{count_of(len(told), 'change')} shown ({kinds}), of {len(changes.changes)} in all"
    elif changes.summary.only is not None:
        yield ONLY[changes.summary.only]
    else:
        yield " · ".join(_tell(changes.summary)) or "Nothing else changed."
        yield from _tell_settlements(changes, style)


def _tell_settlements(changes: Changes, style: DiffStyle) -> Iterator[str]:
    """At whose former stance how many issues were settled, of those on which it had one."""
    grounds = [change.ground for change in changes.changes if change.kind is Kind.SETTLED and change.ground]
    if not grounds:
        return
    told = []
    for concession in changes.concessions:
        own = [ground for those in grounds for ground in those if ground.party == concession.party]
        if own:
            kept = sum(ground.share == 0 for ground in own)
            told.append(f"{style.name(concession.party)} on {kept} of {len(own)} issues")
    apart = sum(all(ground.share != 0 for ground in those) for those in grounds)
    yield f"Settled where it stood before: {', '.join(told)}" + (f"; elsewhere: {apart}" if apart else "")


def _tell(summary: Summary) -> Iterator[str]:
    """The counts in the order of how much they matter."""
    yield from _count_kinds(summary, (("settled", "issue settled", "issues settled"),))
    if summary.moved or summary.switched:
        yield _tell_moves(summary)
    settling = any(summary.kinds.get(kind) for kind in ("settled", "parked", "reopened"))
    yield from _count_kinds(summary, _COUNTED if settling else [_leave_out_other(name) for name in _COUNTED])


def _leave_out_other(names: tuple[str, str, str]) -> tuple[str, str, str]:
    """Where no verdict is told apart, none is another one."""
    kind, one, many = names
    return kind, one.removeprefix("other "), many.removeprefix("other ")


def _count_kinds(summary: Summary, names: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    for kind, one, many in names:
        count = getattr(summary, kind, summary.kinds.get(kind, 0))
        if count:
            yield f"{count} {one if count == 1 else many}"


def _tell_moves(summary: Summary) -> str:
    """As in: 6 stances moved, 2 switched: 7 closer, 1 further."""
    counted = [(summary.moved, "moved"), (summary.switched, "switched")]
    told = [f"{count} {word}" for count, word in counted if count]
    first = summary.moved or summary.switched
    told[0] = told[0].replace(" ", " stance " if first == 1 else " stances ", 1)
    ways = [f"{count} {word}" for count, word in ((summary.closer, "closer"), (summary.further, "further")) if count]
    return ", ".join(told) + (f": {', '.join(ways)}" if ways else "")


_COUNTED = (
    ("red_lines_crossed", "red line crossed", "red lines crossed"),
    ("parked", "issue parked", "issues parked"),
    ("reopened", "issue reopened", "issues reopened"),
    ("verdict changed", "other verdict changed", "other verdicts changed"),
    ("issue added", "issue added", "issues added"),
    ("issue dropped", "issue gone", "issues gone"),
    ("raised", "issue raised", "issues raised"),
    ("rescaled", "rescaled", "rescaled"),
    ("weight changed", "weight changed", "weights changed"),
    ("joined", "party joined", "parties joined"),
    ("left", "party left", "parties left"),
    ("first heard", "party first heard", "parties first heard"),
    ("renamed", "renamed", "renamed"),
    ("stated", "position stated", "positions stated"),
    ("no longer recorded", "position no longer recorded", "positions no longer recorded"),
    ("withdrawn", "position withdrawn", "positions withdrawn"),
    ("restated", "position restated", "positions restated"),
    ("not applicable now", "not applicable now", "not applicable now"),
    ("applicable now", "applicable now", "applicable now"),
    ("coded", "position coded", "positions coded"),
    ("uncoded", "position no longer coded", "positions no longer coded"),
    ("reworded", "reworded", "reworded"),
    ("confirmed", "confirmed", "confirmed"),
    ("accepts changed", "accepts changed", "accepts changed"),
    ("rejects changed", "rejects changed", "rejects changed"),
    ("salience changed", "salience changed", "saliences changed"),
    ("detail changed", "detail changed", "details changed"),
    ("proposal tabled", "proposal tabled", "proposals tabled"),
    ("proposal overtaken", "proposal overtaken", "proposals overtaken"),
    ("proposal status changed", "proposal status changed", "proposal statuses changed"),
    ("proposal terms changed", "proposal term changed", "proposal terms changed"),
)
"""What else is counted, with its words for one and for many; confidence, notes and sources are not."""
