"""The public face: light until it is used, known to type checkers, with examples that are true."""

import ast
import doctest
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import negmatrix as nm

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "negmatrix"
FACE = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
ROOMS = ["negmatrix", *sorted(f"negmatrix.api.{path.stem}" for path in (PACKAGE / "api").glob("*.py"))]

USER = """
from fractions import Fraction

import negmatrix as nm

talks: nm.Talks = nm.load("data/paris.yaml")
view: nm.View[nm.PairMap] = nm.pairs(talks, weights="salience", cut=0.3)
numbers: list[Fraction | None] = [pair.agreement for pair in view.result.pairs]
codes: list[str] = [problem.code for problem in nm.check("data")]
page: str = nm.show(talks, round="1", issues="sanctions").to_html()
reveal_type(nm.diff(talks, talks).result)
reveal_type(nm.issue(talks, "sanctions").result.numbers.zone)
nm.pairs(talks, weights="guesswork")
nm.pears(talks)
"""


def loaded_by(statement: str) -> set[str]:
    code = f"{statement}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


@pytest.mark.parametrize("statement", ["import negmatrix", "import negmatrix.cli", "import negmatrix; dir(negmatrix)"])
def test_the_face_loads_no_room(statement: str) -> None:
    loaded = loaded_by(statement)
    assert not loaded & {"yaml", "fractions", "decimal", "rich", "json", "gzip"}
    rooms = {name.split(".")[1] for name in loaded if name.startswith("negmatrix.")}
    assert rooms <= {"version", "nearest", "cli"}


def test_importing_the_face_costs_two_files() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "import typing, negmatrix"],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    names = [line.rpartition("|")[2].strip() for line in done.stderr.splitlines()]
    assert names[names.index("typing") + 1 :] == ["negmatrix.version", "negmatrix"]


def test_type_checkers_and_python_see_the_same_names() -> None:
    guarded = next(node for node in FACE.body if isinstance(node, ast.If))
    seen = {
        alias.name: node.module for node in guarded.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    found = {name: f"negmatrix.{room}" for room, names in nm._ROOMS.items() for name in names}
    assert found == seen
    assert sorted([*seen, "__version__"]) == nm.__all__ == dir(nm)


@pytest.mark.parametrize("name", nm.__all__)
def test_every_name_is_there_and_says_what_it_is(name: str) -> None:
    value = getattr(nm, name)
    assert value is getattr(nm, name)
    assert name == "__version__" or value.__doc__


def test_other_names_are_not_there() -> None:
    with pytest.raises(AttributeError, match=r"^module 'negmatrix' has no attribute 'pears'$"):
        getattr(nm, "pears")  # noqa: B009 - a type checker knows that it is not there
    assert not hasattr(nm, "_pears")


def test_mypy_knows_every_name_and_refuses_others(tmp_path: Path) -> None:
    user = tmp_path / "user.py"
    user.write_text(USER, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file", os.devnull, "--no-error-summary",
         "--cache-dir", str(tmp_path / "cache"), "--follow-imports", "silent", str(user)],
        capture_output=True, text=True, check=False, cwd=ROOT, env=os.environ | {"MYPYPATH": str(ROOT)},
    )  # fmt: skip
    told = [line.split(": ", 2)[1:] for line in done.stdout.splitlines()]
    assert [kind for kind, _ in told] == ["note", "note", "error", "error"], done.stdout
    said = [message for _, message in told]
    assert "negmatrix.analysis.changes.records.Changes" in said[0]
    assert "negmatrix.analysis.zone.Zone" in said[1]
    assert said[2].endswith("[arg-type]")
    assert said[3].endswith("[attr-defined]")


@pytest.mark.parametrize("room", ROOMS)
def test_examples_are_true(room: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert doctest.testmod(import_module(room)).failed == 0


def test_every_function_of_the_face_has_an_example() -> None:
    functions = [getattr(nm, name) for name in nm.__all__ if name[0].islower()]
    assert len(functions) >= 12
    assert all(">>> " in function.__doc__ for function in [*functions, nm.View, nm.TalksError])
