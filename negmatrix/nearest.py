"""The nearest known word to one that is not known, in time that does not grow with the number of mistakes."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain, islice

_LONGEST = 40
_FEW = 64
_PATIENCE = 2000
_TRIED = 8


class Known:
    """Known words, each standing for a result: an id stands for itself, a name or an alias for its id."""

    def __init__(self, words: Iterable[tuple[str, str]]) -> None:
        self._words = list(words)
        self._folded: dict[str, str] = {}
        for word, result in self._words:
            self._folded.setdefault(_fold(word), result)
        self._depth = 2 if len(self._words) <= _FEW else 1
        self._lengths = {len(word) + more for word in self._folded for more in range(-self._depth, self._depth + 1)}
        self._mistyped: dict[str, list[str]] | None = None
        self._alike: dict[str, str] | None = None
        self._searched = 0

    def nearest(self, word: str) -> str | None:
        """The result whose word differs only in case and signs, or in a letter or two, or starts alike; else None.

        Somebody with thousands of words astray needs no more hints: from then on only case and signs are forgiven.
        """
        return self.mistyped(word) or self._find_start(_fold(word))

    def mistyped(self, word: str) -> str | None:
        """The result whose word differs only in case and signs, or in a letter or two; else None."""
        folded = _fold(word)
        if not folded or len(folded) > _LONGEST or len(folded) not in self._lengths:
            return None
        found = self._folded.get(folded) or self._find_alike(word, folded)
        return found or (self._find_mistyped(folded) if self._searched < _PATIENCE else None)

    def _find_alike(self, word: str, folded: str) -> str | None:
        """The result whose word looks the same in letters of other scripts; None without one."""
        if self._alike is None:
            self._alike = {_fold_alike(known): result for known, result in self._words if not known.isascii()}
        if word.isascii():
            return self._alike.get(folded)
        alike = _fold_alike(word)
        return self._folded.get(alike) or self._alike.get(alike)

    def _find_mistyped(self, folded: str) -> str | None:
        self._searched += 1
        if self._mistyped is None:
            self._mistyped = {}
            for known in self._folded:
                for shorter in _shorten(known, self._depth):
                    self._mistyped.setdefault(shorter, []).append(known)
        shortened = (self._mistyped.get(shorter, ()) for shorter in _shorten(folded, self._depth))
        alike = dict.fromkeys(islice(chain.from_iterable(shortened), _FEW))
        limit = 2 if self._depth > 1 and len(folded) > 5 else 1
        slips = {known: _count_slips(folded, known) for known in islice(alike, _TRIED)}
        near = [known for known in slips if slips[known] <= limit]
        return self._folded[min(near, key=slips.__getitem__)] if near else None

    def _find_start(self, folded: str) -> str | None:
        if not 3 <= len(folded) <= _LONGEST or len(self._words) > _FEW:
            return None
        alike = {result for known, result in self._folded.items() if known.startswith(folded) or _starts(folded, known)}
        return alike.pop() if len(alike) == 1 else None


def _count_slips(left: str, right: str) -> int:
    """How many letters are wrong, missing, too many, or have changed places with their neighbours."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, letter in enumerate(left):
        older, before, row = before, row, [i + 1]
        for j, other in enumerate(right):
            slips = min(before[j + 1] + 1, row[j] + 1, before[j] + (letter != other))
            if i and j and letter == right[j - 1] and left[i - 1] == other:
                slips = min(slips, older[j - 1] + 1)
            row.append(slips)
    return row[-1]


def _starts(folded: str, known: str) -> bool:
    return len(known) >= 3 and folded.startswith(known)


def _fold(word: str) -> str:
    if len(word) > 4 * _LONGEST:
        return word
    plain = unicodedata.normalize("NFKC", word).casefold()
    return "".join(character for character in plain if character.isalnum())


def _fold_alike(word: str) -> str:
    from negmatrix.letters import as_latin

    return _fold(as_latin(word))


def _shorten(word: str, depth: int) -> Iterator[str]:
    """The word, and what is left of it without one letter, or two where the word is long enough to bear it."""
    yield word
    if len(word) > _LONGEST or len(word) < 4:
        return
    once = [word[:i] + word[i + 1 :] for i in range(len(word))]
    yield from once
    if depth > 1 and len(word) > 5:
        yield from (short[:i] + short[i + 1 :] for j, short in enumerate(once) for i in range(j, len(short)))


def find_nearest(word: str, known: Iterable[str]) -> str | None:
    """The nearest of some known words; see `Known.nearest`."""
    return Known((other, other) for other in known).nearest(word)


def suggest(nearest: str | None, word: str = "") -> str:
    """The words under the caret that name it, and what sets `word` apart from it if nobody can see that; empty without one."""
    if not nearest:
        return ""
    asked = f"did you mean '{nearest}'?"
    if word.isascii() and nearest.isascii():
        return asked
    from negmatrix.letters import tell_apart

    return f"{asked} {tell_apart(word, nearest)}".rstrip()
