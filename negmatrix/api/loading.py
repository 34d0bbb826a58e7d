"""From what the caller points at to talks without errors, or to all that is wrong with it."""

import os
from collections.abc import Sequence
from typing import TypeAlias

from negmatrix.checks import check_talks
from negmatrix.diagnostics import Diagnostic, Severity, fold_repeats
from negmatrix.finding.references import Found, find_every_talks, find_one_talks
from negmatrix.finding.rounds import find_round
from negmatrix.model.talks import Talks
from negmatrix.reading import Reading, read_talks
from negmatrix.source import SourceText
from negmatrix.syntax import decode_text

Reference: TypeAlias = str | os.PathLike[str]
"""A path, folder, name, NAME@ROUND or REV:PATH, as on the command line."""


class TalksError(Exception):
    r"""Talks with errors: nothing can be computed from them. The message is the errors as `negmatrix check` prints
    them, `problems` the same as values.

    >>> import negmatrix as nm
    >>> try:
    ...     nm.read("talks: Quota\nparties: [Coast, Union]\nissues: {quota: {range: [0, 9]}}\npositions: {kuota: {Coast: 1}}")
    ... except nm.TalksError as error:
    ...     print(error)
    text:4:13: error: 'kuota' is not an issue of these talks [unknown-issue]
      |
    4 | positions: {kuota: {Coast: 1}}
      |             ^^^^^ did you mean 'quota'?
      |
    3 | issues: {quota: {range: [0, 9]}}
      |          ----- it is listed here
    """

    def __init__(self, problems: Sequence[Diagnostic]) -> None:
        self.problems = tuple(problems)
        super().__init__(describe(self.problems))


def load(reference: Reference | None = None) -> Talks:
    """The talks that a reference points at: a path, a folder, a name (`writers`), a round of them (`writers@may`), a git
    revision (`HEAD~3:data/writers.yaml`); None means the talks found here or in `data`.

    With a round the talks end there: it is the latest, and later rounds and what they tabled are left out. Warnings and
    notes are for `check`. Raises TalksError for talks with errors, and LostError where nothing, or more than one talks,
    is found.

    >>> import negmatrix as nm
    >>> talks = nm.load("data/writers.yaml")
    >>> talks.title, [*talks.rounds][-1]
    ('Writers and studios 2023', 'deal')
    >>> [*nm.load("writers@may").rounds][-1]
    'may'
    """
    found = find_one_talks(None if reference is None else os.fspath(reference))
    talks = _without_errors(*_read(found))
    return _end_in(talks, find_round(talks, found.round).id) if found.round else talks


def read(text: str, name: str = "text") -> Talks:
    """The talks that a text holds; `name` is what its problems call it. Raises TalksError for talks with errors.

    >>> import negmatrix as nm
    >>> talks = nm.read('''
    ... talks: Fishing quota
    ... parties: [Coast, Union]
    ... issues: {quota: {title: Yearly quota, range: [0, 100]}}
    ... positions: {quota: {Coast: 40, Union: 70}}
    ... ''')
    >>> [*talks.parties]
    ['Coast', 'Union']
    """
    return _without_errors(*_read_text(text, name))


def check(reference: Reference | None = None) -> list[Diagnostic]:
    """All problems of the talks that a reference points at (of a folder: of every talks in it), errors, warnings and
    notes, in the order of their places. Raises LostError where nothing is found.

    >>> import negmatrix as nm
    >>> {problem.code for problem in nm.check("data/paris.yaml")}
    {'silent-issue'}
    """
    references = [] if reference is None else [os.fspath(reference)]
    return [problem for found in find_every_talks(references) for problem in _read(found)[1]]


def check_text(text: str, name: str = "text") -> list[Diagnostic]:
    """The same for a text.

    >>> import negmatrix as nm
    >>> [(problem.code, *problem.at.first) for problem in nm.check_text("talks: T")]
    [('missing-field', 1, 1), ('missing-field', 1, 1)]
    """
    return _read_text(text, name)[1]


def describe(problems: Sequence[Diagnostic]) -> str:
    r"""Problems as `negmatrix check` prints them: each with the lines that it is about, a caret, and its cure.

    >>> import negmatrix as nm
    >>> problems = nm.check_text("talks: Quota\nparties: [Coast, Union]\nisues: {quota: Yearly quota}")
    >>> print(nm.describe([problem for problem in problems if problem.severity is nm.Severity.ERROR]))
    text:3:1: error: 'isues' is not a field of these talks [unknown-field]
      |
    3 | isues: {quota: Yearly quota}
      | ^^^^^ did you mean 'issues'?
    """
    from negmatrix.writers.problems import show_problems
    from negmatrix.writers.terminal.looks import Looks

    return "\n".join("".join(text for text, _ in line) for line in show_problems(problems, Looks()))


def _read(found: Found) -> tuple[Reading, list[Diagnostic]]:
    """What could be read of it, and all that is wrong with it."""
    reading = read_talks(found.texts)
    sense = check_talks(reading.talks) if reading.talks is not None else []
    return reading, fold_repeats(found.problems + reading.problems + sense)


def _read_text(text: str, name: str) -> tuple[Reading, list[Diagnostic]]:
    source, problems = decode_text(name, text.encode("utf-8", "surrogatepass"))
    texts: list[SourceText] = [source] if source else []
    return _read(Found(name, texts, problems, None, named=True, paths=()))


def _without_errors(reading: Reading, problems: Sequence[Diagnostic]) -> Talks:
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors or reading.talks is None:
        raise TalksError(errors)
    return reading.talks


def _end_in(talks: Talks, round_id: str) -> Talks:
    """The talks up to a round. Proposals of later rounds are not made yet, and none is overtaken by a later one."""
    ids = list(talks.rounds)
    kept = ids[: ids.index(round_id) + 1]
    made = {key: one for key, one in talks.proposals.items() if one.round is None or one.round in kept}
    return talks._replace(
        rounds={key: talks.rounds[key] for key in kept},
        proposals={key: one if one.until in kept else one._replace(until=None) for key, one in made.items()},
    )
