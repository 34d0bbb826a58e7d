"""Whole comparisons and histories as they are shown."""

import io
from fractions import Fraction
from pathlib import Path

import pytest

from negmatrix.analysis.changes import Changes, Kind, Side, measure_changes
from negmatrix.analysis.history import measure_history
from negmatrix.document import Document, Legend, Table
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.source import SourceText
from negmatrix.views.amounts import show_move, show_number, show_points
from negmatrix.views.diff import show_changes
from negmatrix.views.history import show_history
from negmatrix.writers.terminal.entry import write_terminal
from negmatrix.writers.terminal.looks import Looks

ROOT = Path(__file__).parent.parent
SHOWN = ROOT / "tests" / "cases" / "shown"
STEPS = {
    "writers-may-deal": ("writers", "may", "deal"),
    "writers-may-august": ("writers", "may", "august"),
    "ukraine-geneva-twenty-points": ("ukraine", "geneva", "twenty-points"),
    "ukraine-twenty-points-geneva-third": ("ukraine", "twenty-points", "geneva-third"),
}


def read_text(name: str, text: str) -> Talks:
    reading = read_talks([SourceText(name, text)])
    assert not reading.problems
    assert reading.talks is not None
    return reading.talks


def read(path: Path) -> Talks:
    return read_text(path.name, path.read_text(encoding="utf-8"))


def step(name: str) -> Changes:
    talks, before, after = STEPS[name]
    whole = read(ROOT / "data" / f"{talks}.yaml")
    return measure_changes(Side(whole, before, f"{talks}@{before}"), Side(whole, after, f"{talks}@{after}"))


def piers() -> Changes:
    before, after = (read(SHOWN / f"pier-{name}.yaml") for name in ("before", "after"))
    return measure_changes(Side(before, None, "pier-before.yaml"), Side(after, None, "pier-after.yaml"))


def write(document: Document, width: int | None = 100, encoding: str = "utf-8") -> str:
    out = io.StringIO()
    write_terminal(document, out, Looks(width=width, encoding=encoding))
    return out.getvalue()


def compare(name: str, text: str, regenerate: bool) -> None:
    expected = SHOWN / f"{name}.txt"
    if regenerate:
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", STEPS)
def test_a_step_is_shown_whole(name: str, regenerate: bool) -> None:
    compare(f"diff-{name}", write(show_changes(step(name))), regenerate)


def test_two_files_are_shown_with_corrected_rounds_first(regenerate: bool) -> None:
    compare("diff-pier", write(show_changes(piers())), regenerate)


def test_kinds_that_are_asked_for_stand_alone(regenerate: bool) -> None:
    compare("diff-pier-only", write(show_changes(piers(), {Kind.MOVED, Kind.RED_LINE_CROSSED})), regenerate)


@pytest.mark.parametrize("talks", ["writers", "ukraine"])
def test_a_history_is_shown_whole(talks: str, regenerate: bool) -> None:
    history = measure_history(read(ROOT / "data" / f"{talks}.yaml"))
    compare(f"history-{talks}", write(show_history(history)), regenerate)


def test_an_outcome_is_shown_whole(regenerate: bool) -> None:
    history = measure_history(read(ROOT / "data" / "writers.yaml"))
    compare("outcome-writers", write(show_history(history, outcome=True)), regenerate)


def test_an_outcome_without_a_settlement_says_so() -> None:
    history = measure_history(read(ROOT / "data" / "ukraine.yaml"))
    assert write(show_history(history, outcome=True)).endswith("\nNo issue is settled at a stance.\n")


def test_every_row_fills_its_columns_and_every_sign_is_explained() -> None:
    for document in (*(show_changes(step(name)) for name in STEPS), show_changes(piers())):
        tables = [block for block in document.blocks if isinstance(block, Table)]
        assert tables
        for table in tables:
            assert {sum(cell.span for cell in row.cells) for row in table.rows} == {len(table.columns)}
        assert sum(isinstance(block, Legend) for block in document.blocks) <= 1


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
    assert write(show_changes(changes)).splitlines()[2].startswith(said)


def test_a_plain_encoding_gets_plain_arrows() -> None:
    text = write(show_changes(step("writers-may-deal")), encoding="ascii")
    assert "moved 9.3 -> 13.0% (+3.7, 46% of the scale)" in text
    assert "\\u" not in text


def test_where_too_many_moved_the_furthest_are_shown_and_the_rest_counted() -> None:
    parties = ", ".join(f"p{number}" for number in range(60))
    top = f"talks: T\nparties: [{parties}]\nissues: {{{', '.join(f'i{n}: {{range: [0, 100]}}' for n in range(8))}}}\n"

    def cells(step: int) -> str:
        row = ", ".join(f"p{number}: {number * step}" for number in range(60))
        return "positions:\n" + "".join(f"  i{issue}: {{{row}}}\n" for issue in range(8))

    sides = (Side(read_text("t", top + cells(number)), None, str(number)) for number in (0, 1))
    text = write(show_changes(measure_changes(*sides)), width=None)
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
    text = write(show_changes(measure_changes(Side(before, None, "a"), Side(after, None, "b"))))
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


