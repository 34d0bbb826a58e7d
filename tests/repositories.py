"""Repositories of git for tests."""

import subprocess
from pathlib import Path


def git(*arguments: str, cwd: Path, **more: object) -> str:
    """What git answers, asked as somebody without settings of their own."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *who, *arguments], cwd=cwd, check=True, capture_output=True, text=True, **more)  # type: ignore[call-overload]
    return str(done.stdout.strip())


def commit(here: Path, *paths: str) -> None:
    """All that is there, or these paths alone, as the first commit of a new repository."""
    git("init", "-q", cwd=here)
    git("add", *(paths or ("-A",)), cwd=here)
    git("commit", "-qm", "x", cwd=here)


def object_of(here: Path, name: str) -> str:
    return git("rev-parse", name, cwd=here)


def make_tree(here: Path, entries: list[str]) -> str:
    return git("mktree", cwd=here, input="\n".join(entries) + "\n")


def remove_object(here: Path, name: str) -> None:
    """A repository that lacks something, as a partial clone does."""
    told = object_of(here, name)
    (here / ".git" / "objects" / told[:2] / told[2:]).unlink()
