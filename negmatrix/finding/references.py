"""References to talks, as people type them: `data/paris.yaml`, `paris@geneva`, `HEAD~3:data/paris.yaml`, `-`."""

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from negmatrix.diagnostics import Diagnostic
from negmatrix.finding import files
from negmatrix.finding.lost import LostError
from negmatrix.source import SourceText
from negmatrix.syntax import decode_text


class Found(NamedTuple):
    """A talks that was found: what to call it, its texts, what is wrong with their bytes, and the round asked for.

    `named` tells whether the user pointed at it; `paths` are its files on this machine.
    """

    name: str
    texts: list[SourceText]
    problems: list[Diagnostic]
    round: str | None
    named: bool
    paths: tuple[Path, ...]


Load: TypeAlias = Callable[[], Found]
"""Reads a talks that was found; LostError when it cannot be read."""


def find_every_talks(references: Sequence[str]) -> list[Found]:
    """Every talks that the references point at, where a folder stands for all talks in it; without any, the default.
    LostError when one of them cannot be read.
    """
    return [load() for load in _seek_every(references)]


def find_readable_talks(references: Sequence[str]) -> tuple[list[Found], list[LostError]]:
    """The same, and why others cannot be read."""
    tried = list(map(_try, _seek_every(references)))
    return [one for one in tried if isinstance(one, Found)], [one for one in tried if isinstance(one, LostError)]


def _try(load: Load) -> Found | LostError:
    try:
        return load()
    except LostError as fault:
        return fault


def _seek_every(references: Sequence[str]) -> list[Load]:
    if references:
        return [load for reference in references for load in _seek(reference)]
    wish = os.environ.get("NEGMATRIX_TALKS")
    if wish and wish.startswith("@"):
        raise LostError(f"NEGMATRIX_TALKS is '{wish}', a round: name the talks")
    if wish:
        return [_change(load, named=False) for load in _seek(wish)]
    return [partial(_load, path, None, named=False) for path in _default_paths()]


def _change(load: Load, **changes: Any) -> Load:
    """What reads the same talks, found in another way."""
    return lambda: load()._replace(**changes)


def find_one_talks(reference: str | None) -> Found:
    """The one talks that a reference points at; LostError, with a list, when there are several."""
    found = find_talks(reference) if reference else find_every_talks(())
    if len(found) > 1:
        names = ", ".join(other.name for other in found)
        raise LostError(f"one talks is needed, and {len(found)} were found: {names}", "name one of them")
    return found[0]


def is_revision(reference: str) -> bool:
    """Whether a reference is written as REV:PATH."""
    _, colon, path = reference.partition(":")
    return bool(colon and path)


def find_talks(reference: str) -> list[Found]:
    """The talks that one reference points at. An existing path wins over every other reading of it."""
    return [load() for load in _seek(reference)]


def _seek(reference: str) -> list[Load]:
    path = Path(reference)
    if reference == "-":
        return [lambda: _decode("standard input", [("-", files.read_standard_input())], None)]
    if not reference:
        raise LostError("an empty name points at no talks")
    if _exists(path):
        return _at_path(path, None)
    before, at, round_id = reference.rpartition("@")
    if at and (not is_revision(reference) or (before and _exists(Path(before)))):
        return _in_round(before, round_id)
    if is_revision(reference):
        return [partial(_in_revision, reference)]
    from negmatrix.finding.called import find_called

    return [partial(_load, find_called(reference), None)]


def _in_round(before: str, round_id: str) -> list[Load]:
    if not round_id:
        raise LostError(f"'{before}@' names no round")
    if "@" in before and not _exists(Path(before)):
        raise LostError(f"'{before}@{round_id}' names two rounds: name one")
    found = _seek(before) if before else _seek_every(())
    return [_change(load, round=round_id) for load in found]


def _in_revision(reference: str) -> Found:
    revision, _, path = reference.partition(":")
    file, at, round_id = path.rpartition("@")
    if at and "/" not in round_id and not round_id.endswith(files.ENDINGS):
        reference, path = f"{revision}:{file}", file
    else:
        round_id = ""
    from negmatrix.finding.revisions import read_revision

    revised = [(one.name, one.content) for one in read_revision(reference)]
    return _decode(reference, revised, round_id or None)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _at_path(path: Path, round_id: str | None) -> list[Load]:
    if not path.is_dir() or files.is_talks_folder(path):
        return [partial(_load, path, round_id)]
    inside = files.talks_in(path)
    if not inside:
        raise LostError(f"the folder '{path}' holds no talks: no file in it has a top-level 'talks'")
    return [partial(_load, one, round_id) for one in inside]


def _load(path: Path, round_id: str | None, *, named: bool = True) -> Found:
    paths = files.files_of_talks(path) if path.is_dir() else [path]
    contents = files.read_files(str(path), paths)
    return _decode(str(path), zip(map(str, paths), contents, strict=True), round_id)._replace(
        named=named, paths=tuple(paths)
    )


def _decode(name: str, contents: Iterable[tuple[str, bytes]], round_id: str | None) -> Found:
    texts: list[SourceText] = []
    problems: list[Diagnostic] = []
    for file, content in contents:
        text, faults = decode_text(file, content)
        texts += [text] if text else []
        problems += faults
    return Found(name, texts, problems, round_id, named=True, paths=())


def _default_paths() -> list[Path]:
    if files.is_talks_folder(Path()):
        return [Path()]
    for folder in (Path(), Path("data")):
        if folder.is_dir() and (inside := files.talks_in(folder)):
            return inside
    raise LostError("there is no talks here, nor in ./data: name a file, or make one with 'negmatrix init'")