ROUND = "talks: T\nparties: {a: A, b: B}\nissues: {x: {levels: [no, some, yes]}, y: {range: [0, 8]}, z: Zed}\nrounds:\n"


def shown_history(rounds: str, outcome: bool = False, encoding: str = "utf-8") -> str:
    return write(show_history(measure_history(read_text("t", ROUND + rounds)), outcome), None, encoding)


def test_an_outcome_names_what_is_settled_in_words_only_and_quotes_levels() -> None:
    rounds = (
        "  one: {positions: {x: {a: no, b: yes}, y: {a: 0, b: 8}}}\n"
        "  end: {title: The End, verdicts: {x: {verdict: settled, at: some}, y: {verdict: settled, at: 3}, "
        "z: {verdict: settled, says: They shake hands}}}\n"
    )
    text = shown_history(rounds, outcome=True)
    assert "\nSettled in words only: Zed.\n" in text
    assert "“some”" in text
    assert "All were settled in one round: The End." in text
    assert "38% : 62%" in text
    assert "what A gave : what B gave" in text


def test_an_outcome_tells_each_round_where_there_are_several() -> None:
    rounds = (
        "  one: {positions: {x: {a: no, b: yes}, y: {a: 0, b: 8}}, verdicts: {x: {verdict: settled, at: some}}}\n"
        "  end: {title: The End, verdicts: {y: {verdict: settled, at: 3}}}\n"
    )
    text = shown_history(rounds, outcome=True)
    assert "in The End" in text
    assert "in one " in text
    assert "in one round" not in text


def test_an_outcome_of_words_alone_names_them() -> None:
    text = shown_history("  one: {verdicts: {z: {verdict: settled, says: They shake hands}}}\n", outcome=True)
    assert text.endswith("\nNo issue is settled at a stance.\n\nSettled in words only: Zed.\n")


def test_a_history_of_one_round_has_no_empty_columns() -> None:
    text = shown_history("  one: {positions: {x: {a: no, b: yes}}}\n")
    assert "What happened" not in text
    assert "Stances kept" not in text
    assert "no number" not in text
    assert "Agreement" in text


@pytest.mark.parametrize(("title", "shown"), [("ONE", [" one "]), ("First", [" First ", " one\n"])])
def test_a_round_goes_by_its_title_where_that_is_another_than_its_id(title: str, shown: list[str]) -> None:
    text = shown_history(f"  one: {{title: {title}, positions: {{x: {{a: no, b: yes}}}}}}\n")
    found = [line for line in text.splitlines(keepends=True)[4:6] if line.strip()]
    assert all(line.startswith(start) for line, start in zip(found, shown, strict=True))


def test_rows_of_bars_have_a_key_with_the_marks_in_use() -> None:
    rounds = "  one: {positions: {x: {a: no}}}\n  two: {positions: {x: {b: no}}}\n"
    plain, ascii_ = shown_history(rounds), shown_history(rounds, encoding="ascii")
    assert " · no number in that round" in plain
    assert " ▁▂▃▄▅▆▇█ agreement from low to high" in plain
    assert " _ no number in that round" in ascii_
    assert " .:-=+*#@ agreement from low to high" in ascii_
    assert "\\x" not in ascii_


def test_counts_of_issues_break_only_between_each_other() -> None:
    history = measure_history(read(ROOT / "data" / "ukraine.yaml"))
    document = show_history(history)
    assert "4\N{NO-BREAK SPACE}aligned, 5\N{NO-BREAK SPACE}partial," in write(document, None)
    assert "4 aligned, 5 partial," in write(document, None, "ascii")
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert table.rows[2].cells[3].value == "4 aligned, 5 partial, 10 divergent, 3 open"


def test_what_rests_on_fewer_than_all_says_so() -> None:
    text = write(show_history(measure_history(read(ROOT / "data" / "ukraine.yaml"))), None)
    assert "◐ 67% of 2" in text
    assert " of 2: rests on the stances of 2 of the 4 parties\n" in text


def test_other_verdicts_are_others_than_settled_ones() -> None:
    assert " 5 verdicts changed " in write(show_changes(step("ukraine-twenty-points-geneva-third")), None)
    assert " 1 other verdict changed " in write(show_changes(step("writers-may-deal")), None)


def test_marks_of_rewording_are_explained_where_they_stand() -> None:
    assert write(show_changes(step("writers-may-august"))).endswith(" [-words left out-] {+words put in+}\n")
    assert "words put in" not in write(show_changes(step("ukraine-twenty-points-geneva-third")))
    assert "words put in" not in write(show_changes(step("writers-may-august"), {Kind.MOVED}))
