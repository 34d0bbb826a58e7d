"""The sources that a result rests on."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from negmatrix.model.citing import find_citation
from negmatrix.model.parties import Source
from negmatrix.source import Text


class Reference(NamedTuple):
    """A source as cited: with the place in it, empty when the whole is meant. `seen` is full or part."""

    id: Text
    place: str
    title: Text
    publisher: Text | None
    author: Text | None
    date: Text | None
    url: tuple[Text, ...]
    seen: str


def find_references(sources: Mapping[str, Source], cited: Iterable[Text]) -> Mapping[str, Reference]:
    """The sources by the words that cite them, in the order of first mention."""
    found: dict[str, Reference] = {}
    for words in cited:
        citation = None if words in found else find_citation(sources, words)
        if citation is not None:
            found[words] = _reference(citation.source, citation.place)
    return found


def _reference(source: Source, place: str) -> Reference:
    return Reference(
        source.id, place, source.title, source.publisher, source.author, source.date, source.urls, source.seen
    )
