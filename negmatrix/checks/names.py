"""Other names of what is listed: aliases, and ids of earlier files."""

from collections.abc import Iterable, Iterator

from negmatrix.diagnostics import Diagnostic, Related, error, quote, warning
from negmatrix.model.scales import Level, Levels, Options, Scale
from negmatrix.model.talks import Talks
from negmatrix.source import Text


def check_aliases_free(talks: Talks) -> Iterator[Diagnostic]:
    """An alias is no other party's id, name or alias, so that it always leads to one party."""
    owners: dict[str, tuple[Text, Text]] = {party.id: (party.id, party.id) for party in talks.parties.values()}
    for party in talks.parties.values():
        owners.setdefault(party.name, (party.id, party.name))
    for party in talks.parties.values():
        for alias in party.aliases:
            owner, word = owners.setdefault(alias, (party.id, alias))
            if owner != party.id:
                message = f"{quote(alias)} leads to {quote(owner)} already"
                seen = Related(word.at, f"{quote(owner)} has it here")
                yield error("alias-in-use", message, alias.at, "take another alias", (seen,))


def check_names_apart(talks: Talks) -> Iterator[Diagnostic]:
    """Each party has a name of its own, so that tables tell them apart and a name leads to one party."""
    owners: dict[str, tuple[Text, Text]] = {}
    for party in talks.parties.values():
        owner, name = owners.setdefault(_drop_unseen(party.name), (party.id, party.name))
        if owner != party.id:
            message = f"{quote(party.id)} has the same name as {quote(owner)}: {quote(name)}"
            seen = Related(name.at, f"{quote(owner)} is called so here")
            label = _tell_unseen(party.name) or _tell_unseen(name) or "give it a name of its own"
            yield warning("same-name", message, party.name.at, label, (seen,))


_FILLERS = "\u034f\u115f\u1160\u2800\u3164\uffa0"
"""Characters that count as printable, and of which nothing is seen."""


def _drop_unseen(name: str) -> str:
    """The name as it is seen."""
    return name if name.isascii() else "".join(sign for sign in name if sign.isprintable() and sign not in _FILLERS)


def _tell_unseen(name: str) -> str:
    unseen = next((sign for sign in name if not sign.isprintable() or sign in _FILLERS), "")
    return f"the names differ in U+{ord(unseen):04X}, of which nothing is seen: delete it" if unseen else ""


def check_was_free(talks: Talks) -> Iterator[Diagnostic]:
    """`was` gives the id that a party, an issue or a level had in an earlier file: an id that nothing of its kind has
    in this one.
    """
    yield from _was_in_use((party.id, party.was) for party in talks.parties.values())
    yield from _was_in_use((issue.id, issue.was) for issue in talks.issues.values())
    for scale in _all_scales(talks):
        yield from _was_in_use((level.name, level.was) for level in _steps(scale))


def _all_scales(talks: Talks) -> Iterator[Scale]:
    yield from talks.scales.values()
    for issue in talks.issues.values():
        if issue.scale is not None and issue.scale_id is None:
            yield issue.scale


def _steps(scale: Scale) -> tuple[Level, ...]:
    if isinstance(scale, Levels):
        return scale.levels
    return scale.options if isinstance(scale, Options) else ()


def _was_in_use(named: Iterable[tuple[Text, Text | None]]) -> Iterator[Diagnostic]:
    renamed = list(named)
    if not any(was for _, was in renamed):
        return
    now = {name: name for name, _ in renamed}
    before: dict[str, Text] = {}
    for _, was in renamed:
        if was is None:
            continue
        seen = now.get(was) or before.get(was)
        if seen is not None:
            message = f"{quote(was)} cannot be an earlier id: it is in use in this file"
            yield error("was-in-use", message, was.at, "delete it", (Related(seen.at, "it stands here"),))
        before.setdefault(was, was)
