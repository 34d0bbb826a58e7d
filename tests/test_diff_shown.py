"""Whole comparisons as they are shown."""

from fractions import Fraction

import pytest

from negmatrix.analysis.changes import Kind, Side, measure_changes
from negmatrix.document import Legend, Table
from negmatrix.views.amounts import show_move, show_number, show_points
from negmatrix.views.diff import show_changes
from tests.comparing import STEPS, piers, read_text, step
from tests.shown import expect, printed


@pytest.mark.parametrize("name", STEPS)
def test_a_step_is_shown_whole(name: str, regenerate: bool) -> None:
    expect(f"diff-{name}", printed(show_changes(step(name))), regenerate)


def test_two_files_are_shown_with_corrected_rounds_first(regenerate: bool) -> None:
    expect("diff-pier", printed(show_changes(piers())), regenerate)


def test_kinds_that_are_asked_for_stand_alone(regenerate: bool) -> None:
    expect("diff-pier-only", printed(show_changes(piers(), {Kind.MOVED, Kind.RED_LINE_CROSSED})), regenerate)


def test_every_row_fills_its_columns_and_every_sign_is_explained() -> None:
    for document in (*(show_changes(step(name)) for name in STEPS), show_changes(piers())):
        tables = [block for block in document.blocks if isinstance(block, Table)]
        assert tables
        for table in tables:
            assert {sum(cell.span for cell in row.cells) for row in table.rows} == {len(table.columns)}
        assert sum(isinstance(block, Legend) for block in document.blocks) <= 1


def test_sentences_that_break_for_people_are_whole_to_machines() -> None:
    table = next(block for block in show_changes(step("writers-may-deal")).blocks if isinstance(block, Table))
    told = {str(row.cells[0].value): str(row.cells[1].value) for row in table.rows}
    assert told["Weeks in a development room"] == "settled at 10 weeks: Writers Guild stood there, Studios from 0"
    assert told["Writers kept through production"] == (
        "settled at “some”: Writers Guild from “half”, Studios from “nobody”"
    )
    for document in (*(show_changes(step(name)) for name in STEPS), show_changes(piers())):
        tables = [block for block in document.blocks if isinstance(block, Table)]
        values = [str(cell.value) for table in tables for row in table.rows for cell in row.cells]
        assert not [value for value in values if ",;" in value or ":;" in value]


ONE = "talks: T\nparties: [a, b]\nissues: {x: {range: [0, 10]}}\npositions: {x: {a: %s, b: 2}}\n"


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (ONE % "1", "Nothing changed."),
        (ONE.replace("a: %s, b: 2", "b: 2, a: 1"), "Only the order in the file changed."),
        (ONE % "{stance: 1, note: why}", "Only notes and sources changed."),
        (ONE % "2", "1 stance moved: 1 closer"),
    ],
)
def test_the_summary_says_when_nothing_that_matters_changed(after: str, said: str) -> None:
    changes = measure_changes(Side(read_text("a", ONE % "1"), None, "a"), Side(read_text("b", after), None, "b"))
    assert printed(show_changes(changes)).splitlines()[2].startswith(said)


def test_a_plain_encoding_gets_plain_arrows() -> None:
    text = printed(show_changes(step("writers-may-deal")), encoding="ascii")
    assert "moved 9.3 -> 13.0% (+3.7, 46% of the scale)" in text
    assert "\\u" not in text


def test_where_too_many_moved_the_furthest_are_shown_and_the_rest_counted() -> None:
    parties = ", ".join(f"p{number}" for number in range(60))
    top = f"talks: T\nparties: [{parties}]\nissues: {{{', '.join(f'i{n}: {{range: [0, 100]}}' for n in range(8))}}}\n"

    def cells(step: int) -> str:
        row = ", ".join(f"p{number}: {number * step}" for number in range(60))
        return "positions:\n" + "".join(f"  i{issue}: {{{row}}}\n" for issue in range(8))

    sides = (Side(read_text("t", top + cells(number)), None, str(number)) for number in (0, 1))
    text = printed(show_changes(measure_changes(*sides)), width=None)
    assert text.count("moved 0 → 59") == text.count("moved 0 → 55") == 8
    assert "moved 0 → 54" not in text
    assert text.count("and 54 more") == 8


@pytest.mark.parametrize(
    ("stances", "told"),
    [
        ((1, 2, 3, 6, 7, 8), "toward p4, p5, p6\naway from p1, p2, p3"),
        ((1, 2, 3, 6, 7, 8, 9), "toward 4 parties\naway from 3 parties"),
        ((1, 6, 6, 6, 7, 7, 7), "toward 6 parties\naway from 1 party"),
        ((6, 6, 6, 7, 7, 7, 7), "toward 7 parties"),
    ],
)
def test_whom_a_move_came_closer_to_is_named_while_these_are_few(stances: tuple[int, ...], told: str) -> None:
    names = [f"p{number}" for number in range(1, len(stances) + 1)]
    top = f"talks: T\nparties: [mover, {', '.join(names)}]\nissues: {{i: {{range: [0, 10]}}}}\n"
    row = ", ".join(f"{name}: {stance}" for name, stance in zip(names, stances, strict=True))
    before, after = (read_text("t", f"{top}positions: {{i: {{mover: {place}, {row}}}}}\n") for place in (5, 6))
    text = printed(show_changes(measure_changes(Side(before, None, "a"), Side(after, None, "b"))))
    assert text.count("toward") == text.count(told.partition("\n")[0]) == 1
    assert text.count("away from") == told.count("away from")
    assert all(part in text for part in told.split("\n"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(37, 10), "3.7"),
        (Fraction(-3), "-3"),
        (Fraction(1, 3), "0.33"),
        (Fraction(-2, 3), "-0.67"),
        (Fraction(1, 10**12), "0.000000000001"),
        (Fraction(0), "0"),
        (Fraction(200000), "200000"),
    ],
)
def test_numbers(value: Fraction, text: str) -> None:
    assert show_number(value) == text


def test_moves_carry_their_sign_and_unit() -> None:
    assert show_move(Fraction(37, 10), "%") == "+3.7%"
    assert show_move(Fraction(-1), "levels") == "-1 level"
    assert show_move(Fraction(2), "levels") == "+2 levels"
    assert show_move(Fraction(0), None) == "0"


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (None, "n/a"),
        (Fraction(0), "0"),
        (Fraction(46, 100), "+46.0"),
        (Fraction(-455, 1000), "-45.5"),
        (Fraction(4, 1000), "+0.4"),
        (Fraction(-1, 10000), "-<0.1"),
        (Fraction(998, 100000), "+1.0"),
    ],
)
def test_points(change: Fraction | None, text: str) -> None:
    assert show_points(change) == text


def test_marks_of_rewording_are_explained_where_they_stand() -> None:
    assert printed(show_changes(step("writers-may-august"))).endswith(" [-words left out-] {+words put in+}\n")
    assert "words put in" not in printed(show_changes(step("ukraine-twenty-points-geneva-third")))
    assert "words put in" not in printed(show_changes(step("writers-may-august"), {Kind.MOVED}))
