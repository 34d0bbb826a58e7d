"""Names for the TAB key: talks, rounds, parties, issues and topics of the talks already named on the line."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import typer


def complete_talks(incomplete: str) -> list[str]:
    """Talks found here, by their stems, and once one is named with `@`, its rounds."""
    name, at, _ = incomplete.rpartition("@")
    if at:
        rounds = _of_talks([name] if name else [], lambda talks: talks.rounds)
        return _begun(incomplete, [f"{name}@{round_}" for round_ in rounds])
    return _begun(incomplete, [Path(found.name).stem for found in _find([])])


def _begun(incomplete: str, names: Iterable[str]) -> list[str]:
    """The names that begin so; one that no shell can show is left out."""
    return [name for name in names if name.startswith(incomplete) and name.isprintable()]


def _find(words: list[str]) -> list[Any]:
    """What some words point at, without those that point at nothing; standard input is not waited for."""
    from negmatrix.finding.lost import LostError
    from negmatrix.finding.references import find_readable_talks

    found: list[Any] = []
    for references in [[word] for word in words if word != "-"] if words else [[]]:
        with suppress(LostError):
            found += find_readable_talks(references)[0]
    return found


def _of_talks(references: list[str], names: Callable[[Any], Iterable[str]]) -> list[str]:
    """What every talks that can be read has of something; a talks that cannot be found completes to nothing."""
    from negmatrix.reading import read_talks

    read = [read_talks(found.texts).talks for found in _find(references)]
    return list(dict.fromkeys(str(name) for talks in read if talks for name in names(talks)))


def _named(ctx: typer.Context) -> list[str]:
    """The words that may name talks: behind an option that still lacks its value, Click leaves all of them unsorted."""
    named = ctx.params.get("talks") or ctx.args
    return [named] if isinstance(named, str) else list(named)


def _completer(names: Callable[[Any], Iterable[str]]) -> Callable[[typer.Context, str], list[str]]:
    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        return _begun(incomplete, _of_talks(_named(ctx), names))

    return complete


complete_rounds = _completer(lambda talks: talks.rounds)
complete_parties = _completer(lambda talks: talks.parties)
complete_issues = _completer(lambda talks: talks.issues)
complete_proposals = _completer(lambda talks: talks.proposals)
complete_topics = _completer(lambda talks: [issue.topic for issue in talks.issues.values() if issue.topic])


def complete_codes(incomplete: str) -> list[str]:
    """Codes of problems."""
    from negmatrix.explanations import codes

    return _begun(incomplete, codes())


def complete_kinds(incomplete: str) -> list[str]:
    """Kinds of change."""
    from negmatrix.analysis.changes import Kind

    names = [kind.value.replace(" ", "-") for kind in Kind]
    return [name for name in names if name.startswith(incomplete)]


def complete_mapping(incomplete: str) -> list[str]:
    """Fields that a column can be mapped to, once its name and `=` are there."""
    from negmatrix.importing.columns import ROLES

    column, equals, begun = incomplete.rpartition("=")
    return [f"{column}={role}" for role in ROLES if equals and role.startswith(begun)]
