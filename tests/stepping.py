"""Steps of made-up and of real talks from one round to another."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from negmatrix.analysis.changes import Changes, Side, measure_changes
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.source import SourceText

DATA = sorted((Path(__file__).parent.parent / "data").glob("*.yaml"))


def read(path: Path) -> Talks:
    talks = read_talks([SourceText(path.name, path.read_text(encoding="utf-8"))]).talks
    assert talks is not None
    return talks


def diff(talks: Talks, before: str, after: str) -> Changes:
    return measure_changes(Side(talks, before, "a"), Side(talks, after, "b"))


def steps_of_data() -> Iterator[tuple[Talks, str, str]]:
    for path in DATA:
        talks = read(path)
        ids = [*talks.rounds]
        yield from ((talks, before, after) for before, after in [*pairwise(ids), (ids[0], ids[-1])])


def ends(talks: Talks) -> tuple[str, str]:
    ids = [*talks.rounds]
    return ids[0], ids[-1]
