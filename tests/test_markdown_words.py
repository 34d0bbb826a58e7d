"""Words in Markdown: what is escaped, what is left alone, and what becomes a link."""

from fractions import Fraction

import pytest

from negmatrix.document import (
    Cell,
    Column,
    Heading,
    Line,
    Paragraph,
    Ramp,
    Row,
    Sign,
    Table,
    Tone,
)
from negmatrix.views.explanation import show_explanations
from negmatrix.writers.markdown.escaping import escape_start, escape_words
from negmatrix.writers.markdown.notes import link
from tests.documents import cell, in_markdown


def test_tones_are_bold_beneath_italic_or_nothing() -> None:
    shown = Row((cell(Line("a", tone=Tone.STRONG), Line("b", tone=Tone.MUTED), Line("c", tone=Tone.BAD)),))
    alone = Row((Cell((Line("d", Sign.OPEN, tone=Tone.MUTED),), None, Ramp(Fraction(1))),))
    empty = Row((cell(Line("", tone=Tone.STRONG), "", "e"),))
    markdown = in_markdown(Heading("T"), Table("", (Column("x"),), (shown, alone, empty)))
    assert markdown.splitlines()[4:] == ["| **a**<br>*b*<br>c |", "| … d |", "| e |"]
    assert (
        in_markdown(Paragraph("P.", Tone.STRONG), Paragraph("", Tone.STRONG), Paragraph("q", Tone.MUTED))
        == "**P.**\n\nq\n"
    )


def test_a_document_of_plain_words_is_plain() -> None:
    markdown = in_markdown(*show_explanations(()).blocks)
    assert markdown.endswith("'negmatrix explain CODE' shows examples\n")


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Kept as it is: (a, b) 50% – “so”; it's 3/4.", "Kept as it is: (a, b) 50% – “so”; it's 3/4."),
        ("snake_case, _edge_", "snake_case, \\_edge\\_"),
        ("R&D &amp; &#65;", "R&D \\&amp; \\&\\#65;"),
        ("a < b <b> <1%", "a < b &lt;b> <1%"),
        ("C# #1", "C# \\#1"),
        ("at 12:30:45, :tada:", "at 12:30:45, \\:tada:"),
        ("https://a.example www.b.example me@c.example", "https\\://a.example www\\.b.example me\\@c.example"),
        ("  a \t b  ", "a b"),
        ("a\r\nb\rc\n", "a<br>b<br>c"),
        ("\u00a0a\u3000", "&#160;a&#12288;"),
        ("שלום\u200f 👩\u200d👧", "שלום\u200f 👩\u200d👧"),
        ("\u202eabc\x00", "\\\\u202eabc\\\\x00"),
        ("a\\|b", "a\\\\\\|b"),
    ],
)
def test_only_what_would_be_markup_is_escaped(text: str, markdown: str) -> None:
    assert escape_words(text) == markdown


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("- a", "\\- a"),
        ("-5", "-5"),
        ("+ a", "\\+ a"),
        ("---", "\\---"),
        ("===", "\\==="),
        ("> a", "\\> a"),
        (": a", "\\: a"),
        ("% a", "\\% a"),
        ("1986. A year", "1986\\. A year"),
        ("1986.5", "1986.5"),
        ("(iv) a", "(iv\\) a"),
        ("b) a", "b\\) a"),
        ("2<br>a", "2<br>a"),
        ("2.<br>a", "2\\.<br>a"),
        ("Words. More", "Words. More"),
    ],
)
def test_a_line_starts_with_no_mark(words: str, safe: str) -> None:
    assert escape_start(words) == safe


@pytest.mark.parametrize("address", ["https://example.org/a?b=1&c=(2)#d", "HTTP://example.org", "mailto:a@example.org"])
def test_addresses_of_the_web_and_of_mail_are_links(address: str) -> None:
    assert link(address) == f"<{address}>"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:x",
        "example.org",
        "https://a b",
        "https://a>b",
        "https://a\u202eb",
        "https://",
        "ftp://a",
    ],
)
def test_other_addresses_are_words(address: str) -> None:
    assert link(address) == escape_words(address)
