"""The page: what a parser of HTML makes of it, and what a reader gets."""

import io
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from time import process_time
from xml.etree.ElementTree import Element

import html5lib
import pytest

from negmatrix.document import Cell, Column, Document, Heading, Line, Paragraph, Ramp, Row, Sign, Table, Tone
from negmatrix.writers.html import write_html, write_html_page
from negmatrix.writers.html.page import hash_style
from tests.documents import AXIS, HARBOUR, TALKS, read, show, show_everything, show_talks, word, write_large

DOCUMENTS = {path.stem: show(path) for path in TALKS} | {
    "harbour": show(HARBOUR, "april"),
    "everything": show_everything(),
    "large": show_talks(read(write_large(12, 40))),
    "empty": Document("", ()),
    "no columns": Document("Title", (Table("Nothing", (), ()),)),
}


def written(document: Document) -> str:
    out = io.StringIO()
    write_html(document, out)
    return out.getvalue()


def parsed(text: str) -> Element:
    """The tree; any error of the text fails."""
    root: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    return root


def found(root: Element, path: str) -> Element:
    element = root.find(path)
    assert element is not None, path
    return element


def text_of(element: Element) -> str:
    """Words without signs."""
    parts = [element.text or ""]
    for child in element:
        if child.get("role") != "img" and child.get("aria-hidden") is None:
            parts.append(text_of(child))
        parts.append(child.tail or "")
    return "".join(parts)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_strict_parser_finds_no_error(name: str) -> None:
    root = parsed(written(DOCUMENTS[name]))
    assert root.get("lang") == "en"
    assert len(root.findall(".//h1")) == 1
    assert found(root, ".//title").text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_ids_are_unique_and_every_link_within_the_page_has_its_target(name: str) -> None:
    out = io.StringIO()
    write_html_page("Twice", [DOCUMENTS[name], DOCUMENTS["harbour"], DOCUMENTS[name]], out)
    elements = list(parsed(out.getvalue()).iter())
    ids = [element.get("id") for element in elements if element.get("id")]
    targets = [str(element.get("href"))[1:] for element in elements if str(element.get("href")).startswith("#")]
    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)
    labels = [element.get("aria-label") for element in elements if element.get("role") == "region"]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_runs_nothing_is_fetched_and_the_policy_says_so(name: str) -> None:
    text = written(DOCUMENTS[name])
    root = parsed(text)
    allowed = f"default-src 'none'; style-src '{hash_style(str(found(root, './/style').text))}'"
    assert str(found(root, ".//meta[@http-equiv]").get("content")).startswith(allowed)
    assert not {element.tag for element in root.iter()} & {"script", "link", "img", "iframe", "object", "base"}
    assert not any(key in ("src", "style") or key.startswith("on") for element in root.iter() for key in element.attrib)
    assert "url(" not in text
    assert "@import" not in text


@pytest.mark.parametrize("name", TALKS, ids=lambda path: path.stem)
def test_every_word_of_every_cell_is_there(name: object) -> None:
    document = show(name)  # type: ignore[arg-type]
    lines = [
        line.text
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
        for line in cell.lines
    ]
    texts = {text_of(element) for element in parsed(written(document)).iter() if element.tag in ("td", "th", "div")}
    words = {re.sub(r"(\[\d+\])+$", "", text).strip() for text in texts}
    assert {line.strip() for line in lines} <= words


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


def test_the_title_stands_apart_from_the_facts() -> None:
    group = found(parsed(written(DOCUMENTS["harbour"])), ".//hgroup")
    assert text_of(found(group, "h1")) == "Harbour extension"
    assert text_of(found(group, "p")).startswith("april · 2026-04-20 to 2026-04-22 · 3 parties")


def page_of(*lines: Line) -> Element:
    table = Table("x", (Column("a"), Column("b")), (Row((word("a"), Cell(lines, None))),))
    return found(parsed(written(Document("", (table,)))), ".//tbody/tr/td")


@pytest.mark.parametrize(
    ("line", "spoken"),
    [
        (Line("aligned", Sign.ALIGNED), [None]),
        (Line("Firm", signs=(Sign.FIXED, Sign.UNSURE)), ["fixed", "coder is unsure"]),
        (Line("", Sign.NOT_STATED), ["not stated"]),
    ],
)
def test_a_sign_is_read_out_once_by_its_meaning(line: Line, spoken: list[str | None]) -> None:
    cell = page_of(line)
    signs = list(cell.iter("span"))
    assert [sign.get("aria-label") for sign in signs] == spoken
    assert all(sign.get("aria-hidden") == "true" or sign.get("role") == "img" for sign in signs)
    assert text_of(cell).strip() == line.text


