"""What readers and records do with what hardly anybody writes or asks."""

import gc
from pathlib import Path

import pytest
import typer

from negmatrix.cli.wrong_use import say_usage
from negmatrix.diagnostics import Severity
from negmatrix.finding import files
from negmatrix.model.scales import Range
from negmatrix.model.standing import standing_in
from negmatrix.reading import read_talks
from negmatrix.source import SourceText, Text
from tests.calling import SMALL, call, write
from tests.generated import make_talks
from tests.reports import check_text

HEAD = "talks: T\nparties: [a]\nissues: {i: {title: I, range: [0, 10]}}\n"


def test_reading_leaves_the_collector_as_it_was() -> None:
    gc.disable()
    try:
        read_talks([SourceText("t.yaml", SMALL)])
        assert not gc.isenabled()
    finally:
        gc.enable()
    read_talks([SourceText("t.yaml", SMALL)])
    assert gc.isenabled()


def test_claims_that_are_no_accounts_are_told_one_by_one() -> None:
    text = f"{HEAD}positions: {{i: {{a: {{claims: [one, two]}}}}}}\n"
    (problem,) = (one for one in check_text(text) if one.severity is Severity.ERROR)
    assert (problem.code, problem.message) == ("wrong-shape", "expected an account with fields, found a text")
    assert [text[at.start : at.end] for at in (problem.at, *problem.repeats)] == ["one", "two"]


@pytest.mark.parametrize(
    ("date", "cure"),
    [
        ("2026-02-00", "a day is written 01 to 31"),
        ("2026-00", "a month is written 01 to 12"),
        ("2026-00-10", "a month is written 01 to 12"),
        ("2026-02-30", "February 2026 has 28 days"),
    ],
)
def test_there_is_no_month_and_no_day_of_nought(date: str, cure: str) -> None:
    (problem,) = (one for one in check_text(f"{HEAD}round: {{date: {date}}}\n") if one.severity is Severity.ERROR)
    assert (problem.code, problem.label) == ("not-a-date", cure)


def test_a_place_is_a_numbers_alone() -> None:
    scale = Range((Text("0"), Text("10")))
    assert scale.place("5") * 2 == 1
    with pytest.raises(ValueError, match="five"):
        scale.place("five")


def test_what_stands_is_told_of_a_round_that_there_is() -> None:
    talks = make_talks({"i": None}, {"i": {"a": {"says": Text("x")}}})
    assert standing_in(talks, "r").round.id == "r"
    with pytest.raises(KeyError, match="s"):
        standing_in(talks, "s")


def test_files_of_a_folder_may_not_be_too_large_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("talks", "more"):
        write(tmp_path / "harbour" / f"{name}.yaml")
    monkeypatch.setattr(files, "MAX_TOGETHER", 150)
    monkeypatch.chdir(tmp_path)
    done = call("check", "harbour")
    assert done.code == 2
    assert (
        done.err == "negmatrix: the files of 'harbour' hold more than 0 MB together, the most that a talks may have\n"
    )


def test_wrong_use_that_we_have_no_sentence_for_is_told_in_typers() -> None:
    fault = typer.BadParameter("Something new.")
    assert say_usage(fault, ["show"]) == ("Invalid value: Something new", "see 'negmatrix show -h'")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ('"\\e[31m"\n', ["control-character"]),
        ("*a\n", ["alias"]),
        (f"{HEAD}? *a\n: 1\n", ["alias"]),
        (f'{HEAD}? "\\e"\n: 1\n', ["control-character"]),
        (f"{HEAD}? [a, b]\n: 1\n", ["complex-key"]),
        (f"{HEAD}? [*a, b]\n: 1\n", ["alias", "complex-key"]),
    ],
)
def test_what_is_refused_is_told_once_wherever_it_stands(text: str, codes: list[str]) -> None:
    assert sorted(problem.code for problem in check_text(text) if problem.severity is Severity.ERROR) == codes


def test_nobody_is_asked_whether_it_refuses_what_is_not_on_the_scale() -> None:
    text = f"{HEAD}positions: {{i: {{a: {{stance: 1, fixed: true}}}}}}\nverdicts: {{i: {{verdict: settled, at: 99}}}}\n"
    codes = {problem.code for problem in check_text(text)}
    assert "off-scale" in codes
    assert "verdict-against-stances" not in codes
