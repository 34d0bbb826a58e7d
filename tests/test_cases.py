"""Files that somebody could have written, and all that is said of them."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from negmatrix.checks import CHECKS, REMARKS, check_talks
from negmatrix.diagnostics import Severity
from negmatrix.explanations import codes, explain
from negmatrix.reading import read_talks
from negmatrix.syntax import decode_text
from tests.reports import find_problems, load_case, print_problems

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases"
PROBLEMS = sorted(path for path in (CASES / "problems").iterdir() if path.suffix != ".out")
FINE = sorted((CASES / "fine").iterdir())


def code_of(case: Path) -> str:
    """The code that a case is about: its name, which may go on after the code."""
    return max((code for code in codes() if case.stem == code or case.stem.startswith(f"{code}-")), key=len)


def compare(expected: Path, printed: str, regenerate: bool) -> None:
    if regenerate:
        expected.write_text(printed, encoding="utf-8")
    assert printed == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", PROBLEMS, ids=lambda case: case.name)
def test_a_faulty_file_prints_what_is_wrong(case: Path, regenerate: bool) -> None:
    problems = find_problems(load_case(case))
    assert code_of(case) in {problem.code for problem in problems}
    compare(case.with_suffix(".out"), print_problems(problems), regenerate)


@pytest.mark.parametrize("case", PROBLEMS, ids=lambda case: case.name)
def test_a_problem_points_at_its_words(case: Path) -> None:
    for problem in find_problems(load_case(case)):
        for at in (problem.at, *problem.repeats, *(other.at for other in problem.related)):
            assert 0 <= at.start <= at.end <= len(at.source.text)
            assert at.source.name in {name for name, _ in load_case(case)}


@pytest.mark.parametrize("case", FINE, ids=lambda case: case.name)
def test_a_fine_file_is_silent(case: Path) -> None:
    problems = find_problems(load_case(case))
    allowed = {Severity.NOTE} if "with-notes" in case.stem else set()
    assert not [problem for problem in problems if problem.severity not in allowed]
    assert bool(problems) == bool(allowed)


def test_thirty_mistakes_are_thirty(regenerate: bool) -> None:
    problems = find_problems(load_case(CASES / "thirty.yaml"))
    compare(CASES / "thirty.out", print_problems(problems), regenerate)
    lines = (CASES / "thirty.yaml").read_text(encoding="utf-8").splitlines()
    marked = {number for number, line in enumerate(lines, 1) if any(word.isdigit() for word in remarks(line))}
    assert len(problems) == 30
    assert {problem.at.first.line for problem in problems} == marked
    assert [problem.at.start for problem in problems] == sorted(problem.at.start for problem in problems)


def remarks(line: str) -> list[str]:
    return line.partition("  # ")[2].split()[:1]


def codes_in_use() -> set[str]:
    """Every word in kebab case that the package gives to error(), warning(), note(), Diagnostic() and their like."""
    found: set[str] = set()
    for path in (ROOT / "negmatrix").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in REPORTERS and isinstance(node.args[0].value, str):
                    found.add(node.args[0].value)
    return found


REPORTERS = {"error", "warn", "warning", "note", "Diagnostic", "_report", "Roll", "_titled"}


def test_every_code_is_explained_and_every_explanation_is_of_a_code() -> None:
    assert codes_in_use() == set(codes())


def test_every_code_has_a_case() -> None:
    assert {code_of(case) for case in PROBLEMS} == set(codes())


@pytest.mark.parametrize("code", codes())
def test_the_bad_example_of_an_explanation_shows_its_problem_alone(code: str) -> None:
    explanation = explain(code)
    problems = find_problems([("talks.yaml", explanation.bad.content)])
    severities = Counter(problem.severity.value for problem in problems if problem.code == code)
    assert list(severities) == [explanation.severity.partition(";")[0]]
    assert {problem.code for problem in problems if problem.severity is not Severity.NOTE} <= {code}


@pytest.mark.parametrize("code", codes())
def test_the_good_example_of_an_explanation_is_fine(code: str) -> None:
    problems = find_problems([("talks.yaml", explain(code).good.content)])
    assert not [problem for problem in problems if problem.severity is not Severity.NOTE or problem.code == code]


def test_an_unknown_code_is_not_explained() -> None:
    with pytest.raises(KeyError):
        explain("../../README")


def test_the_manual_says_what_the_checks_say() -> None:
    manual = "\n".join(" ".join(explain(code).sentence.split()) for code in codes())
    for check in CHECKS:
        assert check.__doc__ is not None
        assert " ".join(check.__doc__.split()) in manual, check.__name__


@pytest.mark.parametrize("case", PROBLEMS, ids=lambda case: case.name)
def test_remarks_are_notes_and_nothing_else_is_lost_without_them(case: Path) -> None:
    texts = [text for name, content in load_case(case) if (text := decode_text(name, content)[0])]
    talks = read_talks(texts).talks if texts else None
    if talks is not None:
        remarked = [problem for check in REMARKS for problem in check(talks)]
        assert {problem.severity for problem in remarked} <= {Severity.NOTE}
        assert [*check_talks(talks, remarks=False), *remarked] == check_talks(talks)