def test_notes_link_to_their_sources_and_back_to_where_each_is_cited_first() -> None:
    root = parsed(written(DOCUMENTS["everything"]))
    cites = [link for link in root.iter("a") if link.get("role") == "doc-noteref"]
    assert {link.get("href") for link in cites} == {"#d1-n1", "#d1-n2"}
    assert [link.get("id") for link in cites if link.get("id")] == ["d1-r1", "d1-r2"]
    backs = [link.get("href") for link in root.iter("a") if link.get("role") == "doc-backlink"]
    assert backs == ["#d1-r1", "#d1-r2", "#d1-r2"]
    assert [text_of(sup) for sup in root.iter("sup") if sup.find("a") is None][-1] == "[7]"


def test_only_addresses_of_web_and_mail_become_links() -> None:
    root = parsed(written(DOCUMENTS["everything"]))
    outward = [link for link in root.iter("a") if not str(link.get("href")).startswith("#")]
    assert [link.get("href") for link in outward] == ["https://example.org/?a=1&b=2", "mailto:someone@example.org"]
    assert {link.get("rel") for link in outward} == {"noopener noreferrer"}


def test_several_documents_have_contents_and_their_own_titles() -> None:
    out = io.StringIO()
    write_html_page("Two talks", [DOCUMENTS["paris"], DOCUMENTS["writers"]], out)
    root = parsed(out.getvalue())
    assert text_of(found(root, ".//h1")) == "Two talks"
    assert [text_of(link) for link in found(root, ".//nav").iter("a")] == [
        "Paris peace talks",
        "Writers and studios 2023",
    ]
    out = io.StringIO()
    write_html_page("Twice", [DOCUMENTS["paris"], DOCUMENTS["paris"]], out)
    links = list(found(parsed(out.getvalue()), ".//nav").iter("a"))
    assert {text_of(link) for link in links} == {
        "Paris peace talks · Paris · 2 parties · 6 issues · 6 of 12 positions stated"
    }
    assert [link.get("href") for link in links] == ["#d1-h1", "#d2-h1"]


def test_a_document_with_many_headings_has_contents_below_its_title() -> None:
    root = parsed(written(DOCUMENTS["everything"]))
    listed = [text_of(link) for link in found(root, ".//nav").iter("a")]
    assert listed == ["Tones", "An axis", "Verbatim", "Sources"]
    assert parsed(written(DOCUMENTS["paris"])).find(".//nav") is None


def test_headings_go_one_level_deeper_at_a_time() -> None:
    levels = [
        element.tag for element in parsed(written(DOCUMENTS["everything"])).iter() if re.match(r"h\d", element.tag)
    ]
    assert levels == ["h1", "h2", "h3", "h2", "h2", "h2"]
    again = Document("", (Heading("One", 1), Heading("Two", 1), Paragraph("x")))
    assert [element.tag for element in parsed(written(again)).iter() if re.match(r"h\d", element.tag)] == ["h1", "h2"]


def test_verbatim_text_keeps_all_its_lines() -> None:
    assert str(found(parsed(written(DOCUMENTS["everything"])), ".//pre").text).startswith("\n  talks: x\n\tparties: []")


def test_an_axis_says_in_words_what_it_draws() -> None:
    figure = found(parsed(written(Document("", (AXIS,)))), ".//figure")
    assert text_of(found(figure, "figcaption")) == "Sanctions"
    assert text_of(found(figure, "p")) == "keep all → ease on conditions → ease with progress → lift all"
    names = [text_of(item[0]).strip() for item in figure.iter("li")]
    assert names == ["Ukraine, Poland", "United States", "Silent", "zone of agreement", "status quo"]
    told = [element.text for element in figure.iter() if str(element.tag).endswith("title")]
    assert told[0] == "Ukraine, Poland: 33.33% of the way from keep all to lift all, covers 33.33% to 100%"
    assert told[2] == "Silent: not on the scale"
    places = [element.get("cx") for element in figure.iter() if str(element.tag).endswith("circle")]
    assert places == ["33.33%", "66.67%"]


def test_a_range_has_no_names_between_its_ends() -> None:
    assert parsed(written(Document("", (AXIS._replace(anchors=()),)))).find(".//figure/p") is None


