"""The law of the Markdown writer: what a reader of Markdown shows is the text that went in, and it does nothing."""

import io
import re
import time
from collections.abc import Iterator
from fractions import Fraction

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from negmatrix.document import (
    Axis,
    Block,
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
    Row,
    Table,
    Tone,
    Verbatim,
)
from negmatrix.writers.markdown import write_markdown
from negmatrix.writers.plain import make_plain
from negmatrix.writers.signs import explain_signs, spell
from tests.hostile import CONTROLS, HOSTILE, SOME
from tests.hostile_talks import show_hostile

EMPHASIS = {"strong_open", "strong_close", "em_open", "em_close"}


def written(*blocks: Block, label: str = "") -> str:
    out = io.StringIO()
    write_markdown(Document("not shown", blocks), out, label)
    return out.getvalue()


def parse(markdown: str) -> list[Token]:
    """As GitHub does: tables, strikethrough, footnotes, addresses that become links on their own."""
    reader = MarkdownIt("commonmark", {"html": True, "linkify": True}).enable(["table", "strikethrough", "linkify"])
    assert reader.linkify is not None
    reader.linkify.set({"fuzzy_link": False, "fuzzy_email": False})
    return reader.use(footnote_plugin, inline=False).parse(markdown)


def show(inline: Token) -> str:
    """The text of a stretch of inline Markdown; anything but text, line ends, emphasis and notes is a fault."""
    shown = ""
    for token in inline.children or ():
        if token.type == "text":
            shown += token.content
        elif token.type == "html_inline":
            assert token.content == "<br>"
            shown += "\n"
        elif token.type == "code_inline":
            assert set(token.content) <= set("├─┼┤━▒●◆")
            shown += "(drawing)"
        elif token.type == "footnote_ref":
            shown += f"[^{token.meta['label']}]"
        elif token.type in ("link_open", "link_close"):
            assert token.info == "auto"
            assert "href" not in token.attrs or str(token.attrs["href"]).startswith(("https://", "http://", "mailto:"))
        else:
            assert token.type in EMPHASIS, token
    return shown


def shown_texts(markdown: str) -> list[str]:
    """The texts of all blocks in order, the cells of tables included, notes last."""
    return [token.content if token.type == "fence" else show(token) for token in parse(markdown) if holds_text(token)]


def holds_text(token: Token) -> bool:
    assert token.type not in ("code_block", "hr", "blockquote_open", "ordered_list_open"), token
    assert token.type != "html_block" or token.content == "<!-- -->\n"
    return token.type in ("inline", "fence")


def fold(text: str) -> str:
    """Blanks folded, and one line end at the end forgotten."""
    lines = make_plain(text).removesuffix("\n").split("\n")
    return "\n".join(re.sub(r"[ \t]+", " ", line).strip(" ") for line in lines)


def expect_lines(lines: tuple[Line, ...]) -> str:
    return "\n".join(told for told in (spell(line, fold(line.text)) for line in lines) if told)


def expect(document: Document) -> tuple[list[str], list[str]]:
    """All that must be shown of a document: blocks in order, and notes."""
    told: list[str] = []
    notes: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            told += (fold(column.title) for column in block.columns)
            told += (text for row in block.rows for text in expect_row(row))
        elif isinstance(block, (Heading, Paragraph)):
            told.append(fold(block.text))
        elif isinstance(block, Legend):
            told.append(", ".join(explain_signs(block.signs)))
        elif isinstance(block, Footnotes):
            notes += (", ".join(filter(None, (fold(text), fold(address or "")))) for _, text, address in block.entries)
    return told, notes


def expect_row(row: Row) -> Iterator[str]:
    for cell in row.cells:
        yield expect_lines(cell.lines) + " ".join(f"[^{note}]" for note in cell.notes)
        yield from [""] * (cell.span - 1)


@pytest.mark.parametrize("hostile", SOME, ids=lambda text: repr(text)[:30])
def test_hostile_text_is_shown_as_it_is_and_nothing_else_happens(hostile: str) -> None:
    document = show_hostile(hostile)
    shown, (told, notes) = shown_texts(written(*document.blocks)), expect(document)
    assert shown[: len(told)] == told
    assert sorted(shown[len(told) :]) == sorted(notes)
    assert sum(fold(hostile) in text for text in shown) >= 18


@pytest.mark.parametrize("hostile", [*HOSTILE, *CONTROLS], ids=lambda text: repr(text)[:30])
def test_every_kind_of_block_shows_hostile_text_as_it_is(hostile: str) -> None:
    blocks = (
        Heading(hostile, 1),
        Paragraph(hostile),
        Paragraph(hostile, Tone.STRONG),
        Items(((Line(hostile), Line(hostile, tone=Tone.MUTED)),)),
        Items(((Line(hostile, tone=Tone.STRONG),),)),
        Table(
            hostile, (Column(hostile), Column(hostile)), (Row((Cell((Line(hostile),) * 2, None, notes=(1,), span=2),)),)
        ),
        Legend((), (hostile, hostile)),
        Axis(hostile, (hostile, hostile), (Mark(hostile, hostile, Fraction(1)),), ((Fraction(1, 2), hostile),)),
        Verbatim(hostile),
        Footnotes(((1, hostile, None), (2, hostile, hostile))),
    )
    shown = [text for text in shown_texts(written(*blocks)) if text]
    folded = fold(hostile)
    twice = f"{folded}\n{folded}".strip("\n") if not folded else f"{folded}\n{folded}"
    assert shown == [
        *[folded] * 3,
        twice,
        *[folded] * 4,
        f"{twice}[^1]",
        *[folded] * 3,
        f"{folded} → {folded} → {folded}",
        "In words",
        folded,
        "(drawing)",
        folded,
        make_plain(hostile).removesuffix("\n") + "\n",
        f"[2] {folded}, {folded}",
        folded,
    ]


def test_controls_are_seen() -> None:
    markdown = written(*(Paragraph(control) for control in CONTROLS))
    assert markdown.isascii()
    assert "\\\\x1b\\[2J" in markdown
    assert "\\\\u202egnp.exe" in markdown


@pytest.mark.parametrize(
    "part", [":a", "\u00a0", "_", "&a", "[", "<", "`", "1", "a.", " *", "(" + "a", ":1", "www.", "\\"]
)
def test_long_text_takes_no_longer_than_its_length(part: str) -> None:
    """Nothing is tried again and again: 64 kB, the most that a text may have, are escaped at once; what goes back and forth
    takes minutes.
    """
    text = "x" + part * (64_000 // len(part)) + "x"
    began = time.process_time()
    written(Paragraph(text), Verbatim(text))
    assert time.process_time() - began < 10
