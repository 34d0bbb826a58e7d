"""Sources: the imported document itself, and those that the table names."""

import re
from collections.abc import Iterable

from negmatrix.importing.explicit import split_list
from negmatrix.importing.ids import Ids, is_id
from negmatrix.importing.layout import Value

_PLACE = re.compile(
    r" (?:pp?|pages?|paras?|arts?|articles?|secs?|sections?|ch|chapters?|nos?|lines?|points?|§+)\b.*", re.DOTALL
)
_ADDRESS = re.compile(r"https?://\S+")


class Sources:
    """The sources cited so far, by id. With `own`, citations are ids, perhaps with a place behind them."""

    def __init__(self, document: str, texts: Iterable[str], *, own: bool) -> None:
        self._own = own
        self._document = document
        self._ids = Ids("source")
        self._known = {part for text in texts for part in split_list(text)} if own else set()
        self._cited: dict[str, str] = {}
        self._named: dict[str, str] = {}
        self._first: tuple[str, ...] = ()
        self.entries: dict[str, Value] = {}

    def document(self) -> tuple[str, ...]:
        """A citation of the imported document."""
        if not self._first:
            entry: dict[str, Value] = {"title": self._document, "note": "The file that this was imported from."}
            self._first = (self._declare("", self._document, entry),)
        return self._first

    def cite(self, text: str) -> tuple[str, ...]:
        """The citations that a cell's text comes to, each of a source that is declared."""
        if not self._own and _ADDRESS.search(text) is None:
            return tuple(self._name(part) for part in split_list(text))
        parts = split_list(text) if self._own else tuple(text.split())
        return tuple(self._cite_own(part) if self._own else self._name(part) for part in parts)

    def _name(self, title: str) -> str:
        entry: dict[str, Value] = {"title": title}
        if _ADDRESS.fullmatch(title):
            entry["url"] = title
        return self._declare(title, title.partition("://")[2] or title, entry)

    def _cite_own(self, citation: str) -> str:
        """Our own citation as it stands, with the id in front of its place declared."""
        base = self._base(citation)
        if not is_id(base):
            return self._name(citation)
        if base not in self._named:
            self._named[base] = self._ids.take(base, verbatim=True)
            self.entries[self._named[base]] = base
        return self._named[base] + citation[len(base) :]

    def _base(self, citation: str) -> str:
        place = _PLACE.search(citation)
        if place and place.start():
            return citation[: place.start()]
        starts = (citation[:end] for end in range(len(citation) - 1, 0, -1) if citation[end] == " ")
        return next((start for start in starts if start in self._known), citation) if len(citation) < 1000 else citation

    def _declare(self, key: str, title: str, entry: dict[str, Value]) -> str:
        if key not in self._cited:
            stem = title.rpartition(".")[0] if not key and "." in title[1:] else title
            self._cited[key] = self._ids.take(stem)
            self.entries[self._cited[key]] = entry if len(entry) > 1 else title
        return self._cited[key]
