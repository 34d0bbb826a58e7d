"""Places in a text, problems as values, repeats folded, words at fault quoted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negmatrix.diagnostics import Severity, error, fold_repeats, note, quote
from negmatrix.source import Point, SourceText, Span, Text

SOURCE = SourceText("talks.yaml", "talks: Pier\r\nparties: [a]\rissues:\n  é: 𝄞x\n")


@pytest.mark.parametrize(
    ("words", "point"), [("talks", (1, 1)), ("parties", (2, 1)), ("issues", (3, 1)), ("é", (4, 3)), ("x", (4, 7))]
)
def test_lines_and_columns_count_characters_from_one(words: str, point: tuple[int, int]) -> None:
    assert SOURCE.point(SOURCE.text.index(words)) == Point(*point)


def line(source: SourceText, number: int) -> str:
    start, end = source.line_bounds(number)
    return source.text[start:end]


def test_a_line_goes_without_its_end() -> None:
    assert [line(SOURCE, number) for number in range(1, 6)] == ["talks: Pier", "parties: [a]", "issues:", "  é: 𝄞x", ""]


@given(st.text(st.sampled_from("ab\n\r"), max_size=40))
def test_every_offset_has_its_place(text: str) -> None:
    source = SourceText("any", text)
    points = [source.point(offset) for offset in range(len(text) + 1)]
    assert points == sorted(points)
    assert len(set(points)) == len(points)
    assert "".join(line(source, number) for number in range(1, points[-1].line + 1)) == text.replace("\r", "").replace(
        "\n", ""
    )


def test_words_are_equal_wherever_they_stand() -> None:
    here, there = Text("city", SOURCE, 3, 7), Text("city")
    assert here == there == "city"
    assert len({here, there, "city"}) == 1
    assert Span(SOURCE, 3, 7) == here.at


def test_a_part_of_a_text_has_its_own_place() -> None:
    plain = Text("city, port", SOURCE, 10, 20, plain=True)
    assert plain.part("port", 6).at == Span(SOURCE, 16, 20)
    quoted = Text("city, port", SOURCE, 10, 22)
    assert quoted.part("port", 6).at == Span(SOURCE, 17, 21)
    escaped = Text("city, port", SOURCE, 10, 30)
    assert escaped.part("port", 6).at == escaped.at


def at(start: int, name: str = "a.yaml") -> Span:
    return Span(SourceText(name, "x" * 100), start, start + 1)


def test_repeats_of_one_cause_are_one_problem_with_its_places() -> None:
    found = [error("unknown-party", "'UK' is no party", at(place)) for place in (30, 10, 20)]
    other = error("unknown-party", "'EU' is no party", at(15))
    first, second = fold_repeats([*found, other])
    assert (first.at.start, [place.start for place in first.repeats]) == (10, [20, 30])
    assert second == other


def test_the_same_words_under_another_code_are_another_problem() -> None:
    assert len(fold_repeats([error("a", "same", at(1)), error("b", "same", at(2))])) == 2


def test_a_problem_that_tells_of_several_places_keeps_them() -> None:
    several = note("no-source", "no source", at(5))._replace(repeats=(at(7), at(9)))
    (folded,) = fold_repeats([several, note("no-source", "no source", at(8))])
    assert [place.start for place in folded.repeats] == [7, 8, 9]
    assert folded.severity is Severity.NOTE


def test_problems_stand_in_the_order_of_files_and_places() -> None:
    found = [error("c", "3", at(1, "b.yaml")), error("b", "2", at(9)), error("a", "1", at(2))]
    assert [problem.code for problem in fold_repeats(found)] == ["a", "b", "c"]


@given(st.text(max_size=300))
def test_words_at_fault_stay_on_one_short_line(words: str) -> None:
    quoted = quote(words)
    assert len(quoted) <= 42
    assert "\n" not in quoted
    assert quoted[0] == quoted[-1] == "'"


def test_short_words_are_quoted_as_they_are() -> None:
    assert quote("a b  c") == "'a b  c'"
    assert quote("x" * 40) == f"'{'x' * 40}'"
    assert quote("x" * 41) == f"'{'x' * 39}…'"
