"""Whole histories and outcomes as they are shown."""

import pytest

from negmatrix.analysis.history import measure_history
from negmatrix.document import Table
from negmatrix.views.diff import show_changes
from negmatrix.views.history import show_history
from tests.comparing import ROOT, read, read_text, step
from tests.shown import expect, printed


@pytest.mark.parametrize("talks", ["writers", "ukraine"])
def test_a_history_is_shown_whole(talks: str, regenerate: bool) -> None:
    history = measure_history(read(ROOT / "data" / f"{talks}.yaml"))
    expect(f"history-{talks}", printed(show_history(history)), regenerate)


def test_an_outcome_is_shown_whole(regenerate: bool) -> None:
    history = measure_history(read(ROOT / "data" / "writers.yaml"))
    expect("outcome-writers", printed(show_history(history, outcome=True)), regenerate)


def test_an_outcome_without_a_settlement_says_so() -> None:
    history = measure_history(read(ROOT / "data" / "ukraine.yaml"))
    assert printed(show_history(history, outcome=True)).endswith("\nNo issue is settled at a stance.\n")


ROUND = "talks: T\nparties: {a: A, b: B}\nissues: {x: {levels: [no, some, yes]}, y: {range: [0, 8]}, z: Zed}\nrounds:\n"


def shown_history(rounds: str, outcome: bool = False, encoding: str = "utf-8") -> str:
    return printed(show_history(measure_history(read_text("t", ROUND + rounds)), outcome), None, encoding)


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
    assert "4\N{NO-BREAK SPACE}aligned, 5\N{NO-BREAK SPACE}partial," in printed(document, None)
    assert "4 aligned, 5 partial," in printed(document, None, "ascii")
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert table.rows[2].cells[3].value == "4 aligned, 5 partial, 10 divergent, 3 open"


def test_what_rests_on_fewer_than_all_says_so() -> None:
    text = printed(show_history(measure_history(read(ROOT / "data" / "ukraine.yaml"))), None)
    assert "◐ 67% of 2" in text
    assert " of 2: rests on the stances of 2 of the 4 parties\n" in text


def test_other_verdicts_are_others_than_settled_ones() -> None:
    assert " 5 verdicts changed " in printed(show_changes(step("ukraine-twenty-points-geneva-third")), None)
    assert " 1 other verdict changed " in printed(show_changes(step("writers-may-deal")), None)
