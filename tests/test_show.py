"""Whole matrices as they are shown: a talks that somebody could have written, and all that is printed of it."""

import io
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from negmatrix.analysis.matrix import measure_matrix
from negmatrix.analysis.narrowing import narrow
from negmatrix.analysis.spans import Interval
from negmatrix.document import Cell, Document, Rank, Table
from negmatrix.model.positions import State
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.source import SourceText, Text
from negmatrix.views.matrix import MatrixStyle, show_matrix
from negmatrix.views.percent import count_of, show_measure, show_percent
from negmatrix.writers.terminal.entry import write_terminal
from negmatrix.writers.terminal.looks import Looks
from tests.generated import levels, make_talks

ROOT = Path(__file__).parent.parent
SHOWN = ROOT / "tests" / "cases" / "shown"
HARBOUR = SHOWN / "harbour.yaml"

VIEWS: dict[str, tuple[Path, str, dict[str, Any], dict[str, list[str]]]] = {
    "paris": (ROOT / "data" / "paris.yaml", "paris", {}, {}),
    "says": (HARBOUR, "april", {}, {}),
    "stance-by-divergence-with-sources": (
        HARBOUR,
        "april",
        {"cells": "stance", "order": "divergence", "sources": True},
        {},
    ),
    "both-transposed": (HARBOUR, "april", {"cells": "both", "transpose": True}, {}),
    "links-of-two": (HARBOUR, "april", {"cells": "links", "order": "title"}, {"parties": ["port", "union"]}),
    "stale-of-one-topic": (HARBOUR, "may", {}, {"topics": ["Labour"]}),
    "first-round": (HARBOUR, "march", {}, {}),
}


def read(path: Path) -> Talks:
    reading = read_talks([SourceText(path.name, path.read_text(encoding="utf-8"))])
    assert reading.talks is not None
    return reading.talks


def document(path: Path, round_id: str, style: dict[str, Any], narrowed: dict[str, list[str]]) -> Document:
    whole = read(path)
    talks = narrow(whole, **narrowed)
    return show_matrix(measure_matrix(talks, standing_in(talks, round_id), whole), MatrixStyle(**style))


@pytest.mark.parametrize("name", VIEWS)
def test_a_matrix_is_shown_whole(name: str, regenerate: bool) -> None:
    out = io.StringIO()
    write_terminal(document(*VIEWS[name]), out, Looks(width=100 if name == "paris" else 130))
    expected = SHOWN / f"matrix-{name}.txt"
    if regenerate:
        expected.write_text(out.getvalue(), encoding="utf-8")
    assert out.getvalue() == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", VIEWS)
def test_each_row_fills_its_columns(name: str) -> None:
    for table in tables(document(*VIEWS[name])):
        assert {sum(cell.span for cell in row.cells) for row in table.rows} == {len(table.columns)}


def test_a_matrix_of_nobody_still_tells_its_verdicts() -> None:
    """As in the public version of a talks of which all parties are internal."""
    talks = make_talks({"ban": levels("no", "yes")}, {})
    standing = standing_in(talks, talks.latest.id)
    grid = tables(show_matrix(measure_matrix(talks._replace(parties={}), standing, talks), MatrixStyle()))[0]
    assert [[line.text for line in cell.lines] for cell in grid.rows[-1].cells] == [["All issues"], ["1 open"], ["n/a"]]
    assert {sum(cell.span for cell in row.cells) for row in grid.rows} == {len(grid.columns)}


def tables(shown: Document) -> list[Table]:
    return [block for block in shown.blocks if isinstance(block, Table)]


def test_machines_get_bare_values() -> None:
    grid = tables(document(*VIEWS["stance-by-divergence-with-sources"]))[0]
    values = {row.cells[0].value: [cell.value for cell in row.cells[1:]] for row in grid.rows if row.rank is Rank.ENTRY}
    assert values["Night work"] == [None, "12", "6", "withdrawn", "partial", Fraction(7, 10), 2]
    assert values["Second crane"] == ["for", "for", "n/a", None, "divergent", Fraction(1), 2]
    assert [column.field or column.title for column in grid.columns][-3:] == ["Verdict", "Agreement", "Parties"]


def test_a_cell_says_where_its_stance_lies() -> None:
    grid = tables(document(*VIEWS["says"]))[0]
    cells: list[Cell] = [cell for row in grid.rows for cell in row.cells if cell.value == "Twelve nights at most"]
    assert [getattr(cell.look, "place", None) for cell in cells] == [Fraction(3, 5)]


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Fraction(1), "100%"),
        (Fraction(9999, 10000), ">99%"),
        (Fraction(0), "0%"),
        (Fraction(1, 10000), "<1%"),
        (Fraction(1, 200), "1%"),
        (Fraction(1, 8), "13%"),
        (Fraction(2, 3), "67%"),
        (None, "n/a"),
    ],
)
def test_percentages_are_rounded_half_up_and_whole_only_when_exact(share: Fraction | None, words: str) -> None:
    assert show_percent(share) == words


def test_a_span_is_shown_beside_its_number() -> None:
    assert show_measure(Fraction(1, 2), Interval(Fraction(1, 4), Fraction(3, 4))) == "50% (25–75%)"
    assert show_measure(Fraction(1, 2), Interval(Fraction(1, 999), Fraction(1))) == "50% (<1%–100%)"


def test_counts_in_words() -> None:
    assert [count_of(1, "party", 1, "parties"), count_of(2, "party", 4, "parties")] == ["1 party", "2 of 4 parties"]
    assert [count_of(1, "issue", 3), count_of(0, "issue")] == ["1 of 3 issues", "0 issues"]


def test_words_alone_on_a_scale_have_a_sign_and_stances_are_told_where_one_shows_anyway() -> None:
    """Colour is not all that tells who has a stance."""
    says = {"state": State.STATED, "says": Text("In words")}
    talks = make_talks(
        {"x": levels("no", "yes"), "text": None},
        {"x": {"a": "yes", "b": {"stance": Text("yes"), **says}, "c": says}, "text": {"a": says}},
    )
    out = io.StringIO()
    write_terminal(show_matrix(measure_matrix(talks, standing_in(talks, "r"))), out, Looks())
    lines = out.getvalue().splitlines()
    assert [line.split("  ")[0:1] for line in lines[4:5]] == [[" X"]]
    assert "In words ¶" in lines[4]
    assert lines[5].split() == ["yes"]
    assert out.getvalue().count("¶") == 2, "in the cell and in the legend, and not where there is no scale"


def test_an_open_issue_on_which_something_was_said_has_a_sign_of_its_own() -> None:
    talks = make_talks(dict.fromkeys("xy", levels("no", "yes")), {"x": {"a": "yes"}}, parties=("a", "b"))
    out = io.StringIO()
    write_terminal(show_matrix(measure_matrix(talks, standing_in(talks, "r"))), out, Looks())
    assert [line[-6:] for line in out.getvalue().splitlines()[4:6]] == ["… open", "· open"]
