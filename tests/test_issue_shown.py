"""Whole reports of an issue and of two parties, as they are shown."""

from fractions import Fraction
from pathlib import Path

import pytest

from negmatrix.analysis.comparison import measure_comparison
from negmatrix.analysis.issue_report import measure_issue
from negmatrix.analysis.matrix import measure_matrix
from negmatrix.analysis.narrowing import narrow
from negmatrix.document import Document, Table
from negmatrix.model.standing import standing_in
from negmatrix.model.verdicts import Word
from negmatrix.source import Text
from negmatrix.views.compare import show_comparison
from negmatrix.views.issue import show_issue
from negmatrix.views.issue_measures import show_decimal
from negmatrix.views.matrix import MatrixStyle, show_matrix
from negmatrix.views.names import list_names
from tests.generated import levels, make_talks, options, stance, verdict
from tests.shown import FISHERY, UKRAINE, expect, issue_of, printed
from tests.test_show import ROOT, SHOWN, read

PARIS = ROOT / "data" / "paris.yaml"
ISSUES: dict[str, tuple[Path, str, int]] = {
    "quota": (FISHERY, "february", 100),
    "quota-narrow": (FISHERY, "february", 60),
    "quota-first-round": (FISHERY, "january", 100),
    "mesh": (FISHERY, "february", 100),
    "inspection": (FISHERY, "february", 100),
    "start": (FISHERY, "february", 100),
    "ban": (FISHERY, "february", 100),
    "apology": (FISHERY, "february", 100),
    "sale": (FISHERY, "february", 100),
    "silent": (FISHERY, "february", 100),
    "sanctions": (PARIS, "paris", 100),
    "held-donetsk": (UKRAINE, "geneva-third", 200),
}


PAIRS: dict[str, tuple[Path, str, int, str, str]] = {
    "coast-union": (FISHERY, "february", 100, "coast", "union"),
    "coast-union-narrow": (FISHERY, "february", 60, "coast", "union"),
    "bank-union": (FISHERY, "february", 100, "bank", "union"),
    "south-fleet": (FISHERY, "february", 100, "south", "fleet"),
    "ukraine-us": (UKRAINE, "geneva-third", 100, "ukraine", "us"),
}


def report(path: Path, round_id: str, name: str) -> Document:
    talks = read(path)
    issue = next(issue for issue in sorted(talks.issues, key=len, reverse=True) if name.startswith(issue))
    return show_issue(measure_issue(talks, standing_in(talks, round_id), issue))


@pytest.mark.parametrize("name", ISSUES)
def test_an_issue_is_shown_whole(name: str, regenerate: bool) -> None:
    path, round_id, width = ISSUES[name]
    expect(f"issue-{name}", printed(report(path, round_id, name), width), regenerate)


@pytest.mark.parametrize("name", PAIRS)
def test_two_parties_are_shown_side_by_side(name: str, regenerate: bool) -> None:
    path, round_id, width, left, right = PAIRS[name]
    talks = read(path)
    result = measure_comparison(talks, standing_in(talks, round_id), left, right)
    expect(f"compare-{name}", printed(show_comparison(result), width), regenerate)


def test_links_are_told_beneath_the_matrix(regenerate: bool) -> None:
    talks = read(FISHERY)
    result = measure_matrix(talks, standing_in(talks, "february"))
    expect("matrix-links", printed(show_matrix(result, MatrixStyle(cells="links")), 100), regenerate)


@pytest.mark.parametrize("name", [*ISSUES, *PAIRS])
def test_each_row_fills_its_columns(name: str) -> None:
    if name in ISSUES:
        document = report(*ISSUES[name][:2], name)
    else:
        path, round_id, _, left, right = PAIRS[name]
        talks = read(path)
        document = show_comparison(measure_comparison(talks, standing_in(talks, round_id), left, right))
    for table in (block for block in document.blocks if isinstance(block, Table)):
        assert {sum(cell.span for cell in row.cells) for row in table.rows} == {len(table.columns)}


def test_a_settled_issue_measures_the_last_stances_and_says_so() -> None:
    text = (SHOWN / "issue-start.txt").read_text(encoding="utf-8")
    assert "Zone of agreement, of the last stances" in text
    assert "of the last stances" in text.split("Measures")[1]


def test_options_tell_what_stands_today_and_what_was_settled() -> None:
    settled = verdict("x", Word.SETTLED, agreed=Text("blue"))
    talks = make_talks({"x": options("red", "blue")}, {"x": {"a": "red", "b": "blue"}}, verdicts={"x": (settled,)})
    issue = talks.issues["x"]._replace(status_quo=Text("red"))
    (table,) = (
        b
        for b in issue_of(talks._replace(issues={"x": issue})).blocks
        if isinstance(b, Table) and b.columns[0].title == "Options"
    )
    assert [[line.text for line in row.cells[0].lines] for row in table.rows] == [
        ["red", "today"],
        ["blue", "settled at"],
    ]


def test_what_is_rejected_on_options_and_links_without_any() -> None:
    talks = make_talks({"x": options("red", "blue")}, {"x": {"a": stance("red", rejects=(Text("blue"),)), "b": "blue"}})
    assert "blue" in [
        cell.value for b in issue_of(talks).blocks if isinstance(b, Table) for row in b.rows for cell in row.cells[2:3]
    ]
    result = measure_matrix(talks, standing_in(talks, "r"))
    assert "What waits" not in printed(show_matrix(result, MatrixStyle(cells="links")), 100)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "n/a"),
        (Fraction(1), "1"),
        (Fraction(0), "0"),
        (Fraction(-1), "-1"),
        (Fraction(999, 1000), "0.99"),
        (Fraction(1, 1000), "0.01"),
        (Fraction(-1, 8), "-0.13"),
        (Fraction(5524, 10000), "0.55"),
    ],
)
def test_decimals_are_whole_only_when_exact(value: Fraction | None, words: str) -> None:
    assert show_decimal(value) == words


def test_names_in_a_row() -> None:
    assert list_names("abcdef") == "a, b, c, d, e, f"
    assert list_names("abcdefg") == "a, b, c, d, e, f and 1 other"
    assert list_names("abcdefgh") == "a, b, c, d, e, f and 2 others"


def test_an_issue_that_waits_for_itself_in_a_circle_is_not_its_own_block() -> None:
    cells = {
        "x": {"a": stance("no", depends_on=(Text("y"), Text("gone"), Text("x"))), "b": "yes"},
        "y": {"a": stance("no", depends_on=(Text("x"),)), "b": "no"},
    }
    talks = make_talks({"x": levels("no", "yes"), "y": levels("no", "yes")}, cells)
    result = measure_issue(talks, standing_in(talks, "r"), "x")
    assert [(one.issue, one.verdict, one.parties) for one in result.waits_for] == [("y", Word.ALIGNED, ("a",))]
    assert result.blocked_by == ()
    links = measure_matrix(talks, standing_in(talks, "r")).links
    assert [(link.issue, link.blocked_by) for link in links] == [("x", ()), ("y", ("x",))]


def test_narrowing_keeps_the_report_whole() -> None:
    whole = read(FISHERY)
    talks = narrow(whole, parties=["coast", "union"])
    shown = measure_issue(talks, standing_in(talks, "february"), "quota", whole)
    assert (shown.talks.of_parties, len(shown.positions)) == (5, 2)
