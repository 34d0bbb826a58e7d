"""Who and what a talks knows, to tell what a reference may have meant."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from negmatrix.diagnostics import Diagnostic, Related, error, quote, tell_known
from negmatrix.model.talks import Talks
from negmatrix.nearest import Known, suggest
from negmatrix.source import NOWHERE, Text


class Roll:
    """A section's ids with the words that lead to them; what serves suggestions is built at the first mistake."""

    def __init__(self, code: str, thing: str, section: str, words: Callable[[], Iterable[tuple[str, Text]]]) -> None:
        self.code = code
        self.thing = thing
        self.section = section
        self._words = words
        self._known: Known | None = None
        self._ids: dict[str, Text] = {}

    def unknown(self, word: Text, *shorter: str) -> Diagnostic:
        """What to say of a word that is no id here; `shorter` are parts of it that may have been meant."""
        if self._known is None:
            words = list(self._words())
            self._known = Known(words)
            self._ids = {id_: id_ for _, id_ in words}
        nearest = next((found for part in (word, *shorter) if (found := self._known.nearest(part))), None)
        message = f"{quote(word)} is not {self.thing} of these talks"
        return error(self.code, message, word.at, suggest(nearest, word) or self._list_known(), self._point_at(nearest))

    def _list_known(self) -> str:
        if not self._ids:
            return f"nothing is listed under '{self.section}'"
        return tell_known(self._ids)

    def _point_at(self, nearest: str | None) -> tuple[Related, ...]:
        listed = self._ids.get(nearest) if nearest else None
        return (Related(listed.at, "it is listed here"),) if listed is not None and listed.source is not NOWHERE else ()


def party_roll(talks: Talks) -> Roll:
    """The parties, by id, name and alias."""

    def words() -> Iterator[tuple[str, Text]]:
        yield from ((party.id, party.id) for party in talks.parties.values())
        yield from ((word, party.id) for party in talks.parties.values() for word in (party.name, *party.aliases))

    return Roll("unknown-party", "a party", "parties", words)


def issue_roll(talks: Talks) -> Roll:
    """The issues, by id and title."""
    return _titled("unknown-issue", "an issue", "issues", {issue.id: issue.title for issue in talks.issues.values()})


def round_roll(talks: Talks) -> Roll:
    """The rounds, by id and title."""
    return _titled("unknown-round", "a round", "rounds", {round_.id: round_.title for round_ in talks.rounds.values()})


def source_roll(talks: Talks) -> Roll:
    """The sources, by id."""
    return _titled("unknown-source", "a source", "sources", {source.id: source.id for source in talks.sources.values()})


def _titled(code: str, thing: str, section: str, titles: Mapping[Text, Text]) -> Roll:
    def words() -> Iterator[tuple[str, Text]]:
        yield from ((id_, id_) for id_ in titles)
        yield from ((title, id_) for id_, title in titles.items())

    return Roll(code, thing, section, words)
