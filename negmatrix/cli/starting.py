"""New talks: a commented example in a place where it disturbs nothing."""

import contextlib
import os
import shlex
from collections.abc import Iterator
from pathlib import Path

from negmatrix.finding.files import find_any_yaml, is_talks_folder
from negmatrix.finding.lost import LostError

STARTER = Path(__file__).parent / "starter.yaml"
_ELSEWHERE = "name another folder, as in: negmatrix init harbour"


def start_talks(folder: Path) -> Path:
    """The path of a new talks.yaml in a folder, which is made where it is missing. LostError, and nothing changed,
    where there is one already, or where it and other YAML files would become one talks.
    """
    path = folder / "talks.yaml"
    content = STARTER.read_bytes()
    with _telling(path):
        if os.path.lexists(path):
            raise LostError(f"'{path}' exists already, and is left as it is", _ELSEWHERE)
        _refuse_mixture(folder)
        folder.mkdir(parents=True, exist_ok=True)
        _write_new(path, content)
    return path


def _refuse_mixture(folder: Path) -> None:
    """All YAML files below a folder with a talks.yaml are one talks."""
    above = next((parent for parent in Path(os.path.realpath(folder)).parents if is_talks_folder(parent)), None)
    if above is not None:
        raise LostError(f"'{folder}' lies in the talks of '{above}', and would become a part of it", _ELSEWHERE)
    other = find_any_yaml(folder) if folder.is_dir() else None
    if other is not None:
        sentence = f"'{other}' and the new file would become one talks, as all YAML files below '{folder}'"
        raise LostError(sentence, _ELSEWHERE)


@contextlib.contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError as fault:
        raise LostError(f"'{path}' cannot be made: '{fault.filename}' is there already") from fault
    except OSError as fault:
        raise LostError(f"'{path}' cannot be made: {fault.strerror or fault}") from fault


def _write_new(path: Path, content: bytes) -> None:
    """A new file with this content; gone again when not all of it could be written."""
    with path.open("xb", buffering=0) as file:
        try:
            if file.write(content) < len(content):
                raise OSError("not all of it could be written")
        except OSError:
            path.unlink()
            raise


def next_steps(made: Path) -> tuple[str, ...]:
    """What was made, and what to do with it."""
    name = "" if made.parent == Path() else f" {shlex.quote(str(made.parent))}"
    return (
        f"made {made}: an invented example with comments, to be written over with your own talks",
        f"to see it as a matrix:  negmatrix show{name}",
        f"to find mistakes in it: negmatrix check{name}",
    )
