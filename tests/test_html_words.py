"""What a page says beside its tables: signs, notes, links, keys, axes and sparks in words."""

import io
from fractions import Fraction
from xml.etree.ElementTree import Element

import pytest

from negmatrix.document import Cell, Column, Document, Heading, Line, Paragraph, Ramp, Row, Sign, Table, Tone
from negmatrix.writers.html import write_html_page
from tests.documents import AXIS, word
from tests.pages import DOCUMENTS, found, parsed, text_of, written


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
