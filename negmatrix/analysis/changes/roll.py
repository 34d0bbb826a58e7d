"""Parties by bits: the names behind a mask, eight at a time."""

from collections.abc import Sequence


class Roll:
    """A list of parties of which masks name some. Names already found for eight bits are kept."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._ids = ids
        self._known: dict[tuple[int, int], tuple[str, ...]] = {}

    def names(self, mask: int) -> tuple[str, ...]:
        """The parties of a mask, in the order of the list."""
        found: tuple[str, ...] = ()
        start = 0
        while mask:
            eight = mask & 255
            if eight:
                found += self._known.get((start, eight)) or self._find(start, eight)
            mask >>= 8
            start += 8
        return found

    def _find(self, start: int, eight: int) -> tuple[str, ...]:
        names = tuple(self._ids[start + bit] for bit in range(8) if eight >> bit & 1)
        self._known[start, eight] = names
        return names
