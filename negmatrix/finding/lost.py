"""What is said when something that the user named is not there."""

from collections.abc import Iterable, Sequence

from negmatrix.diagnostics import list_some
from negmatrix.nearest import Known


class LostError(Exception):
    """Wrong use, with its sentence: what was named, the nearest known one; and further lines, such as what there is.

    Lines are given one by one: a line end within one comes from a name, and must not make a line of its own.
    """

    def __init__(self, sentence: str, *further: str) -> None:
        super().__init__("\n".join((sentence, *further)))
        self.lines = (sentence, *further)


def lost(kind: str, wanted: str, known: Sequence[str], words: Iterable[tuple[str, str]] = ()) -> LostError:
    """The sentence for a name that is not known; `words` are further names with the known one that they stand for."""
    nearest = Known([*((name, name) for name in known), *words]).nearest(wanted)
    meant = f"; did you mean '{nearest}'?" if nearest else ""
    return LostError(f"there is no {kind} '{wanted}'{meant}", list_known(kind, known))


def list_known(kind: str, known: Sequence[str]) -> str:
    """The known ones in a line, the first dozen of many."""
    if not known:
        return f"there is no {kind} at all"
    return f"known: {list_some(known)}"
