"""The house rules: who may import whom, who owns which library, and what a call may load."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "negmatrix"
FLOORS = {
    "source": 0,
    "formulas": 0,
    "letters": 0,
    "nearest": 1,
    "version": 0,
    "diagnostics": 1,
    "document": 1,
    "tones": 0,
    "syntax": 2,
    "model": 2,
    "reading": 3,
    "checks": 3,
    "analysis": 3,
    "finding": 3,
    "explanations": 3,
    "views": 4,
    "writers": 4,
    "importing": 4,
    "api": 5,
    "cli": 5,
    "__main__": 6,
    "__init__": 6,
}
SIDEWAYS = {
    ("checks", "analysis"),  # whether a verdict contradicts the stances is a matter of alignment
    ("syntax", "model"),  # whether a plain text is a number decides whether a comment cut it
}
OWNERS = {"yaml": {"syntax"}, "rich": {"writers"}, "typer": {"cli"}, "openpyxl": {"writers", "importing"}}
FILES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""


def rooms_imported(path: Path) -> set[str]:
    inside = (name.split(".") for name in imported(path) if name.split(".")[0] == "negmatrix")
    return {parts[1] if len(parts) > 1 else "__init__" for parts in inside} - {room_of(path)}


def test_every_room_has_a_floor() -> None:
    assert {room_of(path) for path in FILES} <= set(FLOORS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_downwards(path: Path) -> None:
    here = room_of(path)
    for other in rooms_imported(path):
        allowed = FLOORS[other] < FLOORS[here] or (here, other) in SIDEWAYS
        assert allowed, f"{here} (floor {FLOORS[here]}) imports {other} (floor {FLOORS[other]})"


def test_sideways_imports_are_in_use() -> None:
    used = {(room_of(path), other) for path in FILES for other in rooms_imported(path)}
    assert used >= SIDEWAYS


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_library_has_one_owner(path: Path) -> None:
    libraries = {name.split(".")[0] for name in imported(path)} & set(OWNERS)
    assert all(room_of(path) in OWNERS[library] for library in libraries)


def loaded_by(*arguments: str) -> set[str]:
    code = (
        "import sys\nfrom negmatrix.cli.entry import run\n"
        f"run({list(arguments)!r})\nsys.stderr.write('\\n'.join(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stderr.splitlines())


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (("--help",), ("yaml", "rich", "negmatrix.reading", "fractions")),
        (("check", "data/paris.yaml"), ("rich", "json", "negmatrix.analysis", "negmatrix.views")),
        (
            ("show", "data/paris.yaml"),
            ("rich.table", "json", "pygments", "negmatrix.writers.json", "negmatrix.writers.terminal.axes"),
        ),
        (("show", "-f", "json", "data/paris.yaml"), ("rich", "negmatrix.views")),
    ],
)
def test_a_call_loads_only_what_it_uses(arguments: tuple[str, ...], unwanted: tuple[str, ...]) -> None:
    assert not loaded_by(*arguments) & set(unwanted)


def test_no_module_imports_itself_around_a_corner() -> None:
    """The graph of modules has no cycle."""
    modules = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in FILES}
    graph = {name: set(top_level_imports(path, set(modules))) for name, path in modules.items()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, f"cycle: {' -> '.join((*trail, name))}"
        if name not in done:
            for other in graph[name] - {name}:
                visit(other, (*trail, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def top_level_imports(path: Path, modules: set[str]) -> Iterator[str]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                submodule = f"{node.module}.{alias.name}"
                yield from ({submodule} if submodule in modules else {str(node.module)}) & modules
        elif isinstance(node, ast.Import):
            yield from {alias.name for alias in node.names} & modules
