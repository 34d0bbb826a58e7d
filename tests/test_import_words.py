"""What headers, cells and columns are taken for."""

import pytest

from negmatrix.finding.lost import LostError
from negmatrix.importing import Options, import_file
from negmatrix.importing.columns import guess_columns, name_party, parse_mapped
from negmatrix.importing.figures import read_figure
from negmatrix.importing.ids import Ids, make_id, tell_apart
from negmatrix.importing.inline import strip_marks
from negmatrix.importing.judging import read_verdict
from negmatrix.importing.tables import Lines
from tests.importing import made


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


def test_names_are_told_apart() -> None:
    lines = Lines()
    names = {"1": "A", "2": "A (2)", "3": "A", "4": "B", "5": "A", "6": "A (2)"}
    apart = tell_apart(names, lines)
    assert apart == {"1": "A", "2": "A (2)", "3": "A (3)", "4": "B", "5": "A (4)", "6": "A (2) (2)"}
    told = "parties of one name are told apart by a number"
    assert lines.told() == [f"{told}: 'A (3)', 'A (4)', 'A (2) (2)'"]


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
