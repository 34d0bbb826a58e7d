"""Ids made from titles."""

import unicodedata
from collections.abc import Iterable, Mapping

from negmatrix.importing.tables import Lines, quote_start

_LONGEST = 48
_JOINERS = frozenset("'’ʼ\u200c\u200d\u00ad\u200e\u200f")


def make_id(title: str) -> str:
    """A readable id: letters of every script and digits in lower case, hyphens for all else; empty when none are left."""
    text = unicodedata.normalize("NFKC", title[: 8 * _LONGEST]).lower()
    kept = "".join(character if _stays(character) else "" if character in _JOINERS else " " for character in text)
    slug = ""
    for word in kept.split():
        longer = f"{slug}-{word}" if slug else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        slug = longer
    return unicodedata.normalize("NFC", slug)


def _stays(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def is_id(text: str) -> bool:
    """Whether a text can be an id as it stands."""
    return bool(text) and text == text.strip() and len(text) <= 200 and not set("@,\n\t").intersection(text)


def tell_apart(names: Mapping[str, str], lines: Lines) -> dict[str, str]:
    """Names by key, none twice: a later one of the same name has a number behind it, which is told."""
    apart: dict[str, str] = {}
    taken, counts = set(names.values()), dict.fromkeys(names.values(), 1)
    seen: set[str] = set()
    for key, name in names.items():
        own = name
        while own in seen or (own != name and own in taken):
            counts[name] += 1
            own = f"{name} ({counts[name]})"
        if own != name:
            lines.add("parties of one name are told apart by a number", quote_start(own))
        seen.add(own)
        apart[key] = own
    return apart


class Ids:
    """Ids of one kind, each given once."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def take(self, title: str, *, verbatim: bool = False) -> str:
        """An id for a title that nothing else has; with `verbatim` the title itself, if it can be one."""
        kept = verbatim and is_id(title)
        base = unicodedata.normalize("NFC", title) if kept else make_id(title) or self._kind
        name = base
        while name in self._taken:
            self._counts[base] = self._counts.get(base, 1) + 1
            name = f"{base}-{self._counts[base]}"
        self._taken.add(name)
        return name

    def take_all(self, titles: Iterable[tuple[str, str]], *, verbatim: bool = False) -> dict[str, str]:
        """Ids by key, for keys with their titles."""
        return {key: self.take(title, verbatim=verbatim) for key, title in titles}
