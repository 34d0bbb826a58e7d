"""Tables of a page: heads, groups, captions, and what becomes of wide ones on paper and on a phone."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest

from negmatrix.document import Column, Document, Row, Table
from tests.documents import word
from tests.pages import DOCUMENTS, found, parsed, text_of, written


def grid() -> Element:
    return found(parsed(written(DOCUMENTS["harbour"])), ".//table")


def test_heads_name_what_they_head() -> None:
    scopes = {text_of(head): head.get("scope") for head in grid().iter("th")}
    assert scopes["City"] == "col"
    assert scopes["Agreement"] == "colgroup"
    assert scopes["Labour"] == "rowgroup"
    assert scopes["Noise"] == scopes["All issues"] == "row"
    assert [group.get("span") for group in grid().iter("colgroup")] == ["1", "1", "1", "1", "1", "2", "1"]


def test_each_group_is_a_body_of_its_own_and_spans_add_up() -> None:
    bodies = grid().findall("tbody")
    assert [body.get("class") for body in bodies] == [None, "group", "group", "total"]
    for row in grid().iter("tr"):
        assert sum(int(cell.get("colspan", "1")) for cell in row) == 8


def test_the_heading_directly_above_a_table_stands_for_its_caption() -> None:
    root = parsed(written(DOCUMENTS["harbour"]))
    matrix, proposals = root.findall(".//table")
    assert text_of(found(matrix, "caption")) == "Positions and agreement"
    assert proposals.find("caption") is None
    assert text_of(found(root, f".//h2[@id='{proposals.get('aria-labelledby')}']")) == "Proposals"


def tables_of(root: Element, kind: str) -> Iterator[Element]:
    return (table for table in root.iter("table") if str(table.get("class")).startswith("paper") is (kind == "paper"))


def test_a_table_too_wide_for_paper_comes_in_parts_that_hold_all_of_it() -> None:
    root = parsed(written(DOCUMENTS["large"]))
    (whole,) = tables_of(root, "screen")
    parts = list(tables_of(root, "paper"))
    assert [text_of(found(part, "caption")) for part in parts] == [
        f"Positions and agreement: parties {first}–{first + 9} of 40" for first in (1, 11, 21, 31)
    ]
    heads = [[text_of(head) for head in part.findall("thead/tr/*")] for part in parts]
    assert [name for titles in heads for name in titles[1:-2]] == [f"Party number {party}" for party in range(40)]
    for number, row in enumerate(whole.findall("tbody/tr")):
        rows = [part.findall("tbody/tr")[number] for part in parts]
        assert {text_of(part[0]) for part in rows} == {text_of(row[0])}
        assert len({sum(int(cell.get("colspan", "1")) for cell in part) for part in rows}) == 1
        if len(row) == 44:
            assert [text_of(cell) for part in rows for cell in part[1:11]] == [text_of(cell) for cell in row[1:41]]


def test_parts_for_paper_repeat_no_id() -> None:
    root = parsed(written(DOCUMENTS["everything"]))
    assert not [element for table in tables_of(root, "paper") for element in table.iter() if element.get("id")]


@pytest.mark.parametrize(
    ("words", "kind"),
    [("short", "scroll fits"), ("w" * 99, "scroll cards"), ("a longer line of words " * 3, "scroll fits-wide cards")],
)
def test_only_a_table_that_surely_fits_scrolls_with_the_page(words: str, kind: str) -> None:
    columns = tuple(Column(f"{number}", wraps=number < 4) for number in range(6))
    table = Table("x", columns, (Row(tuple(word(words if number < 4 else "100%") for number in range(6))),))
    assert found(parsed(written(Document("", (table,)))), ".//article/div").get("class") == kind


def test_a_table_of_many_long_columns_always_scrolls_by_itself() -> None:
    table = Table("x", tuple(map(Column, "abcdefg")), (Row((word("a long line of words " * 3),) * 7),))
    assert found(parsed(written(Document("", (table,)))), ".//article/div").get("class") == "scroll cards"


def test_a_card_labels_each_value_with_its_column_and_each_part_says_what_it_is() -> None:
    table = found(parsed(written(DOCUMENTS["harbour"])), ".//table")
    assert {
        element.tag: element.get("role") for element in table.iter() if element.tag in ("table", "tbody", "tr")
    } == {
        "table": "table",
        "tbody": "rowgroup",
        "tr": "row",
    }
    assert {head.get("role") for head in table.findall("thead/tr/th")} == {"columnheader"}
    assert {head.get("role") for head in table.findall("tbody/tr/th")} == {"rowheader"}
    titles = [text_of(head) for head in table.findall("thead/tr/*")]
    row = next(row for row in table.iter("tr") if text_of(row[0]) == "Noise")
    labels = [cell.get("data-label") for cell in row[1:6]]
    assert all(label in (None, title) for label, title in zip(labels, titles[1:6], strict=True))
    assert titles[1] in labels


def test_a_table_of_numbers_stays_a_table_on_a_phone() -> None:
    table = Table("x", tuple(Column(name, wraps=False) for name in "abc"), (Row((word("100% of all of them"),) * 3),))
    text = written(Document("", (table,)))
    assert "data-label" not in text.partition("</style>")[2]
    assert found(parsed(text), ".//table").get("role") is None


def test_a_table_with_many_columns_lies_on_its_side_on_paper() -> None:
    assert found(parsed(written(DOCUMENTS["large"])), ".//article").get("class") == "wide"
    assert found(parsed(written(DOCUMENTS["paris"])), ".//article").get("class") is None
