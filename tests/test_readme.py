"""Every command that the README shows is run, and prints what the README says."""

import doctest
import io
import os
import re
import shutil
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from negmatrix.document import Sign
from negmatrix.writers.signs import MARKS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Session(NamedTuple):
    command: str
    output: str


def sessions() -> list[list[Session]]:
    """The blocks of the README, each a list of commands with what they print, to be run one after the other."""
    return [
        [
            Session(command, output)
            for command, output in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
        ]
        for block in _BLOCK.findall(README)
    ]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder like a fresh clone, in which `negmatrix` is a command."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    commands = tmp_path / ".bin"
    commands.mkdir()
    script = commands / "negmatrix"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m negmatrix "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize("block", sessions(), ids=lambda block: block[0].command)
def test_the_readme_is_true(block: list[Session], place: Path) -> None:
    environment = {
        "PATH": f"{place / '.bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(place),
        "LC_ALL": "C.UTF-8",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@example.org",
    }
    for command, output in block:
        done = subprocess.run(
            ["sh", "-c", command], cwd=place, env=environment, text=True, encoding="utf-8",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
        assert done.stdout.rstrip() == output.rstrip(), command


def test_the_readme_shows_commands() -> None:
    assert len(sessions()) >= 3


def python_blocks() -> list[tuple[str, str]]:
    """The Python of the README, each block with the text that stands right behind it: what it prints."""
    return re.findall(r"^```python\n(.*?)^```$(?:\n\n```text\n(.*?)^```$)?", README, re.MULTILINE | re.DOTALL)


def test_the_python_of_the_readme_is_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks run one after the other with the names of those before; those with `>>>` say themselves what they give."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for code, printed in python_blocks():
        if code.startswith(">>>"):
            test = doctest.DocTestParser().get_doctest(code, names, "README", "README.md", 0)
            assert doctest.DocTestRunner().run(test, clear_globs=False).failed == 0, code
            names |= test.globs
            continue
        out = io.StringIO()
        with redirect_stdout(out):
            exec(code, names)  # noqa: S102 - our own README
        assert out.getvalue().rstrip() == printed.rstrip(), code


def test_every_sign_is_explained() -> None:
    explained = README[README.index("A legend below a table") :].partition("\n\n")[0]
    assert not [sign for sign in Sign if f"`{MARKS[sign]}`" not in explained]
