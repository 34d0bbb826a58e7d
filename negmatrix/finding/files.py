"""Talks among the files of this machine: one file, or a folder with a talks.yaml in it."""

import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from negmatrix.finding.lost import LostError
from negmatrix.syntax.decoding import MAX_BYTES

ENDINGS = (".yaml", ".yml")
MAX_FILES = 10_000
_HEAD = re.compile(rb"""^(?:\xef\xbb\xbf)?["']?talks["']?[ \t]*:|\A(?:\xef\xbb\xbf)?\s*\{""", re.MULTILINE)
_PIPES = ("/dev/fd/", "/proc/self/fd/", "/dev/stdin")


def read_file(path: Path) -> bytes:
    """What is in a file, up to one byte more than a talks may have; LostError when it cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode) and not _may_read(path):
            raise LostError(f"'{path}' is not a regular file")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as fault:
        raise LostError(f"'{path}' cannot be read: {fault.strerror or fault}") from fault


def _may_read(path: Path) -> bool:
    """Whether it is a pipe of the shell's own, as in <(...), or a device such as /dev/null: nothing to wait for."""
    return str(path).startswith(_PIPES) or (stat.S_ISCHR(path.stat().st_mode) and not path.is_mount())


def read_standard_input() -> bytes:
    """What comes in on standard input."""
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def looks_like_talks(content: bytes) -> bool:
    """Whether a file has a top-level key `talks` (or is one mapping in braces, which only the reader can tell)."""
    return _HEAD.search(content) is not None


def is_talks_folder(folder: Path) -> bool:
    """Whether a folder is a talks: it has a `talks.yaml` in it."""
    return (folder / "talks.yaml").is_file()


def files_of_talks(folder: Path) -> list[Path]:
    """The files of a talks in a folder: all YAML below it, without dotfiles, sorted by path."""
    files = sorted(_walk(folder), key=lambda path: path.relative_to(folder).as_posix())
    if len(files) > MAX_FILES:
        raise LostError(f"'{folder}' holds {len(files)} files: a talks may have {MAX_FILES}")
    return files


def _walk(folder: Path) -> Iterator[Path]:
    """Links to folders are not followed: a loop of them never ends."""
    for path in _children(folder):
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        elif path.suffix in ENDINGS and path.is_file():
            yield path


def _children(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as fault:
        raise LostError(f"the folder '{folder}' cannot be read: {fault.strerror or fault}") from fault


def talks_in(folder: Path) -> list[Path]:
    """Every talks right in a folder: files with a top-level `talks`, and folders that are a talks."""
    return [path for path in _children(folder) if _is_talks(path)]


def _is_talks(path: Path) -> bool:
    if path.is_dir():
        return is_talks_folder(path)
    return path.suffix in ENDINGS and path.is_file() and looks_like_talks(read_file(path))
