"""Names in a row."""

from collections.abc import Sequence

MAX_NAMES = 6
"""Of more parties than this, as many are named and the rest counted."""


def list_names(names: Sequence[str]) -> str:
    """Names with commas between them, or as many as are read at a glance and how many more there are."""
    if len(names) <= MAX_NAMES:
        return ", ".join(names)
    more = len(names) - MAX_NAMES
    return ", ".join(names[:MAX_NAMES]) + (" and 1 other" if more == 1 else f" and {more} others")