def test_a_spark_says_in_words_what_it_draws() -> None:
    titles = [element for element in parsed(written(DOCUMENTS["everything"])).iter() if element.get("class") == "spark"]
    assert "".join(titles[0].itertext()) == "March 0%, April none, May 67%, June 100%"
    heights = [bar.get("height") for bar in titles[0].iter() if str(bar.tag).endswith("rect")]
    assert heights == ["1.5", "11.17", "16"]


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


def test_a_page_is_written_about_as_fast_as_its_talks_are_read() -> None:
    """In less time, on a machine that does nothing else."""
    text = write_large(150, 40)
    document = show_talks(read(text))
    assert timed(lambda: written(document)) < 3 * timed(lambda: read(text))


def timed(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def test_a_table_with_many_columns_lies_on_its_side_on_paper() -> None:
    assert found(parsed(written(DOCUMENTS["large"])), ".//article").get("class") == "wide"
    assert found(parsed(written(DOCUMENTS["paris"])), ".//article").get("class") is None


def test_a_fill_has_a_key_with_words() -> None:
    keys = [text_of(key) for key in parsed(written(DOCUMENTS["everything"])).iter("p") if key.get("class") == "key"]
    assert keys == ["A stance’s place on its issue’s scale: first endlast end", "Shares from 0%to 100%"]


RAMPED = Table(
    "x",
    (Column("Party"), Column("Says")),
    (Row((word("a"), word("b", look=Ramp(Fraction(1))))), Row((word("c"), word("d")))),
)


def keys_of(*documents: Document) -> list[str]:
    out = io.StringIO()
    write_html_page("x", documents, out)
    return [text_of(key) for key in parsed(out.getvalue()).iter("p") if key.get("class") == "key"]


def test_a_key_stands_once_on_a_page_and_tells_of_cells_without_colour() -> None:
    document = Document("", (RAMPED, RAMPED))
    whole = RAMPED._replace(rows=RAMPED.rows[:1])
    told = "A stance’s place on its issue’s scale: first endlast end"
    assert keys_of(document) == keys_of(document, document) == [f"{told}; no colour: no order, or no stance"]
    assert keys_of(Document("", (whole,))) == [told]


def test_dates_counts_and_signs_stay_with_what_they_belong_to() -> None:
    group = found(parsed(written(DOCUMENTS["harbour"])), ".//hgroup/p")
    assert [span.text for span in group][:3] == ["2026-04-20", "2026-04-22", "3 parties"]
    cell = page_of(Line("divergent", Sign.DIVERGENT, tone=Tone.BAD))
    assert "\u00a0divergent" in "".join(cell.itertext())
    assert [span.text for span in page_of(Line("by 2026-04-20, no 12026-04-20")).iter("span")] == ["2026-04-20"]


def test_a_sentence_that_terminals_break_is_whole() -> None:
    cell = page_of(
        Line("settled at 13.0%: Guild from 16.9,", Sign.SETTLED, tone=Tone.GOOD),
        Line("  Studios from 9.3", tone=Tone.MUTED),
    )
    assert text_of(cell).strip() == "settled at 13.0%: Guild from 16.9, Studios from 9.3"
    assert len(page_of(Line("Lift all"), Line("lift all", tone=Tone.MUTED))) == 2


def test_words_that_are_gone_and_new_are_marked_up_as_such() -> None:
    cell = page_of(Line("reworded: [-old <words>-]"), Line("{+new words+}", tone=Tone.MUTED))
    assert [(element.tag, element.text) for element in found(cell, "div")] == [
        ("del", "[-old <words>-]"),
        ("ins", "{+new words+}"),
    ]
    assert text_of(cell) == "reworded: [-old <words>-] {+new words+}"
    assert page_of(Line("said: [-old-]{+new+}")).find(".//del") is None


def test_an_axis_without_a_title_is_labelled_by_the_heading_above() -> None:
    blank = AXIS._replace(title="")
    root = parsed(written(Document("", (Heading("Issue", 1), Heading("One"), Paragraph("Why?"), blank))))
    figure = found(root, ".//figure")
    assert figure.find("figcaption") is None
    assert text_of(found(root, f".//h2[@id='{figure.get('aria-labelledby')}']")) == "One"
    assert found(parsed(written(Document("", (blank,)))), ".//figure").get("aria-labelledby") == "d1-h1"


def test_a_spark_beyond_its_ends_is_drawn_as_they_are() -> None:
    from negmatrix.document import Spark
    from negmatrix.writers.html.sparks import draw_spark

    assert draw_spark(Spark((Fraction(2), Fraction(-1)), ("a", "b"))).count("height=") == 3
    assert page_of(Line("x", tone=Tone.MUTED)).find("div") is not None
