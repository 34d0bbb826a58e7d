"""Files written whole or not at all."""

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from negmatrix.finding.lost import LostError


def write_whole(path: Path, content: bytes, *, force: bool = False) -> None:
    """Put content into a file: beside it first, then in its place, with the permissions that it had.

    LostError, and whatever stood there untouched, where that cannot be done. What is not a regular file (a device, a
    pipe) is only written to with `force`, and straight away.
    """
    try:
        target = path.resolve()
        mode = _find_mode(target)
        if mode is not None and not stat.S_ISREG(mode):
            _write_straight(path, mode, content, force=force)
            return
        _replace(target, mode, content)
    except OSError as fault:
        raise LostError(f"'{path}' cannot be written: {fault.strerror or fault}") from fault


def _find_mode(target: Path) -> int | None:
    with contextlib.suppress(FileNotFoundError):
        return target.stat().st_mode
    return None


def _write_straight(path: Path, mode: int, content: bytes, *, force: bool) -> None:
    if stat.S_ISDIR(mode):
        raise LostError(f"'{path}' is a folder: name a file in it")
    if not force:
        raise LostError(f"'{path}' is not a regular file: --force writes to it all the same")
    with path.open("wb") as file:
        file.write(content)


def _replace(target: Path, mode: int | None, content: bytes) -> None:
    with _beside(target) as (descriptor, name):
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        name.chmod(stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
        name.replace(target)


@contextlib.contextmanager
def _beside(target: Path) -> Iterator[tuple[int, Path]]:
    """A new file in the same folder, gone again unless it took the other's place."""
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
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
    if force or not path.exists():
        return
    if any(other.exists() and path.samefile(other) for other in read):
        raise LostError(f"'{path}' is a talks that was read: --force writes over it all the same")
