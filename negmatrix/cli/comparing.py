"""The two sides of a comparison, from what the user named: both, one or none of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from negmatrix.analysis.changes import Kind, Side
from negmatrix.analysis.narrowing import narrow
from negmatrix.cli.loading import Loaded, load_one
from negmatrix.cli.wishes import Filter
from negmatrix.finding.filters import find_narrowing
from negmatrix.finding.lost import lost
from negmatrix.finding.references import find_one_talks
from negmatrix.finding.rounds import find_round, find_round_before

Sides: TypeAlias = tuple[Side, Side]


def load_sides(before: str | None, after: str | None, *, public: bool = False) -> tuple[Sides, list[Path]]:
    """Both sides, and the files that they were read from.

    None named: the last two rounds of the talks found here. One named: its last two rounds or, when it names a round,
    that round and the one before it. Two named: these, and a bare `@ROUND` after a talks is a round of that talks.
    LostError where there is only one round to compare.
    """
    earlier = load_one(before, public=public)
    if after is None:
        return _within(earlier), [*earlier.found.paths]
    if after.startswith("@") and before and not before.startswith("@"):
        later = earlier._replace(found=earlier.found._replace(round=after[1:]))
    else:
        later = _load_beside(earlier, after, public=public)
    return (_side(earlier), _side(later)), [*earlier.found.paths, *later.found.paths]


def _load_beside(earlier: Loaded, after: str, *, public: bool) -> Loaded:
    """The later side; a talks that is named twice is read once, so that both sides are rounds of one talks."""
    found = find_one_talks(after)
    if found.paths and found.paths == earlier.found.paths and (found.round or earlier.found.round):
        return Loaded(found._replace(name=earlier.found.name), earlier.talks)
    return load_one(after, public=public)


def _side(loaded: Loaded) -> Side:
    wanted = loaded.found.round
    return (
        _side_in(loaded, find_round(loaded.talks, wanted).id) if wanted else Side(loaded.talks, None, loaded.found.name)
    )


def _side_in(loaded: Loaded, round_id: str) -> Side:
    return Side(loaded.talks, round_id, f"{loaded.found.name}@{round_id}")


def _within(loaded: Loaded) -> Sides:
    later = find_round(loaded.talks, loaded.found.round).id
    before = find_round_before(loaded.talks, later, loaded.found.name)
    return _side_in(loaded, before.id), _side_in(loaded, later)


def narrow_sides(sides: Sides, wanted: Filter) -> Sides:
    """Both sides with what the filter leaves of them; LostError for a name that neither has."""
    if not any(wanted):
        return sides
    narrowing = find_narrowing([side.talks for side in sides], *wanted)
    first, second = sides
    earlier = narrow(first.talks, *narrowing)
    later = earlier if second.talks is first.talks else narrow(second.talks, *narrowing)
    return first._replace(talks=earlier), second._replace(talks=later)


def find_kinds(words: Sequence[str]) -> frozenset[Kind]:
    """The kinds of change that words name, with blanks or with `-` between them; LostError for one that is none."""
    known = {kind.value.replace(" ", "-"): kind for kind in Kind}
    wanted = [word.strip().replace(" ", "-") for words_ in words for word in words_.split(",")]
    for word in wanted:
        if word not in known:
            raise lost("kind of change", word, list(known))
    return frozenset(known[word] for word in wanted)
