"""Talks among the files of this machine: one file, or a folder with a talks.yaml in it."""

import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sized
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, cast

from negmatrix.finding.lost import LostError
from negmatrix.syntax.decoding import MAX_BYTES

if TYPE_CHECKING:
    from io import BufferedReader

ENDINGS = (".yaml", ".yml")
MAX_FILES = 10_000
MAX_TOGETHER = 4 * MAX_BYTES
"""What the files of one talks may have together: git holds ten thousand times the same file in the room of one."""

_PIECE = 64 * 1024
_HEAD = re.compile(rb"""(?:\A(?:\xef\xbb\xbf)?|[\r\n])["']?talks["']?[ \t]*:|\A(?:\xef\xbb\xbf)?\s*\{""")
_PIPES = ("/dev/fd/", "/proc/self/fd/", "/dev/stdin")


def read_file(path: Path) -> bytes:
    """What is in a file, up to one byte more than a talks may have; LostError when it cannot be read."""
    try:
        if not _may_read(path):
            raise LostError(f"'{path}' is not a regular file")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as fault:
        raise _unreadable(f"'{path}'", fault) from fault


def _may_read(path: Path) -> bool:
    """Whether it is a file, a device such as /dev/null, or a pipe of the shell's own, as in <(...): a named pipe of
    which nobody knows whether anybody writes into it would be waited for.
    """
    mode = path.stat().st_mode
    return stat.S_ISREG(mode) or stat.S_ISCHR(mode) or str(path).startswith(_PIPES)


def _unreadable(what: str, fault: OSError) -> LostError:
    return LostError(f"{what} cannot be read: {fault.strerror or fault}")


def read_standard_input() -> bytes:
    """What comes in on standard input."""
    if sys.stdin is None:
        raise LostError("standard input is closed")
    try:
        return b"".join(_read_pieces(cast("BufferedReader", sys.stdin.buffer)))
    except OSError as fault:
        raise _unreadable("standard input", fault) from fault


def _read_pieces(stream: "BufferedReader") -> Iterator[bytes]:
    """What comes in, as it comes: Ctrl-C between two reads of one long wait would be heard after it only."""
    left = MAX_BYTES + 1
    while left and (piece := stream.read1(min(left, _PIECE))):
        yield piece
        left -= len(piece)


def looks_like_talks(content: bytes) -> bool:
    """Whether a file has a top-level key `talks` (or is one mapping in braces, which only the reader can tell)."""
    return _HEAD.search(content) is not None


def is_talks_folder(folder: Path) -> bool:
    """Whether a folder is a talks: it has a `talks.yaml` in it."""
    try:
        return (folder / "talks.yaml").is_file()
    except OSError as fault:
        raise _unreadable(f"the folder '{folder}'", fault) from fault


def files_of_talks(folder: Path) -> list[Path]:
    """The files of a talks in a folder: all YAML below it, without dotfiles, sorted by path."""
    files = list(islice(_walk(folder), MAX_FILES + 1))
    check_count(str(folder), files)
    return sorted(files, key=lambda path: path.relative_to(folder).as_posix())


def read_files(folder: str, paths: Iterable[Path]) -> Iterator[bytes]:
    """What is in the files of a talks; LostError when they are too large together."""
    size = 0
    for path in paths:
        content = read_file(path)
        size += len(content)
        check_together(folder, size)
        yield content


def find_any_yaml(folder: Path) -> Path | None:
    """Some YAML file below a folder, as it would be read if the folder were a talks; None without one."""
    return next(_walk(folder), None)


def check_count(folder: str, files: Sized) -> None:
    """LostError for more files than a talks may have."""
    if len(files) > MAX_FILES:
        raise LostError(f"'{folder}' holds more than {MAX_FILES} files, the most that a talks may have")


def check_together(folder: str, size: int) -> None:
    """LostError for files of a talks that have more bytes together than they may."""
    if size > MAX_TOGETHER:
        raise LostError(
            f"the files of '{folder}' hold more than {MAX_TOGETHER // 1024**2} MB together, the most that a talks may have"
        )


def _walk(folder: Path) -> Iterator[Path]:
    """Links to folders are not followed: a loop of them never ends."""
    waiting = [folder]
    while waiting:
        for entry in _entries(waiting.pop()):
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
            elif _is_yaml(entry):
                yield Path(entry.path)


def _entries(folder: Path) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            return sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except OSError as fault:
        raise _unreadable(f"the folder '{folder}'", fault) from fault


def _is_yaml(entry: "os.DirEntry[str]") -> bool:
    return entry.name.endswith(ENDINGS) and _leads_to(entry.is_file)


def _leads_to(question: Callable[[], bool]) -> bool:
    """Whether an entry is a file or a folder; a link that leads in a circle, or to where nobody may look, is neither."""
    try:
        return question()
    except OSError:
        return False


def talks_in(folder: Path) -> list[Path]:
    """Every talks right in a folder: files with a top-level `talks`, and folders that are a talks. What may not be looked
    into may be one: who reads it gets to know why not.
    """
    return [Path(entry.path) for entry in _entries(folder) if _may_be_talks(entry)]


def _may_be_talks(entry: "os.DirEntry[str]") -> bool:
    path = Path(entry.path)
    try:
        return looks_like_talks(read_file(path)) if _is_yaml(entry) else _is_folder(entry) and is_talks_folder(path)
    except LostError:
        return True


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    return _leads_to(entry.is_dir)
