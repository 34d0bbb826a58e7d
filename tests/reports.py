"""What a check of files finds and prints, for tests."""

from collections.abc import Sequence
from pathlib import Path

from negmatrix.checks import check_talks
from negmatrix.diagnostics import Diagnostic, fold_repeats
from negmatrix.explanations import decode_bytes
from negmatrix.reading import read_talks
from negmatrix.source import SourceText
from negmatrix.syntax import decode_text
from negmatrix.writers.problems import show_problems
from negmatrix.writers.terminal.looks import Looks


def find_problems(files: Sequence[tuple[str, bytes]]) -> list[Diagnostic]:
    """All problems of a talks, given as the names and contents of its files."""
    problems: list[Diagnostic] = []
    sources: list[SourceText] = []
    for name, content in files:
        source, unreadable = decode_text(name, content)
        problems += unreadable
        sources += [source] if source else []
    if len(sources) == len(files):
        reading = read_talks(sources)
        problems += reading.problems
        problems += check_talks(reading.talks) if reading.talks else []
    return fold_repeats(problems)


def check_text(text: str) -> list[Diagnostic]:
    """All problems of a talks in one file."""
    return find_problems([("talks.yaml", text.encode())])


def load_case(case: Path) -> list[tuple[str, bytes]]:
    """The files of a case: a YAML file, a `.bytes` file with escapes, or a folder."""
    if case.is_dir():
        return [(str(path.relative_to(case)), path.read_bytes()) for path in sorted(case.rglob("*.yaml"))]
    if case.suffix == ".bytes":
        return [(f"{case.stem}.yaml", decode_bytes(case.read_text(encoding="utf-8")))]
    return [(case.name, case.read_bytes())]


def print_problems(problems: list[Diagnostic]) -> str:
    """What a person reads of them, without colours."""
    lines = ("".join(text for text, _ in line) for line in show_problems(problems, Looks()))
    return "".join(f"{line}\n" for line in lines)
