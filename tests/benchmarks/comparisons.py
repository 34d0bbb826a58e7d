"""What is compared with what. Each comparison yields rows as soon as they are measured."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.made_talks import write_talks
from tests.benchmarks.processes import NEGMATRIX, ROOT, is_installed, run_negmatrix, run_python
from tests.benchmarks.rows import Row, compare

SIZES = ((15, 40), (150, 40), (1500, 40))
MANY_RUNS = 15
"""Of what takes a tenth of a second."""

FORMATS = ("markdown", "csv", "json", "html")
PARIS = str(ROOT / "data" / "paris.yaml")
LOAD = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8'), yaml.CSafeLoader)"


def compare_start_up() -> Iterator[Row]:
    """The smallest calls against processes that only import what they stand on."""
    for command, modules in (("check", "typer, yaml"), ("show", "typer, rich.console, yaml")):
        bare = run_python("-c", f"import {modules}", runs=MANY_RUNS)
        ours = run_negmatrix(command, PARIS, runs=MANY_RUNS)
        yield compare(f"`{command}`", "6 × 2", ours, f"`import {modules}`", bare)


def compare_checks(folder: Path) -> Iterator[Row]:
    """Checking against bare loading, and against other linters where they are installed."""
    schema = _write_output(folder / "schema.json", "schema")
    linters = {"yamllint": ("-d", "relaxed"), "check_jsonschema": ("--schemafile", str(schema))}
    for issues, parties in SIZES:
        path, size = str(make_file(folder, issues, parties)), f"{issues:,} × {parties}"
        ours = run_negmatrix("check", path)
        yield compare("`check`", size, ours, "`yaml.load(CSafeLoader)`", run_python("-c", LOAD, path))
        for linter, options in linters.items():
            if is_installed(linter):
                yield compare("`check`", size, ours, f"`{linter}`", run_python("-m", linter, *options, path))


def compare_diffs(folder: Path) -> Iterator[Row]:
    """A diff of two files in which all changed against a check of the two, and against daff on the same tables."""
    for issues, parties in ((10, 40), (100, 40), (1000, 40)):
        paths = [str(make_file(folder, issues, parties, seed)) for seed in (0, 1)]
        ours, size = run_negmatrix("diff", *paths), f"{issues:,} × {parties}"
        yield compare("`diff`", size, ours, "`check` of the two", run_negmatrix("check", *paths))
        if is_installed("daff"):
            tables = [str(_write_output(Path(path).with_suffix(".csv"), "show", path, "-f", "csv")) for path in paths]
            yield compare("`diff`", size, ours, "`daff`", run_python("-c", "import daff; daff.main()", *tables))


def compare_exports(folder: Path) -> Iterator[Row]:
    """What showing and exporting add to loading, against loading, in each format."""
    for issues, parties in SIZES:
        path, size = str(make_file(folder, issues, parties)), f"{issues:,} × {parties}"
        loading = run_negmatrix("check", path).seconds
        for command in ("show", "export"):
            for form in FORMATS:
                beyond = run_negmatrix(command, path, "-f", form).seconds - loading
                yield Row(f"`{command} -f {form}`, beyond loading", size, beyond, "loading (`check`)", loading)


def compare_pandas(folder: Path) -> Iterator[Row]:
    """The matrix against a pandas table of the same cells, read from CSV."""
    if not (is_installed("pandas") and is_installed("tabulate")):
        return
    for issues, parties in SIZES:
        path, size = make_file(folder, issues, parties), f"{issues:,} × {parties}"
        table = str(_write_output(path.with_suffix(".csv"), "show", str(path), "-f", "csv"))
        for form in ("markdown", "html"):
            program = f"import sys, pandas; print(pandas.read_csv(sys.argv[1]).to_{form}())"
            ours, theirs = run_negmatrix("show", str(path), "-f", form), run_python("-c", program, table)
            yield compare(f"`show -f {form}`", size, ours, f"pandas `to_{form}`", theirs)


def make_file(folder: Path, issues: int, parties: int, seed: int = 0) -> Path:
    """A made-up talks file, written once."""
    path = folder / f"talks-{issues}-{parties}-{seed}.yaml"
    if not path.exists():
        write_talks(path, issues, parties, seed)
    return path


def _write_output(path: Path, *words: str) -> Path:
    with path.open("wb") as out:
        subprocess.run([sys.executable, "-c", NEGMATRIX, *words], stdout=out, check=True, cwd=ROOT)
    return path
