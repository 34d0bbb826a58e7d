"""Whether every stance stands on the scale of its issue."""

from collections.abc import Callable, Iterator

from negmatrix.checks.written import all_written, has_no_scale, measured_rows, single_stances, written_rows
from negmatrix.diagnostics import Diagnostic, Related, error, list_some, quote
from negmatrix.model.issues import Issue
from negmatrix.model.positions import Position
from negmatrix.model.quantity import number_hint
from negmatrix.model.scales import Levels, Range, Scale
from negmatrix.model.talks import Talks
from negmatrix.nearest import Known, suggest
from negmatrix.source import NOWHERE, Text


def check_stances_on_scale(talks: Talks) -> Iterator[Diagnostic]:
    """A stance is a level or an option of its issue, as written there, or a number (or day) within its range; so is what
    a party accepts or rejects, what a proposal would settle, what was settled, and the status quo.
    """
    for issue, scale, positions in measured_rows(talks):
        holds, misfits = _holder(scale), _Misfits(issue, scale)
        for position in positions:
            stance = position.stance
            if stance is not None and not holds(stance) and not position.claims:
                yield misfits.tell(stance)
            if position.accepts or position.rejects or position.claims:
                yield from (misfits.tell(other) for other in _other_stances(position) if not holds(other))
    for name, stance in single_stances(talks):
        single = talks.issues.get(name)
        if single is not None and single.scale is not None and not single.scale.holds(stance):
            yield _Misfits(single, single.scale).tell(stance)


def check_stances_have_scale(talks: Talks) -> Iterator[Diagnostic]:
    """An issue without levels, range or options holds words only: `says`, not `stance`."""
    for issue, row in written_rows(talks):
        if has_no_scale(talks.issues.get(issue)):
            for position in all_written(row):
                yield from (_no_scale(stance, issue) for stance in _all_stances(position))
    for name, stance in single_stances(talks):
        if has_no_scale(talks.issues.get(name)):
            yield _no_scale(stance, name)


def _holder(scale: Scale) -> Callable[[str], bool]:
    return scale.holds if isinstance(scale, Range) else frozenset(scale.names).__contains__


def _other_stances(position: Position) -> Iterator[Text]:
    """What it accepts and rejects, and the stances of its claims."""
    yield from position.accepts or ()
    yield from position.rejects or ()
    yield from (claim.stance for claim in position.claims if claim.stance is not None)


def _all_stances(position: Position) -> Iterator[Text]:
    if position.stance is not None and not position.claims:
        yield position.stance
    yield from _other_stances(position)


def _no_scale(stance: Text, issue: str) -> Diagnostic:
    message = f"{quote(issue)} has no scale, so nobody has a stance on it"
    return error("no-scale", message, stance.at, "put it in 'says', or give the issue levels, a range or options")


class _Misfits:
    """What to say of stances that are not on the scale of an issue; its names are looked through once."""

    def __init__(self, issue: Issue, scale: Scale) -> None:
        self._issue = quote(issue.id)
        self._scale = scale
        self._known: Known | None = None

    def tell(self, stance: Text) -> Diagnostic:
        """The problem, with the nearest name or with the form that is expected."""
        if isinstance(self._scale, Range):
            return self._tell_number(self._scale, stance)
        thing = "level" if isinstance(self._scale, Levels) else "option"
        near = self._find_nearest(stance)
        label = suggest(near, stance) or _list_names(self._scale.names, f"{thing}s")
        message = f"{quote(stance)} is not {'a' if thing == 'level' else 'an'} {thing} of {self._issue}"
        return error("off-scale", message, stance.at, label, _point_at(near, "it stands here"))

    def _find_nearest(self, stance: Text) -> Text | None:
        names = self._scale.names
        self._known = self._known or Known((name, name) for name in names)
        near = self._known.nearest(stance)
        return next((name for name in names if name == near), None)

    def _tell_number(self, scale: Range, stance: Text) -> Diagnostic:
        first, last = scale.ends
        ends = f"{self._issue} runs from {first} to {last}"
        if scale.value(stance) is not None:
            message, label = (
                f"{quote(stance)} lies outside the range of {self._issue}",
                f"it runs from {first} to {last}",
            )
        else:
            message = f"{quote(stance)} is not a {'day, YYYY-MM-DD' if scale.days else 'number'}"
            label = _hint(scale, stance) or ends
        return error("off-scale", message, stance.at, label, _point_at(first, "the range stands here"))


def _hint(scale: Range, stance: Text) -> str:
    if scale.days:
        from negmatrix.model.dates import date_hint

        return date_hint(stance)
    return number_hint(stance.removesuffix(scale.unit) if scale.unit else stance)


def _list_names(names: tuple[Text, ...], things: str) -> str:
    return f"its {things} are {list_some(names)}"


def _point_at(place: Text | None, message: str) -> tuple[Related, ...]:
    return (Related(place.at, message),) if place is not None and place.source is not NOWHERE else ()
