"""Running text, lists, legends and notes in terminals, and the scripts of the world."""

from negmatrix.document import (
    Footnotes,
    Heading,
    Items,
    Legend,
    Line,
    Paragraph,
    Row,
    Sign,
    Table,
    Tone,
    Verbatim,
)
from negmatrix.writers.terminal.looks import Looks
from negmatrix.writers.terminal.widths import measure_width
from tests.documents import cell, columns, in_terminal, rows
from tests.tables import SCRIPTS

IN_SCRIPTS = """\
 Issue  Words
 ─────────────────
 Мова   українська
 中文   领土完整
 été    café
 plain  🤝 ok
"""

CHINESE = """\
 Issue  Words
 ─────────────────────
 领土   基辅认为，领土
        完整不可谈判
        （第一条）。
"""

CONTROLS = """\
a\\x1b[31mb
[red]x[/red] \\u202eevil\\u2069 \\ud800\\x7f\\x9b :smile:

 a\\tb
 ────────
 line
 next\\x00
"""


def test_columns_stay_aligned_in_every_script() -> None:
    text = in_terminal(SCRIPTS)
    assert text == IN_SCRIPTS
    assert {measure_width(line[: line.rindex("  ")]) for line in text.splitlines() if "  " in line} <= {4, 5, 6}


def test_chinese_wraps_between_characters_and_keeps_its_closing_marks() -> None:
    table = Table("", columns("Issue", "Words"), rows(("领土", "基辅认为，领土完整不可谈判（第一条）。")))
    assert in_terminal(table, looks=Looks(26)) == CHINESE


def test_controls_and_markup_are_shown_as_written_and_line_ends_end_lines() -> None:
    blocks = (
        Heading("a\x1b[31mb"),
        Paragraph("[red]x[/red] \u202eevil\u2069 \ud800\x7f\x9b :smile:"),
        Table("", columns("a\tb"), (Row((cell("line\r\nnext\x00"),)),)),
    )
    assert in_terminal(*blocks) == CONTROLS


def test_a_word_is_broken_only_where_it_is_wider_than_the_line() -> None:
    assert in_terminal(Paragraph("see https://example.org/abcdefgh now"), looks=Looks(30)) == (
        "see\nhttps://example.org/abcdefgh\nnow\n"
    )
    assert in_terminal(Paragraph("abcdefghij"), looks=Looks(4)) == "abcd\nefgh\nij\n"


def test_running_text_is_no_wider_than_reads_well() -> None:
    text = in_terminal(Paragraph("word " * 60), looks=Looks(200))
    assert max(len(line) for line in text.splitlines()) in range(95, 101)


def test_items_hang_behind_their_bullets() -> None:
    items = Items(((Line("one two three", Sign.SETTLED), Line("more")), (Line("four"),)))
    assert in_terminal(items, looks=Looks(12)) == " • ✓ one two\n     three\n   more\n • four\n"


def test_the_legend_explains_the_signs_given() -> None:
    legend = Legend((Sign.OPEN, Sign.FIXED, Sign.NOT_STATED))
    assert in_terminal(legend) == " … open   ■ fixed   · not stated\n"
    assert in_terminal(legend, looks=Looks(encoding="ascii")) == " : open   # fixed   . not stated\n"


def test_right_to_left_text_is_isolated_on_terminals_only() -> None:
    table = Table("", columns("a", "b"), rows(("שלום", "x")))
    assert "\u2068שלום\u2069  x" in in_terminal(table, looks=Looks(isolates=True))
    assert "\u2068" not in in_terminal(table)


def test_blocks_without_content_write_nothing_that_breaks() -> None:
    blocks = (Table("", (), ()), Items(()), Footnotes(()), Legend(()), Paragraph(""), Table("", columns("a"), ()))
    assert in_terminal(*blocks, looks=Looks(5)).endswith(" a\n ─\n")


def test_headings_stand_close_to_what_follows_but_for_the_first() -> None:
    blocks = (Heading("One", 1), Paragraph("a\nb", Tone.MUTED), Heading("Two"), Paragraph("c"))
    assert in_terminal(*blocks) == "One\n\na\nb\n\nTwo\nc\n"


def test_footnotes_of_several_lines_and_of_an_address_alone() -> None:
    notes = Footnotes(((1, "a\nb", None), (10, "", "https://example.org")))
    assert in_terminal(notes) == " [1]  a\n      b\n [10] https://example.org\n"


def test_verbatim_text_is_indented_and_never_wrapped() -> None:
    assert in_terminal(Verbatim("a:  [b]\n\n  c\x07"), looks=Looks(5)) == "    a:  [b]\n\n      c\\x07\n"


def test_an_entry_without_words_keeps_its_bullet() -> None:
    assert in_terminal(Items(((Line(""), Line("more")),))) == " •\n   more\n"
