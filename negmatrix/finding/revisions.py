"""Files in git's past. Git is asked for objects only: no hook, filter or pager of the repository is run."""

import os
import subprocess
from typing import NamedTuple

from negmatrix.finding.files import ENDINGS
from negmatrix.finding.lost import LostError
from negmatrix.syntax.decoding import MAX_BYTES

_SAFE = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never")


class Revised(NamedTuple):
    """A file as it was in a revision."""

    name: str
    content: bytes


def is_revision(reference: str) -> bool:
    """Whether a reference is written as REV:PATH."""
    revision, colon, path = reference.partition(":")
    return bool(colon and path and (revision or path))


def read_revision(reference: str) -> list[Revised]:
    """The file, or the YAML files of the folder, that REV:PATH names; LostError when there is none."""
    revision, _, path = reference.partition(":")
    if revision.startswith("-"):
        raise LostError(f"'{revision}' is not a git revision: it starts with '-'")
    kind = _ask("cat-file", "-t", reference, wanted=reference).strip()
    if kind == b"tree":
        return _read_folder(reference, path)
    return [Revised(reference, _ask("cat-file", "blob", reference, wanted=reference))]


def _read_folder(reference: str, path: str) -> list[Revised]:
    listed = _ask("ls-tree", "-r", "-z", "--name-only", reference, wanted=reference)
    names = sorted(name.decode("utf-8", "surrogateescape") for name in listed.split(b"\0") if name)
    wanted = [name for name in names if name.endswith(ENDINGS) and not _has_dotfile(name)]
    if "talks.yaml" not in wanted:
        raise LostError(f"the folder '{path}' has no talks.yaml in that revision")
    base = reference.rstrip("/")
    return [Revised(f"{base}/{name}", _ask("cat-file", "blob", f"{base}/{name}", wanted=reference)) for name in wanted]


def _has_dotfile(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))


def run_git(*arguments: str) -> "subprocess.CompletedProcess[bytes]":
    """What git answers; LostError when there is no git."""
    quiet = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
    command = ["git", "--no-pager", *_SAFE, *arguments]
    try:
        return subprocess.run(command, capture_output=True, env=os.environ | quiet, check=False)  # noqa: S603 - no shell
    except FileNotFoundError as fault:
        raise LostError("git is needed for this, and is not installed (or not on the path)") from fault


def _ask(*arguments: str, wanted: str) -> bytes:
    answer = run_git(*arguments)
    if answer.returncode != 0:
        raise LostError(f"git has no '{wanted}': {_reason(answer.stderr)}")
    if len(answer.stdout) > MAX_BYTES + 1:
        raise LostError(f"'{wanted}' is larger than 64 MB")
    return answer.stdout


def _reason(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else "it did not say why"
