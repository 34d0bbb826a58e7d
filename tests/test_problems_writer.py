"""How problems are written: in full, in a line, as records; long lines, wide characters, several files, repeats."""

from io import StringIO

import pytest

from negmatrix.diagnostics import Diagnostic, Related, error, fold_repeats, list_some, note, quote, warning
from negmatrix.source import SourceText, Span
from negmatrix.writers.problems import count_problems, problem_records, show_concise, show_problems
from negmatrix.writers.terminal.lines import write_lines
from negmatrix.writers.terminal.looks import Looks


def full(*problems: Diagnostic, width: int | None = None, encoding: str = "utf-8") -> str:
    looks, out = Looks(width=width, encoding=encoding), StringIO()
    write_lines(show_problems(problems, looks), out, looks)
    return out.getvalue()


def mark(text: str, words: str, name: str = "t.yaml") -> Span:
    start = text.index(words)
    return Span(SourceText(name, text), start, start + len(words))


def test_a_problem_in_full() -> None:
    text = "parties:\n  city: City\nx: citi\n"
    listed = Related(mark(text, "city"), "it is listed here")
    assert full(error("unknown-party", "no 'citi'", mark(text, "citi"), "did you mean 'city'?", (listed,))) == (
        "t.yaml:3:4: error: no 'citi' [unknown-party]\n"
        "  |\n3 | x: citi\n  |    ^^^^ did you mean 'city'?\n"
        "  |\n2 |   city: City\n  |   ---- it is listed here\n"
    )


def test_another_file_is_named_and_problems_stand_apart() -> None:
    far = Related(mark("one\ntwo", "two", "other.yaml"), "here")
    shown = full(warning("a", "m", mark("x: y", "y"), related=(far,)), note("b", "n", mark("x: y", "x")))
    assert " ::: other.yaml:2:1\n  |\n2 | two\n  | --- here\n\nt.yaml:1:1: note: n [b]\n" in shown


def test_places_of_repeats_are_counted_and_the_first_shown() -> None:
    source = SourceText("t.yaml", "x\n" * 20)
    spans = [Span(source, 2 * number, 2 * number + 1) for number in range(9)]
    (folded,) = fold_repeats([error("a", "m", span) for span in reversed(spans)])
    assert (folded.at, folded.repeats) == (spans[0], tuple(spans[1:]))
    assert "error: m, at 9 places [a]" in full(folded)
    assert "= also at 2:1, 3:1, 4:1, 5:1, 6:1, 7:1 and 2 more\n" in full(folded)
    assert full(folded._replace(repeats=tuple(spans[1:3]))).endswith("= also at 2:1, 3:1\n")


@pytest.mark.parametrize("size", [100, 1_000_000])
def test_of_a_long_line_only_what_is_near_is_shown(size: int) -> None:
    text = "a" * size + "HERE" + "b" * size
    shown = full(error("a", "m", mark(text, "HERE"), "mend it"), width=60)
    line, caret = shown.splitlines()[2:4]
    assert line.startswith("1 | …aaa")
    assert line.endswith("bbb…")
    assert line.index("HERE") == caret.index("^^^^ mend it")
    assert all(len(one) <= 62 for one in shown.splitlines()[1:])


def test_the_caret_stands_by_display_width_and_nothing_steers_the_terminal() -> None:
    shown = full(error("a", "m\x1b", mark("日本: \x1b\there", "here")))
    assert shown.splitlines()[2:] == [r"1 | 日本: \x1b here", "  |            ^^^^"]
    assert r"error: m\x1b [a]" in shown
    assert r"\xe9" in full(error("a", "é", mark("é", "é"), "é"), encoding="ascii")


def test_a_label_without_room_stands_below_and_one_without_a_line_alone() -> None:
    shown = full(error("a", "m", mark("x" * 30, "x"), "words " * 8), width=40)
    assert "  = words words words words words words\n    words words" in shown
    assert full(error("a", "m", Span(SourceText("t", ""), 0, 0), "write something")).endswith("\n  = write something\n")
    assert full(error("a", "m", Span(SourceText("t", ""), 0, 0))) == "t:1:1: error: m [a]\n"
    over = Span(SourceText("t", "ab\r\ncd"), 1, 5)
    assert full(error("a", "m", over)).endswith("1 | ab\n  |  ^\n")


def test_a_line_and_a_record_and_a_count() -> None:
    problem = warning("a", "m", mark("x: y", "y"), "help", (Related(mark("x: y", "x"), "there"),))
    out = StringIO()
    write_lines(show_concise([problem]), out, Looks())
    assert out.getvalue() == "t.yaml:1:4: warning: m [a]\n"
    place = {"file": "t.yaml", "line": 1, "column": 4, "end_line": 1, "end_column": 5}
    (record,) = problem_records([problem])
    assert record == {
        "code": "a", "severity": "warning", "message": "m", **place, "help": "help", "repeats": [],
        "related": [{**place, "column": 1, "end_column": 2, "message": "there"}],
    }  # fmt: skip
    assert count_problems([problem, problem, error("b", "m", problem.at)]) == "1 error, 2 warnings"
    assert count_problems([]) == "no problems"


def test_words_at_fault_are_short_and_on_one_line() -> None:
    assert quote("a\nb\x1b" + "c" * 99) == "'a b\x1b" + "c" * 35 + "…'"
    assert list_some([str(number) for number in range(14)]).endswith("10, 11 and 2 more")
    assert list_some(["x" * 50]) == "x" * 39 + "…"
