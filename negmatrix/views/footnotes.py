"""Sources as numbered notes under what rests on them."""

from collections.abc import Callable, Mapping, Sequence

from negmatrix.analysis.citations import Reference
from negmatrix.document import Footnotes


def number_references(references: Mapping[str, Reference]) -> Mapping[str, int]:
    """A number for each source and place, by the words that cite it, counted from 1."""
    numbers = {reference: number for number, reference in enumerate(dict.fromkeys(references.values()), start=1)}
    return {words: numbers[reference] for words, reference in references.items()}


def cite_by(numbers: Mapping[str, int]) -> Callable[[Sequence[str]], tuple[int, ...]]:
    """A function that turns cited words into numbers; words that no source is known for have none."""
    return lambda cited: tuple(dict.fromkeys(numbers[words] for words in cited if words in numbers))


def show_references(references: Mapping[str, Reference]) -> Footnotes:
    """The notes: title, publisher, author, date and place, with an address where there is one."""
    distinct = dict.fromkeys(references.values())
    return Footnotes(
        tuple(
            (number, _describe(reference), str(reference.url[0]) if reference.url else None)
            for number, reference in enumerate(distinct, start=1)
        )
    )


def _describe(reference: Reference) -> str:
    told = (reference.title, reference.author, reference.publisher, reference.date, reference.place)
    seen = ("seen in part",) if reference.seen == "part" else ()
    return ", ".join((*(str(part) for part in told if part), *seen))
