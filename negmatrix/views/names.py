"""Names in a row."""

from collections.abc import Sequence

MAX_NAMES = 6
"""Of more parties than this, as many are named and the rest counted."""


def join_names(names: Sequence[str]) -> str:
    """As in a sentence, with "and" before the last; of many, as many as are read at a glance."""
    if len(names) < 2 or len(names) > MAX_NAMES:
        return list_names(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def list_names(names: Sequence[str]) -> str:
    """Names with commas between them, or as many as are read at a glance and how many more there are."""
    if len(names) <= MAX_NAMES:
        return ", ".join(names)
    more = len(names) - MAX_NAMES
    return ", ".join(names[:MAX_NAMES]) + (" and 1 other" if more == 1 else f" and {more} others")
