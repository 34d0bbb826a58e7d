"""Hostile texts in every field: the page's parser gives the same text back, and nothing of it is markup."""

import io
import re
from fractions import Fraction
from xml.etree.ElementTree import Element

import html5lib

from negmatrix.document import (
    Axis,
    Cell,
    Column,
    Document,
    Footnotes,
    Heading,
    Items,
    Legend,
    Line,
    Mark,
    Paragraph,
    Rank,
    Row,
    Sign,
    Spark,
    Table,
    Tone,
    Verbatim,
)
from negmatrix.writers.html import write_html, write_html_page
from negmatrix.writers.html.escaping import escape
from tests.hostile import CONTROLS, HOSTILE
from tests.hostile_talks import show_hostile

TEXTS = tuple(HOSTILE)
KNOWN = [text.replace("\r\n", "\n").replace("\r", "\n") for text in TEXTS]
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "header", "hgroup", "nav", "article", "div", "span"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "ul", "ol", "li", "a", "sup", "figure", "figcaption"),
    *("table", "caption", "colgroup", "thead", "tbody", "tr", "th", "td", "svg", "line", "circle", "rect"),
}


def parsed(document: Document) -> Element:
    out = io.StringIO()
    write_html(document, out)
    root: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(out.getvalue())
    nothing_runs(root)
    return root


def nothing_runs(root: Element) -> None:
    for element in root.iter():
        assert str(element.tag).split("}")[-1] in TAGS
        assert not any(key.startswith("on") or key in ("src", "style", "srcdoc", "action") for key in element.attrib)
        assert re.match(r"#|https?://|mailto:", element.get("href", "#"), re.IGNORECASE)


def texts_at(root: Element, path: str) -> list[str]:
    return ["".join(element.itertext()) for element in root.findall(path)]


def many(*blocks: object) -> Document:
    return Document("Title", (Heading("Title", 1), *blocks))  # type: ignore[arg-type]


def test_five_hundred_texts_in_running_text() -> None:
    assert len(TEXTS) >= 500
    for tag, kind in (("p", Paragraph), ("pre", Verbatim), ("h2", Heading)):
        assert texts_at(parsed(many(*map(kind, TEXTS))), f".//article/{tag}") == KNOWN
    assert texts_at(parsed(many(Items(tuple((Line(text),) for text in TEXTS)))), ".//ul/li") == KNOWN
    assert texts_at(parsed(many(Legend((), TEXTS))), ".//div[@class='legend']/p") == KNOWN


def test_in_notes_and_their_addresses() -> None:
    root = parsed(many(Footnotes(tuple((number, text, text) for number, text in enumerate(TEXTS)))))
    assert texts_at(root, ".//span[@class='text']") == KNOWN
    assert texts_at(root, ".//*[@class='address']") == KNOWN


def test_in_titles() -> None:
    out = io.StringIO()
    documents = [Document(text, (Heading(f"{text} · {text}", 1),)) for text in TEXTS]
    write_html_page("Many", documents, out)
    root: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(out.getvalue())
    nothing_runs(root)
    assert texts_at(root, ".//hgroup/h2") == texts_at(root, ".//hgroup/p") == texts_at(root, ".//nav//a") == KNOWN
    for text, known in list(zip(TEXTS, KNOWN, strict=True))[::10]:
        page = parsed(Document(text, ()))
        assert texts_at(page, "./head/title") == texts_at(page, ".//h1") == [known]


def cells(text: str) -> tuple[Cell, ...]:
    lone, with_signs = Line(text), Line(text, Sign.ALIGNED, (Sign.FIXED,))
    return (
        Cell((lone,), text),
        Cell((lone,), text),
        Cell((lone, Line(text, tone=Tone.MUTED)), text, notes=(1,)),
        Cell((with_signs, Line("", spark=Spark((Fraction(1),), (text,)))), text),
    )


def test_in_tables() -> None:
    columns = tuple(Column(text) for text in ("a", "b", "c", "d"))
    rows = [
        row
        for text in TEXTS
        for row in (Row((cells(text)[0], Cell((Line(text),), text, span=3)), Rank.GROUP), Row(cells(text)))
    ]
    root = parsed(many(Table("x", columns, tuple(rows))))
    assert texts_at(root, ".//th[@scope='rowgroup']") == texts_at(root, ".//td[@colspan]") == KNOWN
    assert texts_at(root, ".//tr[2]/th") == texts_at(root, ".//tr[2]/td[1]") == KNOWN
    assert texts_at(root, ".//tr[2]/td[2]/div/div[1]") == KNOWN
    assert texts_at(root, ".//tr[2]/td[2]/div/div[2]") == [f"{text}[1]" for text in KNOWN]
    signed = texts_at(root, ".//tr[2]/td[3]/div/div[1]")
    assert [text.removeprefix("●\u00a0").removesuffix("\u00a0■") for text in signed] == KNOWN
    sparks = ["".join(element.itertext()) for element in root.iter() if element.get("class") == "spark"]
    assert sparks == [f"{text} 100%" for text in KNOWN]


def test_in_the_titles_of_columns_and_captions() -> None:
    table = Table("x", tuple(map(Column, TEXTS)), (Row((Cell((Line("x"),), None, span=len(TEXTS)),)),), TEXTS[0])
    screen = ".//div[@role='region']/table"
    assert texts_at(parsed(many(table)), f"{screen}/thead/tr/th") == KNOWN
    captioned = (Table(text, (Column("a"),), ()) for text in TEXTS)
    root = parsed(many(*captioned))
    assert texts_at(root, ".//caption") == KNOWN
    labels = [str(region.get("aria-label")) for region in root.findall(".//div[@role='region']")]
    assert [re.sub(r" \(\d+\)$", "", label) for label in labels] == [re.sub(r" \(\d+\)$", "", text) for text in KNOWN]


def test_in_axes() -> None:
    axes = [Axis(text, (text, text), (Mark(text, text),), ((Fraction(1, 2), text),)) for text in TEXTS]
    root = parsed(many(*axes))
    for path in (
        "/figcaption",
        "/div/div/span[1]",
        "/div/div/span[2]",
        "//span[@class='name']",
        "//span[@class='words']",
    ):
        assert texts_at(root, f".//figure{path}") == KNOWN
    assert texts_at(root, ".//figure/p") == [f"{text} → {text} → {text}" for text in KNOWN]
    drawn = ["".join(element.itertext()) for element in root.iter() if str(element.tag).endswith("svg")]
    assert drawn == [f"{text}: not on the scale" for text in KNOWN]


def test_of_a_whole_talks_that_holds_the_text_everywhere() -> None:
    for text, known in list(zip(TEXTS, KNOWN, strict=True))[::9]:
        shown = texts_at(parsed(show_hostile(text)), ".//th")
        assert shown.count(known) >= 2


def test_what_the_reader_refuses_is_a_visible_escape() -> None:
    for text in CONTROLS:
        (shown,) = texts_at(parsed(many(Paragraph(text))), ".//article/p")
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]", shown)
        assert "\\" in shown


def test_what_is_no_character_is_a_visible_escape() -> None:
    assert escape("a\ufdd0\U0001fffe\U0010ffff") == r"a\ufdd0\U0001fffe\U0010ffff"
    assert escape("\x1b[1m\u202e") == r"\x1b[1m\u202e"
