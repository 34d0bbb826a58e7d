"""What is wrong, where, and what to do about it: a problem is a value."""

from collections.abc import Collection, Iterable
from enum import Enum
from itertools import islice
from typing import NamedTuple

from negmatrix.source import Span


class Severity(Enum):
    """An error keeps numbers from being computed; a warning fails `check --strict`; a note never fails."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Related(NamedTuple):
    """Another place that the problem is about, and what stands there."""

    at: Span
    message: str


class Diagnostic(NamedTuple):
    """One problem.

    `code` names the fault in kebab case; `message` is one sentence, with the words at fault in quotes;
    `label` stands under the caret ("did you mean 'ukraine'?"); `repeats` are further places of the same cause.
    """

    code: str
    severity: Severity
    message: str
    at: Span
    label: str = ""
    related: tuple[Related, ...] = ()
    repeats: tuple[Span, ...] = ()


def error(code: str, message: str, at: Span, label: str = "", related: tuple[Related, ...] = ()) -> Diagnostic:
    """A problem that must be mended before anything is computed."""
    return Diagnostic(code, Severity.ERROR, message, at, label, related)


def warning(code: str, message: str, at: Span, label: str = "", related: tuple[Related, ...] = ()) -> Diagnostic:
    """A problem that is most likely a mistake."""
    return Diagnostic(code, Severity.WARNING, message, at, label, related)


def note(code: str, message: str, at: Span, label: str = "", related: tuple[Related, ...] = ()) -> Diagnostic:
    """Something worth knowing that may well be meant."""
    return Diagnostic(code, Severity.NOTE, message, at, label, related)


MOST_OF_A_CODE = 5_000


class Problems:
    """Problems as they are found: of each code the first five thousand, the others counted. A file in which every word is
    wrong would else take a hundred times its size, and nobody reads on.
    """

    def __init__(self) -> None:
        self._told: list[Diagnostic] = []
        self._counts: dict[str, int] = {}
        self._last: dict[str, Diagnostic] = {}

    def append(self, problem: Diagnostic) -> None:
        """Put down a problem."""
        count = self._counts[problem.code] = self._counts.get(problem.code, 0) + 1
        if count <= MOST_OF_A_CODE:
            self._told.append(problem)
        else:
            self._last[problem.code] = problem

    def __iadd__(self, problems: Iterable[Diagnostic]) -> "Problems":
        """Put down several."""
        for problem in problems:
            self.append(problem)
        return self

    def full(self, code: str) -> bool:
        """Whether no more problems of a code are told one by one."""
        return self._counts.get(code, 0) >= MOST_OF_A_CODE

    def told(self) -> list[Diagnostic]:
        """The problems in the order found and, for each code of which there are more, how many, at the last of them."""
        return [*self._told, *(self._tell_more(last) for last in self._last.values())]

    def _tell_more(self, last: Diagnostic) -> Diagnostic:
        more = self._counts[last.code] - MOST_OF_A_CODE
        message = f"{more} more of these are not told one by one, this the last of them"
        return Diagnostic(last.code, last.severity, message, last.at)


_LONGEST_QUOTE = 40
_MOST_LISTED = 12


def quote(words: str) -> str:
    """Words at fault, in quotes, on one line and cut to 40 characters."""
    return f"'{_cut(words)}'"


def list_some(names: Collection[str]) -> str:
    """The first dozen of some names, each cut to 40 characters, and how many more there are."""
    more = len(names) - _MOST_LISTED
    return ", ".join(map(_cut, islice(names, _MOST_LISTED))) + (f" and {more} more" if more > 0 else "")


def tell_known(names: Collection[str], *, every: bool = False) -> str:
    """Which names there are, as words under a caret: a dozen of them, or `every` one."""
    return f"known {'is' if len(names) == 1 else 'are'} {', '.join(names) if every else list_some(names)}"


def _cut(words: str) -> str:
    line = " ".join(words[: 4 * _LONGEST_QUOTE].split()) if not words.isprintable() else words
    return line if len(line) <= _LONGEST_QUOTE else f"{line[: _LONGEST_QUOTE - 1]}…"


def fold_repeats(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Problems in the order of files and places, those with the same code and message as one with its further places."""
    by_cause: dict[tuple[str, str], list[Diagnostic]] = {}
    for problem in sorted(problems, key=_place):
        by_cause.setdefault((problem.code, problem.message), []).append(problem)
    return [_fold(same) for same in by_cause.values()]


def _fold(same: list[Diagnostic]) -> Diagnostic:
    """The first, with the places of the others; one that already tells of several keeps them."""
    first, *others = same
    if not others:
        return first
    places = [*first.repeats, *(at for other in others for at in (other.at, *other.repeats))]
    return first._replace(repeats=tuple(sorted(places, key=lambda at: (at.source.name, at.start))))


def _place(problem: Diagnostic) -> tuple[str, int, int, str]:
    return (problem.at.source.name, problem.at.start, problem.at.end, problem.code)
