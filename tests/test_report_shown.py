"""What a report tells in sentences, and what its numbers add up to."""

import io
from typing import Any

import pytest

from negmatrix.analysis.listing import measure_listed
from negmatrix.analysis.matrix import measure_matrix
from negmatrix.analysis.report import Report, measure_report
from negmatrix.document import Document
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import Text
from negmatrix.views import report_issues
from negmatrix.views.listing import show_list
from negmatrix.views.matrix import MatrixStyle, show_matrix
from negmatrix.views.report import show_report
from negmatrix.views.report_summary import summarize
from negmatrix.writers.terminal.entry import write_terminal
from negmatrix.writers.terminal.looks import Looks
from tests.generated import levels, make_talks, verdict

SCALE = levels("no", "maybe", "yes")


def report(talks: Talks) -> Report:
    return measure_report(talks, standing_in(talks, talks.latest.id))


def written(document: Document, width: int = 100) -> str:
    out = io.StringIO()
    write_terminal(document, out, Looks(width=width))
    return out.getvalue()


def test_issues_of_weight_0_are_told_with_the_counts() -> None:
    """So that the numbers add up to all issues, in words, in the total of a matrix and in a list of talks."""
    cells = {"x": {"a": "no", "b": "yes"}, "y": {"a": "yes", "b": "yes"}}
    talks = make_talks(dict.fromkeys("xyz", SCALE), cells, parties=("a", "b"), weights={"x": "0"})
    told = list(summarize(report(talks)))
    assert told[1] == (
        "Of 3 issues: 1 aligned, 1 open; 1 more is shown and not counted (weight 0). "
        "Agreement over all is 100%, on 1 of 2 issues."
    )
    assert len(told) == 2, "what is not counted is not told as furthest apart"
    matrix = measure_matrix(talks, standing_in(talks, talks.latest.id))
    for style in (MatrixStyle(), MatrixStyle(transpose=True)):
        assert "1 aligned · 1 open · 1 not counted" in written(show_matrix(matrix, style))
    assert "1 aligned · 1 open · 1 not counted" in written(show_list([measure_listed("x", talks)]))


def test_a_summary_names_what_is_parked_or_dropped_only_where_there_is_some() -> None:
    cells = {name: {"a": "no", "b": "maybe", "c": "maybe"} for name in "xyz"}
    ruled = {"x": (verdict("x", Word.PARKED),), "y": (verdict("y", Word.OPEN),)}
    told = list(summarize(report(make_talks(dict.fromkeys("xyz", SCALE), cells, verdicts=ruled))))
    assert told[0].startswith("A, B and C negotiate over 3 issues.")
    assert told[1].endswith("is 67%, on 2 issues; what is left out: 1 parked.")
    assert told[-1] == "Furthest apart: Y (67% agreement)."


def test_of_two_parties_it_is_told_how_far_they_stand_apart_and_not_who() -> None:
    text = written(show_report(report(make_talks({"x": SCALE}, {"x": {"a": "no", "b": "yes"}}))))
    assert "100% of the scale apart" in text
    assert "furthest apart: A" not in text


def test_what_is_settled_is_not_told_as_a_number_of_those_who_are_silent() -> None:
    talks = make_talks({"x": SCALE}, {}, parties=("a", "b"), verdicts={"x": (verdict("x", Word.SETTLED),)})
    text = written(show_report(report(talks)))
    assert "Settled: counted as full agreement" in text
    assert "A settled issue counts 100%" in text
    assert "of 2 in 2" not in text


def test_a_settlement_is_told_once_where_its_place_is_all_there_is() -> None:
    ruled = {"x": (verdict("x", Word.SETTLED, agreed=Text("yes")),)}
    text = written(show_report(report(make_talks({"x": SCALE}, {}, parties=("a", "b"), verdicts=ruled))))
    assert "Settled at yes: counted as full agreement" in text
    assert "Verdicts" not in text


def test_each_remark_on_a_verdict_says_of_which_word_it_is() -> None:
    ruled = (verdict("x", Word.PARKED, "a", "b", to=Text("the ministers")),)
    talks = make_talks({"x": SCALE}, {"x": {"a": "no", "b": "maybe", "c": "yes"}}, verdicts={"x": ruled})
    text = written(show_report(report(talks)))
    assert "parked: A, B" in text
    assert "parked to the ministers" in text
    judged = make_talks({"x": SCALE}, {"x": {"a": "no", "b": "maybe"}}, verdicts={"x": (verdict("x", Word.DIVERGENT),)})
    assert "judged; stances alone: partial" in written(show_report(report(judged)), 200)


def test_a_long_report_tells_again_only_what_its_matrix_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """An interest has no room in a matrix; a stance and its words stand there whole."""
    cells: dict[str, dict[str, str | dict[str, Any]]] = {
        "x": {"a": {"stance": Text("no"), "interest": Text("Peace")}, "b": "yes", "c": "maybe"},
        "y": {"a": "no", "b": "yes"},
        "z": {"a": {"says": Text("A word")}, "b": {"says": Text("Another"), "note": Text("By phone")}},
    }
    talks = make_talks({"x": SCALE, "y": SCALE, "z": None}, cells)
    assert "the matrix above tells" not in written(show_report(report(talks)))
    monkeypatch.setattr(report_issues, "MOST_REPEATED", 6)
    told = written(show_report(report(talks))).partition("Issue by issue")[2]
    x, y, z = (told[told.index(title) :].partition("known.\n")[0] + "known." for title in ("\nX\n", "\nY\n", "\nZ\n"))
    assert "Peace" in x
    assert "Of 2 parties the matrix above tells all that is known." in x
    assert "Of 2 parties the matrix above tells all that is known." in y
    assert "Positions" not in y
    assert "By phone" in z
    assert "Of 1 party the matrix above tells all that is known." in z


def test_a_long_report_names_the_stance_that_its_matrix_leaves_out_where_all_hold_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cells: dict[str, dict[str, str | dict[str, Any]]] = {
        "x": {
            "a": {"stance": Text("yes"), "says": Text("Gladly")},
            "b": {"stance": Text("yes"), "says": Text("At last")},
            "c": {"stance": Text("yes"), "says": Text("If we must"), "interest": Text("Peace")},
        },
    }
    monkeypatch.setattr(report_issues, "MOST_REPEATED", 2)
    told = written(show_report(report(make_talks({"x": SCALE}, cells)))).partition("Issue by issue")[2]
    rest = "Of 2 parties the matrix above tells all that is known; the stance is the same throughout: yes."
    assert rest in " ".join(told.split())
    assert "Gladly" not in told
    positions = told.partition("Positions")[2]
    assert "If we must" in positions
    assert "yes" in positions.partition("Of 2 parties")[0]
