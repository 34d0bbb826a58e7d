"""What is taken from whole documents: tables, headings, rows that span, scales that cells propose."""

import pytest

from negmatrix.finding.lost import LostError
from negmatrix.importing import Options, import_file
from tests.importing import made

TWO = "# One\n\n| Issue | A |\n|---|---|\n| x | y |\n\nTwo\n===\n\n| Issue | B |\n|---|---|\n| z | w |\n"


def test_a_table_is_chosen_by_its_number() -> None:
    assert "not imported: table 2 of 2 (--table 2 takes that one)" in made(TWO, "x.md").report
    second = made(TWO, "x.md", table=2, title="Named")
    assert "talks: Named" in second.text
    assert "z: w" not in second.text
    assert "b: w" in second.text
    with pytest.raises(LostError, match="there is no table 3\ntables found:\n  1: issues by parties"):
        import_file(TWO.encode(), "x.md", Options(table=3))


def test_proposals_alone_make_no_talks() -> None:
    text = "| Approach | Goal | Outcome |\n|---|---|---|\n| a | b | c |\n"
    with pytest.raises(LostError, match="table 1 holds proposals: expected a column of issues"):
        import_file(text.encode(), "x.md", Options(table=1))


def test_tables_in_code_are_passed_over_and_html_in_markdown_is_read() -> None:
    fenced = "```\n| Issue | Z |\n|---|---|\n| q | r |\n```\n\n~~~~\n```\n~~~~\n"
    page = "<table><caption>Said</caption><tr><th>Issue<th>A<tr><td>x<td>y</table>\n"
    imported = made(fenced + page, "x.md")
    assert "a: y" in imported.text
    assert "z:" not in imported.text


def test_proposals_are_tied_to_issues_and_parties_where_they_are_named() -> None:
    text = TWO + (
        "\n| Idea | Goal | Issue | Party | Remarks |\n|---|---|---|---|---|\n"
        "| Fence | Peace | X | A | why not |\n| Wall | - | roof | A | |\n|  | lost | | | |\n"
    )
    imported = made(text, "x.md")
    assert "    addresses: [x]\n    from: [a]\n    note: why not\n    source: x\n" in imported.text
    assert "    from: [a]\n    note: 'Issue: roof'\n" in imported.text
    assert any(line.startswith("proposals without a title were passed over") for line in imported.report)


def test_cells_behind_the_last_header_are_told_by_their_rows() -> None:
    left = "cells behind the last header are left out unless --map says what they hold: "
    rows = "Issue,A,B,C\nQuota,1,2,3,4,5\nFleet,1,2,3,,\nPorts,1,2,3,,6\n"
    assert f"{left}2 in the row 'Quota', 1 in the row 'Ports'" in made(rows).report
    page = "# T\n\n| Issue | A | |\n|---|---|---|\n| Quota | 1 | 2 |\n"
    assert f"{left}1 in the row 'Quota' of the table in line 3" in made(page, "x.md").report
    mapped = made(rows, columns={"5": "position:D"})
    assert "    d: 4\n" in mapped.text
    assert "parties from the columns 'A', 'B', 'C', '5' as 'D'" in mapped.report


def test_headings_of_rows_are_topics() -> None:
    page = (
        "<table><tr><th>Issue<th>A<th>B<tr><th colspan=3>Security<tr><td>Troops<td>stay<td>go"
        "<tr><td>Mines<td>&ndash;<td>n/a</table>"
    )
    imported = made(page, "x.html")
    assert "  troops:\n    title: Troops\n    topic: Security\n" in imported.text
    assert "  mines:\n    b: n/a\n" in imported.text


def test_rows_below_reach_down_and_scripts_stay_silent() -> None:
    page = (
        "<style>x</style><h2>Fish<p>x</h2><table><script>no</script><thead><tr><th rowspan=2>Issue<th colspan=2>Side"
        "<tr><th>A</th><th>B</th></tr></thead><tr><td rowspan=2><p>Quota</p></td><td>1<td>2</tr><tr><td>3<td colspan=x>4"
        "</table></table><table></table>"
    )
    imported = made(page, "x.html")
    assert "talks: Fishx" in imported.text or "talks: Fish x" in imported.text
    assert "  quota:\n    title: Quota\n    range: [1, 2]" in imported.text
    assert "  quota-2:\n" in imported.text


