"""What headers, cells and columns are taken for."""

import pytest

from negmatrix.diagnostics import Severity
from negmatrix.finding.lost import LostError
from negmatrix.importing import Imported, Options, import_file
from negmatrix.importing.columns import guess_columns, name_party, parse_mapped
from negmatrix.importing.figures import read_figure
from negmatrix.importing.ids import Ids, make_id
from negmatrix.importing.inline import strip_marks
from negmatrix.importing.judging import read_verdict
from tests.reports import check_text


def made(text: str, name: str = "x.csv", **options: object) -> Imported:
    imported = import_file(text.encode(), name, Options(**options))  # type: ignore[arg-type]
    assert [problem.message for problem in check_text(imported.text) if problem.severity is not Severity.NOTE] == []
    return imported


@pytest.mark.parametrize(
    ("header", "party"),
    [
        ("Ukrainian Position", "Ukrainian"),
        ("US Position", "US"),
        ("Position of the EU", "EU"),
        ("Ukraine's position", "Ukraine"),
        ("Positions of the workers’ side", "workers"),
        ("Stance (Norway)", "Norway"),
        ("Позиція України", "України"),
        ("Предложение России", "России"),
        ("Position de la France", "France"),
        ("Position d'Israël", "Israël"),
        ("Haltung der Schweiz", "Schweiz"),
        ("Postura del sindicato", "sindicato"),
        ("Position", "Position"),
        ("The Hague", "The Hague"),
        ("Side A", "A"),
        ("Government", "Government"),
        ("Views of", "Views of"),
    ],
)
def test_a_party_is_named_by_its_header(header: str, party: str) -> None:
    assert name_party(header) == party


@pytest.mark.parametrize(
    ("headers", "roles"),
    [
        ("Topic|Issue|A", "topic issue position"),
        ("Topic|A|B", "issue position position"),
        ("Question|Topic|A", "question issue position"),
        ("#|Питання|Статус", "ignore issue verdict"),
        ("Approach|Primary Objective|Expected Outcome", "position objective outcome"),
        ("talks|carried_from|red_line|Red line", "talks carried_from red_line red_line"),
    ],
)
def test_columns_are_known_by_their_headers(headers: str, roles: str) -> None:
    assert " ".join(column.role for column in guess_columns(headers.split("|"), {})) == roles


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("40", "40", ""),
        ("-40", "-40", ""),
        ("−3", "-3", ""),
        ("+5", "5", ""),
        ("1,200", "1200", ""),
        ("1,200.50", "1200.50", ""),
        ("1.200,50 €", "1200.50", "€"),
        ("1.200.000", "1200000", ""),
        ("12,5 %", "12.5", "%"),
        ("1.200", "1.200", ""),
        ("1 200 000 kt", "1200000", "kt"),
        ("1’200", "1200", ""),
        ("$429M", "429", "$ M"),
        ("-€3", "-3", "€"),
        ("EUR 40", "40", "EUR"),
        ("3 years", "3", "years"),
        ("2025-05-01", "2025-05-01", ""),
    ],
)
def test_numbers_are_cleaned(text: str, number: str, unit: str) -> None:
    figure = read_figure(text)
    assert figure is not None
    assert (figure.number, figure.unit) == (number, unit)


@pytest.mark.parametrize(
    "text", ["", "x", "007", "10-20", "3 of 5", "40 by 2030", "1,20,0", "1,2.3,4", "about 5", "4?", "1" * 41, "5 " + "x" * 60,
             "€5$", "12 of them all here", "$€5"]
)  # fmt: skip
def test_what_is_no_number_stays_words(text: str) -> None:
    assert read_figure(text) is None


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Territorial Integrity", "territorial-integrity"),
        ("Ukraine's  land", "ukraines-land"),
        ("Гарантії безпеки", "гарантії-безпеки"),
        ("می‌خواهم", "میخواهم"),
        ("हिन्दी भाषा", "हिन्दी-भाषा"),
        ("A, B @ C", "a-b-c"),
        ("?!", ""),
        ("x" * 60, "x" * 48),
        ("one two three four five six seven eight nine ten eleven", "one-two-three-four-five-six-seven-eight-nine-ten"),
    ],
)
def test_ids_are_readable(title: str, name: str) -> None:
    assert make_id(title) == name


def test_ids_are_given_once() -> None:
    ids = Ids("issue")
    assert [ids.take(title) for title in ("A", "a", "A-2", "?", "!")] == ["a", "a-2", "a-2-2", "issue", "issue-2"]
    assert [ids.take(title, verbatim=True) for title in ("Coast", "a@b")] == ["Coast", "a-b"]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("**bold** and *thin* and _so_ and ~~gone~~", "bold and thin and so and gone"),
        ("5*3 and a_b_c and 2 ** 3", "5*3 and a_b_c and 2 ** 3"),
        ("[words](https://a.b/c_(d)) ![pic](x.png 'y') [ref][1] [^2]", "words pic ref"),
        (r"a\|b \*c\* `x*y*` ``a`b``", "a|b *c* x*y* a`b"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("a &amp; b &lt;c&gt; <b>d</b> <!-- e --> 3 < 4", "a & b <c> d  3 < 4"),
        ("<https://a.b>", "https://a.b"),
        (r"\*" + "x" * 3000, "*" + "x" * 3000),
    ],
)
def test_marks_go_and_words_stay(cell: str, words: str) -> None:
    assert strip_marks(cell) == words


@pytest.mark.parametrize(
    ("text", "word"),
    [("🟢 Aligned", "aligned"), ("yellow", "partial"), ("● aligned 100%", "aligned"), ("Agreed", "settled"),
     ("in progress", "open"), ("Maybe", None), ("x" * 80, None)],
)  # fmt: skip
def test_published_words_are_taken_for_verdicts(text: str, word: str | None) -> None:
    assert read_verdict(text) == word


def test_columns_are_mapped_by_header_or_number() -> None:
    text = "Nr,What,Coast says,Other,Why\n1,Quota,40,70,bread\n2,Boats,5,9,\n"
    columns = parse_mapped(["what=issue", "4 = position:Union", "Why=note", "1=ignore"])
    imported = made(text, columns=columns)
    assert "parties:\n  coast: Coast\n  union: Union\n" in imported.text
    assert "    note: bread\n" in imported.text
    assert "the column 'Nr' is passed over" in imported.report


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"Wat": "issue"}, "there is no column 'Wat'; did you mean 'What'?\nknown: What, A"),
        ({"What": "isue"}, "there is no field 'isue'; did you mean 'issue'?"),
        ({"9": "issue"}, "there is no column '9'"),
    ],
)
def test_a_mapping_that_leads_nowhere_is_refused(columns: dict[str, str], sentence: str) -> None:
    with pytest.raises(LostError) as caught:
        import_file(b"What,A\nx,y\n", "x.csv", Options(columns=columns))
    assert str(caught.value).startswith(sentence)


@pytest.mark.parametrize("word", ["What", "=issue", "What="])
def test_a_mapping_has_two_sides(word: str) -> None:
    with pytest.raises(LostError, match="expected COLUMN=FIELD"):
        parse_mapped([word])


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
