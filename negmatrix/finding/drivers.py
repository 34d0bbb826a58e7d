"""What git tells its external diff driver, and git's own text diff for what is no talks."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from negmatrix.finding.files import is_talks_folder, looks_like_talks, read_file
from negmatrix.finding.lost import LostError
from negmatrix.finding.revisions import run_git
from negmatrix.source import SourceText
from negmatrix.syntax.decoding import decode_text


class Driven(NamedTuple):
    """A changed file: its path before and after, and the files that hold its contents (None: there was, or is, none)."""

    name_before: str
    name_after: str
    before: Path | None
    after: Path | None


def read_driven(arguments: Sequence[str]) -> Driven | None:
    """The file of a call with 7 words (or 9, with a rename); None for one word: a path that is not merged.

    LostError for any other number. See GIT_EXTERNAL_DIFF in git(1).
    """
    if len(arguments) == 1:
        return None
    if len(arguments) not in (7, 9):
        raise LostError("git-diff is called by git, with 1, 7 or 9 words: set it up as the README says")
    path, old, _, _, new = arguments[:5]
    renamed = arguments[7] if len(arguments) == 9 else path
    return Driven(path, renamed, _file(old), _file(new))


def _file(path: str) -> Path | None:
    return None if path == os.devnull else Path(path)


class NotTalksError(Exception):
    """Why a changed file is shown as git's own text diff."""


def read_version(name: str, file: Path | None) -> SourceText | None:
    """One version of a changed file; None when there is none. NotTalksError for what is no talks by itself."""
    if file is None:
        return None
    try:
        content = read_file(file)
    except LostError as fault:
        raise NotTalksError(str(fault)) from fault
    if _is_part(Path(name)):
        raise NotTalksError("is part of a talks in a folder")
    if not looks_like_talks(content):
        raise NotTalksError("is not a talks")
    text, problems = decode_text(name, content)
    if text is None:
        raise NotTalksError(f"does not read: {problems[0].message}")
    return text


def _is_part(path: Path) -> bool:
    """Whether a folder above the file, as far up as the work tree goes, is a talks."""
    return any(is_talks_folder(folder) for folder in path.parents)


def write_text_diff(driven: Driven) -> list[str]:
    """Git's own diff of the two versions, under the names that git knows them by.

    Git is asked outside of the repository, whose filters would be run else.
    """
    names = [
        f"{mark} {side}/{name}" if file else f"{mark} {os.devnull}"
        for mark, side, name, file in (
            ("---", "a", driven.name_before, driven.before),
            ("+++", "b", driven.name_after, driven.after),
        )
    ]
    files = [file for file in (driven.before, driven.after) if file]
    hunks = _ask_hunks(driven) if all(file.is_file() for file in files) else ""
    return [*names, *(hunks.splitlines() or ["(binary, or nothing but its mode)"])]


def _ask_hunks(driven: Driven) -> str:
    files = [str(file.absolute()) if file else os.devnull for file in (driven.before, driven.after)]
    words = ("diff", "--no-index", "--no-ext-diff", "--no-textconv", "--no-color", "--", *files)
    _, hunk, body = run_git(*words, outside=True).stdout.partition(b"\n@@ ")
    return (hunk + body).removeprefix(b"\n").decode("utf-8", "backslashreplace")
