"""A detail that changed, in words: its name, and what it was and is."""

from negmatrix.analysis.changes import Change
from negmatrix.analysis.changes.kinds import QUIET

_NAMES = {"sources": "source", "round_sources": "round source", "by": "speaker", "proposers": "from"}
"""Details whose names in the records say too little."""


def tell_plainly(change: Change) -> str:
    """As in: salience 30 → 60; interest: none now, was rest; note added."""
    if change.kind in QUIET:
        return f"{name_field(change)} {tell_way(change)}"
    return tell_values(name_field(change), change.before, change.after)


def name_field(change: Change) -> str:
    """A detail in words."""
    name = change.field or change.kind.value.removesuffix(" changed")
    return _NAMES.get(name, name.replace("_", " "))


def tell_way(change: Change) -> str:
    """Whether something appeared, vanished or became another."""
    if change.before is None and change.after is not None:
        return "added"
    return "removed" if change.after is None and change.before is not None else "changed"


def tell_values(name: str, before: object, after: object) -> str:
    """A detail's two values, or one where there was or is no other."""
    if before is None:
        return f"{name} {show_value(after)}, none before"
    if after is None:
        return f"{name}: none now, was {show_value(before)}"
    return f"{name} {show_value(before)} → {show_value(after)}"


def show_value(value: object) -> str:
    """A detail's value in one line."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return "none" if value is None else str(value)
