"""The ground of a view: a talks, made public and narrowed where that is asked for, in one round."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias, TypeVar

from negmatrix.analysis.narrowing import narrow
from negmatrix.api.view import View
from negmatrix.document import Document
from negmatrix.finding.filters import find_narrowing
from negmatrix.finding.rounds import find_round
from negmatrix.model.standing import Standing, standing_in
from negmatrix.model.talks import Talks

ResultT = TypeVar("ResultT")
Names: TypeAlias = str | Sequence[str]
"""One name or several; none for all."""


class Wish(NamedTuple):
    """What is asked of any view: names of topics, issues and parties, and whether it is for the public."""

    topics: Names
    issues: Names
    parties: Names
    public: bool

    def lists(self) -> dict[str, list[str]]:
        """The names, each kind as a list."""
        return {
            name: [words] if isinstance(words, str) else [*words]
            for name, words in zip(self._fields, self[:3], strict=False)
        }

    def record(self, result: Mapping[str, Any]) -> dict[str, Any]:
        """A result's JSON with what is said of the wish: the filter before it, and that it is public behind it."""
        named = {name: words for name, words in self.lists().items() if words}
        return ({"filter": named} if named else {}) | dict(result) | ({"public": True} if self.public else {})

    def name(self, talks: Talks) -> str:
        """What a talks was read from or, where that is not to be known, its title."""
        return talks.title if self.public else talks.title.source.name or talks.title

    def publish(self, talks: Talks) -> Talks:
        """The talks or, where that is asked for, its public version."""
        if not self.public:
            return talks
        from negmatrix.analysis.redaction import redact

        return redact(talks)

    def narrow(self, *all_talks: Talks) -> list[Talks]:
        """What is left of each talks; LostError for a name that none of them has."""
        lists = self.lists()
        if not any(lists.values()):
            return [*all_talks]
        narrowing = find_narrowing(all_talks, **lists)
        return [narrow(talks, *narrowing) for talks in all_talks]

    def view(
        self,
        command: str,
        result: ResultT,
        show: Callable[[ResultT], Document],
        record: Callable[[ResultT], Mapping[str, Any]],
    ) -> View[ResultT]:
        """The view of a result that was measured so."""
        shown = _show_publicly(show) if self.public else show
        return View(command, result, shown, lambda result: self.record(record(result)))


class Scene(NamedTuple):
    """What is left of a talks, what stands in its round, and the talks before it was narrowed."""

    talks: Talks
    standing: Standing
    whole: Talks


def set_scene(talks: Talks, round_: str | None, wish: Wish) -> Scene:
    """The ground on which a view is measured; LostError for a round or name that the talks do not have."""
    whole = wish.publish(talks)
    (left,) = wish.narrow(whole)
    return Scene(left, standing_in(left, find_round(left, round_).id), whole)


def _show_publicly(show: Callable[[ResultT], Document]) -> Callable[[ResultT], Document]:
    from negmatrix.views.public import mark_public

    return lambda result: mark_public(show(result))
