"""Ways to call negmatrix: in this process, which is quick, or as one of its own, where streams and signals count."""

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

from negmatrix.cli.entry import run
from negmatrix.finding.references import find_every_talks

ROOT = Path(__file__).parent.parent
COMMAND = [sys.executable, "-m", "negmatrix"]
SMALL = "talks: Small\nparties: [a, b]\nissues: {i: {title: I, range: [0, 10]}}\npositions: {i: {a: 1, b: 2}}\n"
FAULTY = SMALL + "positons: {}\n"
SOURCED = SMALL + "sources: {s: S}\nround: {source: s}\n"
LONG = """talks: Long
parties: {city: City, port: {name: Port company, aliases: [The Port]}, union: Dockers}
issues:
  pay: {title: Pay, topic: Labour, range: [0, 10]}
  nights: {title: Nights, topic: Labour, range: [0, 20]}
  name: {title: Name of the pier, topic: Other, options: [Harbour, Union]}
rounds:
  march: {title: First meeting, positions: {pay: {city: 1, port: 2, union: 9}, name: {city: Harbour, port: Union}}}
  march-b: {positions: {pay: {city: 3}}}
  april: {positions: {pay: {city: 5}}}
proposals: {tolls: {title: Lower tolls}}
"""
"""Talks of three rounds."""


class Done(NamedTuple):
    """What a call came to."""

    code: int
    out: str
    err: str


def call(*arguments: object) -> Done:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([str(argument) for argument in arguments])
    return Done(code, out.getvalue(), err.getvalue())


def environment(**variables: str) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "NO_COLOR", "FORCE_"))}
    return plain | {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"} | variables


def process(*arguments: object, cwd: Path, **options: Any) -> Done:
    variables = options.pop("env", {})
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=cwd,
        env=environment(**variables),
        stdout=options.pop("stdout", subprocess.PIPE),
        stderr=options.pop("stderr", subprocess.PIPE),
        check=False,
        timeout=30,
        **{"stdin": subprocess.DEVNULL} | options if "input" not in options else options,
    )
    return Done(done.returncode, _text(done.stdout), _text(done.stderr))


def _text(written: bytes | None) -> str:
    return (written or b"").decode("utf-8", "surrogateescape")


def write(path: Path, content: str | bytes = SMALL) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def names(*references: str) -> list[str]:
    """What the talks are called that references point at."""
    return [found.name for found in find_every_talks(references)]


def refuse(*_: object, **__: object) -> None:
    """What a system answers where one may not read."""
    raise PermissionError(13, "Permission denied")
