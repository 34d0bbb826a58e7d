"""Files written whole or not at all."""

import contextlib
import os
import stat
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from negmatrix.finding.lost import LostError

_ROOM = 1 << 20
"""Bytes that are gathered before they go to the disk."""


def write_whole(path: Path, write: Callable[[BinaryIO], object], *, force: bool = False) -> None:
    """Put into a file what is written: beside it first, then in its place, with the permissions that it had.

    LostError, and whatever stood there untouched, where that cannot be done. Only with `force` is a file replaced that
    is read-only, or that a link leads to; so is written, straight away, to what is no regular file (a device, a pipe).
    """
    with _telling(path):
        mode = _find_mode(path)
        if mode is not None and stat.S_ISDIR(mode):
            raise LostError(f"'{path}' is a folder: name a file in it")
        if not force:
            _refuse_protected(path, mode)
        if mode is None and not path.resolve().parent.exists():
            raise LostError(f"the folder '{path.parent}' does not exist")
        if mode is None or stat.S_ISREG(mode):
            _replace(path.resolve(), mode, write)
        else:
            with path.open("wb") as file:
                write(file)


@contextlib.contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise LostError(f"'{path}' cannot be written: {fault.strerror or fault}") from fault


def _find_mode(path: Path) -> int | None:
    """What a path leads to is; None where there is nothing yet."""
    with contextlib.suppress(FileNotFoundError):
        return path.stat().st_mode
    return None


def _refuse_protected(path: Path, mode: int | None) -> None:
    """A link in a folder that somebody else made could lead anywhere."""
    if path.is_symlink():
        raise LostError(f"'{path}' is a link to '{path.readlink()}': --force writes to where it leads")
    if mode is not None and not stat.S_ISREG(mode):
        raise LostError(f"'{path}' is not a regular file: --force writes to it all the same")
    if mode is not None and not mode & 0o222:
        raise LostError(f"'{path}' is read-only: --force writes over it all the same")


def _replace(target: Path, mode: int | None, write: Callable[[BinaryIO], object]) -> None:
    with _beside(target) as (descriptor, name):
        with os.fdopen(descriptor, "wb", _ROOM) as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        name.chmod(stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
        name.replace(target)


@contextlib.contextmanager
def _beside(target: Path) -> Iterator[tuple[int, Path]]:
    """A new file in the same folder, gone again unless it took the other's place."""
    descriptor, name = tempfile.mkstemp(prefix=".negmatrix-", suffix=".part", dir=target.parent)
    try:
        yield descriptor, Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _umask() -> int:
    """What the process takes away from new files; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def refuse_talks(path: Path, read: Sequence[Path], *, force: bool) -> None:
    """LostError where a talks file that was read would be written over."""
    if force:
        return
    with _telling(path):
        if path.exists() and any(other.exists() and path.samefile(other) for other in read):
            raise LostError(f"'{path}' is a talks that was read: --force writes over it all the same")


def refuse_any(path: Path, *, force: bool) -> None:
    """LostError where a file would be written over."""
    with _telling(path):
        if not force and path.exists():
            raise LostError(f"'{path}' is there already: --force writes over it")
