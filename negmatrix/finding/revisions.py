"""Files in git's past. Git is asked for objects only: no hook, filter, pager or transport of the repository is run."""

import os
import re
import subprocess
from pathlib import Path
from typing import NamedTuple

from negmatrix.finding.files import ENDINGS, MAX_FILES, check_count, check_together
from negmatrix.finding.lost import LostError
from negmatrix.syntax.decoding import MAX_BYTES

_SAFE = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
_QUIET = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",  # for a git that knows no GIT_NO_LAZY_FETCH: an object that is missing is not fetched
}

_OF_REPOSITORY = frozenset(
    f"GIT_{name}"
    for name in ("DIR", "COMMON_DIR", "WORK_TREE", "INDEX_FILE", "OBJECT_DIRECTORY", "ALTERNATE_OBJECT_DIRECTORIES")
)
_LOOKS_REVISED = re.compile(r"HEAD|[0-9a-f]{7,40}|[^-].*[~^][0-9]*(?:\^\{\w*\})?")
_MOST_LISTED = 4 * 1024 * 1024


class Revised(NamedTuple):
    """A file as it was in a revision."""

    name: str
    content: bytes


class _Blob(NamedTuple):
    """A file of a folder in git: its object, its path within the folder, and how many bytes it has."""

    id: bytes
    path: str
    size: int


def read_revision(reference: str) -> list[Revised]:
    """The file, or the YAML files of the folder, that REV:PATH names; LostError when there is none."""
    revision, _, path = reference.partition(":")
    if revision.startswith("-"):
        raise LostError(f"'{revision}' is not a git revision: it starts with '-'")
    kind = _find_kind(reference, revision, path)
    if kind == "tree":
        return _read_folder(reference, path)
    if kind != "blob":
        raise LostError(f"'{reference}' is a {kind}, not a file")
    _check_size(reference, int(_ask("cat-file", "-s", reference, wanted=reference)))
    return [Revised(reference, _ask("cat-file", "blob", reference, wanted=reference))]


def _find_kind(reference: str, revision: str, path: str) -> str:
    """What kind of object it is. Git reads a path from the root of the repository, unless it begins with a dot."""
    try:
        return _ask("cat-file", "-t", reference, wanted=reference).strip().decode()
    except LostError as fault:
        if not path.startswith(".") and run_git("cat-file", "-e", f"{revision}:./{path}").returncode == 0:
            raise LostError(*fault.lines, f"did you mean '{revision}:./{path}'?") from fault
        raise


def names_revision(word: str) -> bool:
    """Whether a word by itself looks like a revision, or is the name of one in this repository."""
    if _LOOKS_REVISED.fullmatch(word):
        return True
    if word.startswith("-"):
        return False
    try:
        return run_git("rev-parse", "--quiet", "--verify", f"{word}^{{commit}}").returncode == 0
    except (LostError, ValueError):  # without git there are no revisions; and no word for git has a zero byte in it
        return False


def _read_folder(reference: str, path: str) -> list[Revised]:
    base = reference.rstrip("/")
    blobs = sorted(_list_blobs(reference), key=lambda blob: blob.path)
    if all(blob.path != "talks.yaml" for blob in blobs):
        raise LostError(f"the folder '{path}' has no talks.yaml in that revision")
    check_count(reference, blobs[: MAX_FILES + 1])
    check_together(reference, sum(blob.size for blob in blobs))
    for blob in blobs:
        _check_size(f"{base}/{blob.path}", blob.size)
    contents = _read_blobs(reference, blobs)
    return [Revised(f"{base}/{blob.path}", content) for blob, content in zip(blobs, contents, strict=True)]


def _list_blobs(reference: str) -> list[_Blob]:
    """The YAML files below a folder, without dotfiles and links."""
    blobs = []
    for line in _list_folder(reference).split(b"\0")[:-1]:
        entry, _, name = line.partition(b"\t")
        mode, _, id_, size = entry.split()
        path = os.fsdecode(name)
        if mode.startswith(b"100") and path.endswith(ENDINGS) and not _has_dotfile(path):
            if not size.isdigit():
                raise LostError(f"git has no '{reference}': the object of '{path}' is missing")
            blobs.append(_Blob(id_, path, int(size)))
    return blobs


def _list_folder(reference: str) -> bytes:
    """What git lists of a folder; LostError where that never ends: a folder may hold the same one many times, and so on."""
    command = ["git", "--no-pager", *_SAFE, "ls-tree", "-r", "-l", "-z", reference]
    with subprocess.Popen(  # noqa: S603 - no shell
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=os.environ | _QUIET
    ) as git:
        answer = git.stdout.read(_MOST_LISTED + 1) if git.stdout else b""
        if len(answer) > _MOST_LISTED:
            git.kill()
            raise LostError(f"'{reference}' holds too many files for a talks")
    if git.returncode != 0:
        raise LostError(f"git has no '{reference}': some of its objects are missing")
    return answer


def _read_blobs(reference: str, blobs: list[_Blob]) -> list[bytes]:
    """What is in them, asked for at once: a process for each of thousands would take a minute."""
    answer = _ask("cat-file", "--batch", wanted=reference, questions=b"".join(blob.id + b"\n" for blob in blobs))
    contents, place = [], 0
    for blob in blobs:
        start = answer.index(b"\n", place) + 1
        contents.append(answer[start : start + blob.size])
        place = start + blob.size + 1
    return contents


def _check_size(name: str, size: int) -> None:
    if size > MAX_BYTES:
        raise LostError(f"'{name}' is larger than 64 MB")


def _has_dotfile(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))


def run_git(*arguments: str, questions: bytes = b"", outside: bool = False) -> "subprocess.CompletedProcess[bytes]":
    """What git answers, asked in this repository or `outside` of any; LostError when it cannot be run."""
    command = ["git", "--no-pager", *_SAFE, *arguments]
    variables = {name: value for name, value in os.environ.items() if not (outside and name in _OF_REPOSITORY)}
    folder = Path(os.sep) if outside else None
    try:
        return subprocess.run(  # noqa: S603 - no shell
            command, capture_output=True, input=questions, env=variables | _QUIET, cwd=folder, check=False
        )
    except FileNotFoundError as fault:
        raise LostError("git is needed for this, and is not installed (or not on the path)") from fault
    except OSError as fault:
        raise LostError(f"git is needed for this, and cannot be run: {fault.strerror}") from fault


def _ask(*arguments: str, wanted: str, questions: bytes = b"") -> bytes:
    answer = run_git(*arguments, questions=questions)
    if answer.returncode != 0:
        raise LostError(f"git has no '{wanted}': {_reason(answer.stderr)}")
    return answer.stdout


def _reason(stderr: bytes) -> str:
    """Why git refused: warnings may stand before it."""
    lines = stderr.decode("utf-8", "replace").splitlines()
    return next((line[7:] for line in lines if line.startswith("fatal: ")), "it did not say why")