def test_cells_before_any_row_and_open_ends_are_read() -> None:
    imported = made("<table><td>Issue<td>A<tr><td>x<td>y", "x.html")
    assert "a: y" in imported.text


@pytest.mark.parametrize(
    ("rows", "scale"),
    [
        ("x,5,5", "range: [0, 5]"),
        ("x,0,0", "range: [0, 1]"),
        ("x,-5,-5", "range: [-5, 0]"),
        ("x,40 %,40 %", "range: [0, 100]"),
        ("x,2025-05-01,2025-06-01", "range: [2025-05-01, 2025-06-01]"),
        ("x,Yes,No", "levels: [No, Yes]"),
        ("x,support,neutral", "scale: support-3"),
    ],
)
def test_numbers_and_known_words_propose_a_scale(rows: str, scale: str) -> None:
    assert f"    {scale}  # proposed by import: confirm\n" in made(f"Issue,Position of A,Position of B\n{rows}\n").text


@pytest.mark.parametrize(
    "rows", ["x,5,5 kt\ny,a,b", "x,2025-05-01,2025-05-01", "x,2025-05-01,5", "x,a,b", "x,5,", "x,5 %,5 kt"]
)
def test_what_proposes_nothing_stays_words(rows: str) -> None:
    text = made(f"Issue,Position of A,Position of B\n{rows}\n").text
    assert ("proposed" in text) == (rows[:8] == "x,5,5 kt")


def test_issues_that_share_words_share_a_scale() -> None:
    rows = "a,red,blue,red\nb,green,yellow,green\nc,red,green,blue\nd,blue,yellow,green\ne,one of a kind,red,red\n"
    text = made("Issue,Position of A,Position of B,Position of C\n" + rows).text
    assert "scales:\n  stances:\n    options: [red, blue, green, yellow]  # proposed by import: confirm\n" in text
    assert text.count("scale: stances  # proposed") == 4
    assert "  e: e\n" in text


def test_what_an_issue_has_beside_positions_is_kept() -> None:
    text = made(
        "Issue,Weight,Unit,Next,Question,Notes,Comment,Goal,Position of A\n"
        "x,2,kt,May,How?,n1,n2,g,word\ny,heavy,,,,,,,word\n"
    ).text
    assert (
        "  x:\n    title: x\n    question: How?\n    weight: 2\n    next: May\n"
        "    note: |-\n      Notes: n1\n      Comment: n2\n      Goal: g\n      Unit: kt\n"
    ) in text
    assert "    note: 'Weight: heavy'\n" in text


def test_a_list_of_known_kinds_is_guessed_without_a_name() -> None:
    assert "a: y" in made("| Issue | A |\n|---|---|\n| x | y |", "-").text
    assert "a: y" in made("<p><table><tr><th>Issue<th>A<tr><td>x<td>y</table>", "-").text
    assert "a: y" in made("Issue\tA\nx\ty", "-").text
    assert made("Issue,A\nx,y", "-").text.startswith("# Imported from standard input: 1 issue, 1 party, 1 position.")


def test_cells_that_span_reach_down_and_to_the_end_of_a_row() -> None:
    page = (
        "</table><svg><table><td>no</svg><table><tr><th>Issue<th>A<th>B<tr><td rowspan=3>Quota<td>a<td rowspan=3>b"
        "<tr><td>c<tr></table>"
    )
    text = made(page, "x.html").text
    assert text.count("title: Quota") == 0
    assert "  quota: Quota\n  quota-2: Quota\n  quota-3: Quota\n" in text
    assert "  quota-3:\n    b: b\n" in text


def test_a_backslash_at_the_end_of_a_line_is_itself() -> None:
    assert "a: y\\\n" in made("Issue | A\n--|--\nx | y\\\n", "x.md").text
