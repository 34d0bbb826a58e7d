"""Coding words: what numbers and repeated words a table holds, and the scales they propose."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from negmatrix.importing.figures import Figure, Figures
from negmatrix.importing.scales import Draft, knows_order, order_words
from negmatrix.importing.statements import Statement
from negmatrix.importing.wording import Coder, is_short

_MOST_LEVELS = 9
SHARED = "stances"


class Coded(NamedTuple):
    """Scales by issue, and statements whose words became a stance or `says`."""

    scales: dict[str, Draft]
    statements: list[Statement]


def code_words(statements: list[Statement], units: Mapping[str, str]) -> Coded:
    """Propose scales for issues of which all cells are numbers, or words that come again and again.

    The statements are coded in place: two records of each cell would take twice the room.
    """
    words: dict[str, list[str]] = defaultdict(list)
    for statement in statements:
        if "words" in statement.fields:
            words[statement.issue].append(statement.fields["words"])
    known = Figures()
    scales = {
        issue: draft for issue, texts in words.items() if (draft := _propose_range(texts, units.get(issue, ""), known))
    }
    scales |= _propose_names({issue: texts for issue, texts in words.items() if issue not in scales})
    coder = Coder(scales, known)
    for number, statement in enumerate(statements):
        statements[number] = coder.code(statement)
    return Coded(scales, statements)


def _propose_range(texts: Sequence[str], unit: str, known: Figures) -> Draft | None:
    """A range from the least to the most of what was put forward, when at least two cells are there and all are numbers."""
    figures = _read_figures(texts, known) if len(texts) > 1 else []
    units = list(dict.fromkeys(figure.unit for figure in figures if figure.unit))
    if not figures or len(units) > 1 or len({figure.day for figure in figures}) > 1:
        return None
    low, high = min(figures, key=lambda figure: figure.value), max(figures, key=lambda figure: figure.value)
    ends = (low.number, high.number) if low.value < high.value else _widen(low, units)
    unit = "" if low.day else (units[0] if units else unit)
    return Draft("range", ends, unit) if ends else None


def _read_figures(texts: Iterable[str], known: Figures) -> list[Figure]:
    """The distinct figures; none where a text is no figure."""
    figures: list[Figure] = []
    for text in dict.fromkeys(texts):
        figure = known[text]
        if figure is None:
            return []
        figures.append(figure)
    return figures


def _widen(figure: Figure, units: Sequence[str]) -> tuple[str, str] | None:
    """Ends around a lone value: from zero, up to 100 for a share."""
    if figure.day:
        return None
    if units == ["%"] and 0 <= figure.value <= 100:
        return ("0", "100")
    if not figure.value:
        return ("0", "1")
    return ("0", figure.number) if figure.value > 0 else (figure.number, "0")


def _propose_names(words: Mapping[str, Sequence[str]]) -> dict[str, Draft]:
    """One scale for all issues that share a few words, else one for an issue in which few words come often."""
    counts = Counter(map(str.casefold, chain.from_iterable(words.values())))
    often = {text for text, count in counts.items() if count > 1 and is_short(text)}
    scales: dict[str, Draft] = {}
    for number, issues in enumerate(_share(words, often), 1):
        draft = _propose_shared(
            list(chain.from_iterable(words[issue] for issue in issues)),
            SHARED if number == 1 else f"{SHARED}-{number}",
        )
        scales |= dict.fromkeys(issues, draft) if draft else {}
    alone = ((issue, _propose_alone(texts)) for issue, texts in words.items() if issue not in scales)
    return scales | {issue: draft for issue, draft in alone if draft}


def _share(words: Mapping[str, Sequence[str]], often: Collection[str]) -> Iterator[list[str]]:
    """Groups of at least two issues that have words in common, of those in which all words come again."""
    group_of: dict[str, list[str]] = {}
    for issue, texts in words.items():
        folded = dict.fromkeys(map(str.casefold, dict.fromkeys(texts)))
        if not all(text in often for text in folded):
            continue
        groups = {id(group_of[text]): group_of[text] for text in folded if text in group_of}
        merged, *others = sorted(groups.values(), key=len, reverse=True) or [[]]
        for other in others:
            for member in other:
                group_of.update((text.casefold(), merged) for text in words[member])
            merged += other
        merged.append(issue)
        group_of.update((text, merged) for text in folded)
    distinct = {id(group): group for group in group_of.values()}
    yield from (group for group in distinct.values() if len(group) > 1)


def _propose_shared(texts: Sequence[str], name: str) -> Draft | None:
    names = _spell(texts)
    few = 2 <= len(names) <= _MOST_LEVELS
    return (
        order_words(names)._replace(shared=name)
        if few and (len(texts) >= 3 * len(names) or knows_order(names))
        else None
    )


def _propose_alone(texts: Sequence[str]) -> Draft | None:
    names = _spell(texts)
    few = 2 <= len(names) <= _MOST_LEVELS and all(map(is_short, names))
    repeated = len(texts) >= 4 and 2 * len(names) <= len(texts)
    return order_words(names) if few and (repeated or knows_order(names)) else None


def _spell(texts: Sequence[str]) -> list[str]:
    """The distinct words in the order of their first coming, each as it is spelled most; none of too many for a scale."""
    if len(set(map(str.casefold, set(texts)))) > _MOST_LEVELS:
        return []
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for text, count in Counter(texts).items():
        spellings[text.casefold()][text] = count
    return [spelled.most_common(1)[0][0] for spelled in spellings.values()]
