"""Citations: a source's id, perhaps with a place in it, as in `minutes p. 3`."""

from collections.abc import Mapping
from typing import NamedTuple

from negmatrix.model.parties import Source
from negmatrix.source import Text

_LONGEST = 1000


class Citation(NamedTuple):
    """A source and the place in it, empty when none is given."""

    source: Source
    place: str


def find_citation(sources: Mapping[str, Source], cited: Text) -> Citation | None:
    """The source that a citation means: the longest id that the words start with; None when there is none.

    Where a place follows, the id may have a thousand characters.
    """
    if cited in sources:
        return Citation(sources[cited], "")
    end = min(len(cited), _LONGEST)
    while end > 0:
        source = sources.get(cited[:end])
        if source is not None:
            return Citation(source, cited[end:].strip())
        end = cited.rfind(" ", 0, end)
    return None
