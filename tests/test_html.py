"""The page: what a parser of HTML makes of it, and what a reader gets."""

import io
import re
from collections.abc import Callable
from time import process_time

import pytest

from negmatrix.document import Document, Heading, Paragraph, Table
from negmatrix.writers.html import write_html_page
from negmatrix.writers.html.page import hash_style
from tests.documents import TALKS, read, show, show_talks, write_large
from tests.pages import DOCUMENTS, found, parsed, text_of, written


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


def test_the_title_stands_apart_from_the_facts() -> None:
    group = found(parsed(written(DOCUMENTS["harbour"])), ".//hgroup")
    assert text_of(found(group, "h1")) == "Harbour extension"
    assert text_of(found(group, "p")).startswith("april · 2026-04-20 to 2026-04-22 · 3 parties")


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


def test_a_page_is_written_about_as_fast_as_its_talks_are_read() -> None:
    """In less time, on a machine that does nothing else."""
    text = write_large(150, 40)
    document = show_talks(read(text))
    assert timed(lambda: written(document)) < 3 * timed(lambda: read(text))


def timed(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start
