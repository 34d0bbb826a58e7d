"""A column of verdicts: published words and the words of the format that they mean."""

import re
from collections.abc import Iterator, Mapping

from negmatrix.importing.layout import Plain, Value
from negmatrix.importing.tables import Lines, quote_start
from negmatrix.importing.vocabulary import VERDICTS, fold

_SIGNS = re.compile(r"[^\w\s]|\d", re.UNICODE)
_WORDS = {fold(word): verdict for verdict, words in VERDICTS.items() for word in words}


def read_verdict(text: str) -> str | None:
    """The verdict that a published word means; None for other words."""
    return _WORDS.get(fold(_SIGNS.sub(" ", text))) if len(text) < 60 else None


def make_verdicts(published: Mapping[str, str], ids: Mapping[str, str], lines: Lines) -> dict[str, Value]:
    """Verdicts by issue; words that mean none are told, and left out."""
    return dict(_make(published, ids, lines))


def _make(published: Mapping[str, str], ids: Mapping[str, str], lines: Lines) -> Iterator[tuple[str, Value]]:
    for issue, text in published.items():
        word = read_verdict(text)
        if word is None:
            lines.add("words in the column of verdicts that are no verdict are kept as notes", quote_start(text))
        elif text.casefold() == word:
            yield ids[issue], Plain(word)
        else:
            yield ids[issue], {"verdict": Plain(word), "label": text}
