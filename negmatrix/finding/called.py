"""Talks by what they are called: most calls name a path, and need none of this."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from negmatrix.finding import files
from negmatrix.finding.lost import LostError, lost


def find_called(name: str) -> Path:
    """The one talks called so, by file stem or folder name, here or in ./data."""
    here = [path for folder in (Path(), Path("data")) if folder.is_dir() for path in files.talks_in(folder)]
    called = [path for path in here if path.stem == name or path.name == name]
    if len(called) > 1:
        raise LostError(f"several talks are called '{name}': {', '.join(map(str, called))}")
    if not called:
        raise LostError(*_lost_talks(name, here).lines, *_tell_revised(name, here))
    return called[0]


def _tell_revised(name: str, here: Sequence[Path]) -> Iterator[str]:
    """How a file in a revision is written, for who names a revision alone."""
    from negmatrix.finding.revisions import names_revision

    if names_revision(name):
        path = here[0].as_posix() if here else "PATH"
        dot = "" if not here or Path(".git").exists() else "./"
        yield f"for a git revision name the file too: {name}:{dot}{path}"


def _lost_talks(name: str, here: Sequence[Path]) -> LostError:
    """The sentence for a name, or for a path, beside which there may be files that were meant."""
    folder = Path(name).parent
    if folder not in (Path(), Path("data")) and folder.is_dir():
        here = files.talks_in(folder)
    if not here:
        return LostError(f"there is no file or talks '{name}'", "no talks is here or in ./data")
    if "/" not in name and not name.endswith(files.ENDINGS):
        return lost("file or talks", name, [path.stem for path in here])
    paths = [str(path) for path in here]
    return lost("file or talks", name, paths, [(Path(path).name, path) for path in paths])
