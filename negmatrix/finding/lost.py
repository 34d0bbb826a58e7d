"""What is said when something that the user named is not there."""

from collections.abc import Iterable, Sequence

from negmatrix.diagnostics import list_some
from negmatrix.nearest import Known, suggest


class LostError(Exception):
    """Wrong use, with its sentence: what was named, the nearest known one; and further lines, such as what there is.

    Lines are given one by one: a line end within one comes from a name, and must not make a line of its own.
    """

    def __init__(self, sentence: str, *further: str) -> None:
        super().__init__("\n".join((sentence, *further)))
        self.lines = (sentence, *further)


def lost(kind: str, wanted: str, known: Sequence[str], words: Iterable[tuple[str, str]] = ()) -> LostError:
    """The sentence for a name that is not known; `words` are further names with the known one that they stand for."""
    words = list(words)
    nearest = Known([*((name, name) for name in known), *words]).nearest(wanted)
    meant = f"; {suggest(nearest, wanted)}" if nearest else _find_titled(wanted, words)
    return LostError(f"there is no {kind} '{wanted}'{meant}", list_known(kind, known))


def _find_titled(wanted: str, words: Iterable[tuple[str, str]]) -> str:
    """The only one with a word in its title that starts like this."""
    folded = wanted.casefold()
    begun = [
        (title, name) for title, name in words if any(word.startswith(folded) for word in title.casefold().split())
    ]
    if len(folded) < 3 or len({name for _, name in begun}) != 1:
        return ""
    title, name = begun[0]
    return f"; did you mean '{name}', \"{title}\"?"


def list_known(kind: str, known: Sequence[str]) -> str:
    """The known ones in a line, the first dozen of many."""
    if not known:
        return f"there is no {kind} at all"
    return f"known: {list_some(known)}"
