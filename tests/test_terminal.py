"""Small documents and all that the terminal writer writes of them."""

import io
import re
from fractions import Fraction

import pytest

from negmatrix.document import (
    Align,
    Column,
    Footnotes,
    Heading,
    Items,
    Legend,
    Line,
    Paragraph,
    Ramp,
    Rank,
    Row,
    Sign,
    Table,
    Tone,
    Verbatim,
)
from negmatrix.writers.terminal.lines import write_lines
from negmatrix.writers.terminal.looks import Depth, Looks, Palette
from negmatrix.writers.terminal.widths import measure_width
from tests.documents import cell, columns, in_terminal, rows

MATRIX = Table(
    "",
    (
        *columns("Issue", "Ukraine", "United States"),
        Column("Agreement", wraps=False, fixed=True),
        Column("", Align.RIGHT, wraps=False, fixed=True),
    ),
    (
        Row(
            (
                cell("Territorial Integrity"),
                cell(Line("Non-negotiable", signs=(Sign.FIXED,)), look=Ramp(Fraction(1))),
                cell("Firm support", look=Ramp(Fraction(1)), notes=(3,)),
                cell(Line("aligned", Sign.ALIGNED), look=Tone.GOOD),
                cell("100%"),
            )
        ),
        Row(
            (
                cell("Sanctions"),
                cell("Conditional easing", Line("ease on conditions", signs=(Sign.UNSURE,), tone=Tone.MUTED)),
                cell("Linked to progress", Line("ease with progress", signs=(Sign.UNSURE,), tone=Tone.MUTED)),
                cell(Line("partial", Sign.PARTIAL), look=Tone.FAIR),
                cell("67%"),
            )
        ),
        Row(
            (
                cell("Withdrawal of forces"),
                *[cell(Line("", Sign.NOT_STATED))] * 2,
                cell(Line("open", Sign.OPEN), look=Tone.MUTED),
                cell(),
            )
        ),
        Row(
            (cell("All issues"), cell("1 aligned · 1 partial · 1 open", span=2), cell("83% of 2 in 3", span=2)),
            Rank.TOTAL,
        ),
    ),
    "parties",
)
REPORT = (
    Heading("Paris peace talks", 1),
    MATRIX,
    Legend((Sign.FIXED, Sign.UNSURE, Sign.NOT_STATED), ("Stances run along their scale.",)),
    Heading("Notes"),
    Footnotes(((3, "News article", "https://example.org/a"),)),
)
PARTIES = Table(
    "Agreement",
    (Column("", fixed=True), *(Column(f"Party {number}", Align.RIGHT, wraps=False) for number in range(1, 8))),
    tuple(Row((cell(f"Party {row}"), *(cell(f"{row * column}%") for column in range(1, 8)))) for row in range(1, 3)),
    "parties",
)
GROUPS = Table(
    "",
    columns("Issue", "Ours"),
    (
        Row((cell("Money"), cell("50%")), Rank.GROUP),
        *rows(("Wages", "more"), ("Hours", "less")),
        Row((cell("Rules"), cell("0%")), Rank.GROUP),
        *rows(("Leave", "yes")),
        Row((cell("All"), cell("25%")), Rank.TOTAL),
    ),
)
SCRIPTS = Table(
    "",
    columns("Issue", "Words"),
    rows(("Мова", "українська"), ("中文", "领土完整"), ("e\u0301te\u0301", "cafe\u0301"), ("plain", "\U0001f91d ok")),
)

PIPED = """\
Paris peace talks

 Issue                  Ukraine               United States         Agreement
 ──────────────────────────────────────────────────────────────────────────────────
 Territorial Integrity  Non-negotiable ■      Firm support [3]      ● aligned  100%
 Sanctions              Conditional easing    Linked to progress    ◐ partial   67%
                        ease on conditions ?  ease with progress ?
 Withdrawal of forces   ·                     ·                     … open
 ──────────────────────────────────────────────────────────────────────────────────
 All issues             1 aligned · 1 partial · 1 open              83% of 2 in 3

 ■ fixed   ? coder is unsure   · not stated
 Stances run along their scale.

Notes
 [3] News article  https://example.org/a
"""

AT_60 = """\
Paris peace talks

 party 1 of 2
 Issue                  Ukraine              Agreement
 ───────────────────────────────────────────────────────────
 Territorial Integrity  Non-negotiable ■     ● aligned  100%

 Sanctions              Conditional easing   ◐ partial   67%
                        ease on
                        conditions ?

 Withdrawal of forces   ·                    … open
 ───────────────────────────────────────────────────────────
 All issues             1 aligned · 1        83% of 2 in 3
                        partial · 1 open

 party 2 of 2
 Issue                  United States        Agreement
 ───────────────────────────────────────────────────────────
 Territorial Integrity  Firm support [3]     ● aligned  100%

 Sanctions              Linked to progress   ◐ partial   67%
                        ease with
                        progress ?

 Withdrawal of forces   ·                    … open
 ───────────────────────────────────────────────────────────
 All issues             1 aligned · 1        83% of 2 in 3
                        partial · 1 open

 ■ fixed   ? coder is unsure   · not stated
 Stances run along their scale.

Notes
 [3] News article  https://example.org/a
"""

AT_40 = """\
Paris peace talks

 Territorial Integrity
   Agreement      ● aligned
                  100%
   Ukraine        Non-negotiable ■
   United States  Firm support [3]

 Sanctions
   Agreement      ◐ partial
                  67%
   Ukraine        Conditional easing
                  ease on conditions ?
   United States  Linked to progress
                  ease with progress ?

 Withdrawal of forces
   Agreement      … open
   Ukraine        ·
   United States  ·

 All issues
                  83% of 2 in 3
                  1 aligned · 1 partial
                  · 1 open

 ■ fixed   ? coder is unsure
 · not stated
 Stances run along their scale.

Notes
 [3] News article  https://example.org/a
"""

AT_24 = """\
Paris peace talks

 Territorial Integrity
   Agreement
     ● aligned
     100%
   Ukraine
     Non-negotiable ■
   United States
     Firm support [3]

 Sanctions
   Agreement
     ◐ partial
     67%
   Ukraine
     Conditional easing
     ease on
     conditions ?
   United States
     Linked to progress
     ease with
     progress ?

 Withdrawal of forces
   Agreement
     … open
   Ukraine
     ·
   United States
     ·

 All issues
     83% of 2 in 3
     1 aligned · 1
     partial · 1 open

 ■ fixed
 ? coder is unsure
 · not stated
 Stances run along their
 scale.

Notes
 [3] News article
   https://example.org/a
"""

ASCII = """\
 Issue                  Ukraine               United States         Agreement
 ----------------------------------------------------------------------------------
 Territorial Integrity  Non-negotiable #      Firm support [3]      * aligned  100%
 Sanctions              Conditional easing    Linked to progress    ~ partial   67%
                        ease on conditions ?  ease with progress ?
 Withdrawal of forces   .                     .                     : open
 ----------------------------------------------------------------------------------
 All issues             1 aligned - 1 partial - 1 open              83% of 2 in 3
"""

CP1252 = """\
 Issue               Words
 -----------------------------
 Sécurité…           à l’ouest
 \\u041c\\u0438\\u0440  ->
"""

BANDS = """\
 Agreement
 parties 1-3 of 7
          Party 1  Party 2  Party 3
 ──────────────────────────────────
 Party 1       1%       2%       3%
 Party 2       2%       4%       6%

 parties 4-6 of 7
          Party 4  Party 5  Party 6
 ──────────────────────────────────
 Party 1       4%       5%       6%
 Party 2       8%      10%      12%

 party 7 of 7
          Party 7
 ────────────────
 Party 1       7%
 Party 2      14%
"""

GROUPED = """\
 Issue    Ours
 ─────────────
 Money    50%
   Wages  more
   Hours  less

 Rules    0%
   Leave  yes
 ─────────────
 All      25%
"""

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

COLOURED = (
    " \x1b[1mIssue\x1b[0m                  \x1b[1mUkraine\x1b[0m               \x1b[1mUnited States\x1b[0m         \x1b[1mAgreement\x1b[0m\n"
    "\x1b[2m ──────────────────────────────────────────────────────────────────────────────────\x1b[0m\n"
    " Territorial Integrity \x1b[38;2;255;255;255;48;2;84;39;136m Non-negotiable ■     \x1b[0m\x1b[38;2;255;255;255;48;2;84;39;136m Firm support [3]     \x1b[0m \x1b[38;2;43;123;186m● aligned\x1b[0m  100%\n"
    " Sanctions              Conditional easing    Linked to progress    \x1b[38;2;144;115;0m◐ partial\x1b[0m   67%\n"
    "                        \x1b[2mease on conditions ?\x1b[0m  \x1b[2mease with progress ?\x1b[0m\n"
    " Withdrawal of forces   ·                     ·                     \x1b[2m… open\x1b[0m\n"
    "\x1b[2m ──────────────────────────────────────────────────────────────────────────────────\x1b[0m\n"
    " \x1b[1mAll issues\x1b[0m             \x1b[1m1 aligned · 1 partial · 1 open\x1b[0m              \x1b[1m83% of 2 in 3\x1b[0m\n"
    "\n"
    " \x1b[38;2;255;255;255;48;2;179;88;6m orange first end \x1b[0m\x1b[38;2;0;0;0;48;2;247;247;247m ─── \x1b[0m"
    "\x1b[38;2;255;255;255;48;2;84;39;136m purple last end \x1b[0m\x1b[2m of the issue's scale\x1b[0m\n"
)


@pytest.mark.parametrize(
    ("width", "expected"), [(None, PIPED), (100, PIPED), (10_000, PIPED), (60, AT_60), (40, AT_40), (24, AT_24)]
)
def test_a_report_at_a_width(width: int | None, expected: str) -> None:
    """Into a pipe and where there is room, in bands of the parties, as cards, as cards with titles above their texts."""
    assert in_terminal(*REPORT, looks=Looks(width)) == expected


def test_a_report_can_be_read_down_to_one_cell() -> None:
    text = in_terminal(*REPORT, looks=Looks(1))
    assert all(len(line) <= 1 for line in text.split("\n"))
    assert "Territorial" in text.replace("\n", "")


def test_ascii_has_its_own_signs_and_writes_other_characters_as_escapes() -> None:
    text = in_terminal(MATRIX, looks=Looks(encoding="ascii"))
    assert text == ASCII
    assert text.isascii()


def test_an_encoding_that_lacks_a_sign_gets_the_ascii_signs_and_keeps_its_own_letters() -> None:
    table = Table("", columns("Issue", "Words"), rows(("Sécurité…", "à l’ouest"), ("Мир", "→")))
    text = in_terminal(table, looks=Looks(encoding="cp1252"))
    assert text == CP1252
    text.encode("cp1252")


def test_bands_repeat_the_fixed_columns_and_say_what_they_hold() -> None:
    assert in_terminal(PARTIES, looks=Looks(40)) == BANDS


def test_groups_are_set_apart_and_their_entries_indented() -> None:
    assert in_terminal(GROUPS) == GROUPED


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


def test_a_ramp_fills_its_cells_into_one_bar_and_tones_colour_words() -> None:
    assert in_terminal(MATRIX, looks=Looks(depth=Depth.TRUE)) == COLOURED


@pytest.mark.parametrize(
    ("palette", "depth", "good", "first", "last"),
    [
        (
            Palette.PUOR,
            Depth.TRUE,
            "38;2;43;123;186",
            "38;2;255;255;255;48;2;179;88;6",
            "38;2;255;255;255;48;2;84;39;136",
        ),
        (Palette.PUOR, Depth.EIGHT_BIT, "38;5;31", "38;5;231;48;5;130", "38;5;231;48;5;54"),
        (Palette.PUOR, Depth.STANDARD, "94", "30;103", "30;105"),
        (Palette.TRAFFIC, Depth.TRUE, "38;2;46;133;64", "38;2;255;255;255;48;2;215;48;39", "38;2;0;0;0;48;2;26;152;80"),
        (Palette.TRAFFIC, Depth.STANDARD, "32", "30;101", "30;102"),
        (Palette.MONO, Depth.TRUE, "", "", "7"),
    ],
)
def test_palettes(palette: Palette, depth: Depth, good: str, first: str, last: str) -> None:
    looks = (Tone.GOOD, Ramp(Fraction(0)), Ramp(Fraction(1)))
    table = Table("", columns("x"), tuple(Row((cell("word", look=look),)) for look in looks))
    lines = in_terminal(table, looks=Looks(depth=depth, palette=palette)).splitlines()[2:5]
    codes = [found[1] if (found := re.search("\x1b\\[([0-9;]+)m", line)) else "" for line in lines]
    assert codes == [good, first, last]


def test_a_cell_over_several_columns_is_whole_in_each_band_that_holds_one_of_them() -> None:
    total = Row((cell("All"), cell("one opinion", span=7)), Rank.TOTAL)
    table = Table("", PARTIES.columns, (*PARTIES.rows, total), "parties")
    text = in_terminal(table, looks=Looks(40))
    assert text.count("one opinion") == text.count(" of 7\n") == 3


def test_a_cell_over_several_columns_widens_them_when_it_is_longer_than_they() -> None:
    table = Table("", columns("a", "b", "c"), (*rows(("1", "2", "3")), Row((cell("x"), cell("long words", span=2)))))
    assert in_terminal(table) == " a  b  c\n ─────────────\n 1  2  3\n x  long words\n"


def test_a_column_that_does_not_wrap_keeps_its_width_and_wraps_its_title() -> None:
    shapes = (Column("United States", wraps=False), Column("text"))
    table = Table("", shapes, rows(("a b c d", "one two three four five six")))
    assert in_terminal(table, looks=Looks(26)).splitlines()[:3] == [
        " United",
        " States   text",
        " ──────────────────────",
    ]
    assert " a b c d  one two three" in in_terminal(table, looks=Looks(26))


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


def test_lines_are_written_toned_and_unwrapped() -> None:
    lines = [[("error", Tone.BAD), (": \x07 and more than fits", Tone.PLAIN)], [("", Tone.PLAIN)]]
    out = io.StringIO()
    write_lines(lines, out, Looks(10))
    assert out.getvalue() == "error: \\x07 and more than fits\n\n"
    out = io.StringIO()
    write_lines(lines, out, Looks(10, Depth.STANDARD))
    assert out.getvalue() == "\x1b[1;91merror\x1b[0m: \\x07 and more than fits\n\n"


def test_a_cell_over_several_columns_wraps_where_a_band_has_no_room_for_it() -> None:
    total = Row((cell("All"), cell("three opinions of one matter here", span=7)), Rank.TOTAL)
    text = in_terminal(Table("", PARTIES.columns, (*PARTIES.rows, total), "parties"), looks=Looks(26))
    assert text.count("opinions") == text.count(" of 7\n") > 3
    assert max(len(line) for line in text.splitlines()) <= 26


def test_a_wrapped_column_is_as_narrow_as_its_lines_allow() -> None:
    table = Table("", columns("Issue", "Words"), rows(("one", "aa bb cc dd ee ff gg"), ("two", "four")))
    assert in_terminal(table, looks=Looks(26)) == (
        " Issue  Words\n ──────────────────\n one    aa bb cc dd\n        ee ff gg\n\n two    four\n"
    )


def test_rows_that_wrap_are_set_apart_and_others_are_not() -> None:
    table = Table("", columns("Issue", "Words"), rows(("a", "x"), ("b", "y"), ("c", "one two three four"), ("d", "z")))
    assert in_terminal(table, looks=Looks(24)).split("\n", 2)[2] == (
        " a      x\n b      y\n\n c      one two\n        three four\n\n d      z\n"
    )


def test_headings_stand_close_to_what_follows_but_for_the_first() -> None:
    blocks = (Heading("One", 1), Paragraph("a\nb", Tone.MUTED), Heading("Two"), Paragraph("c"))
    assert in_terminal(*blocks) == "One\n\na\nb\n\nTwo\nc\n"


def test_footnotes_of_several_lines_and_of_an_address_alone() -> None:
    notes = Footnotes(((1, "a\nb", None), (10, "", "https://example.org")))
    assert in_terminal(notes) == " [1]  a\n      b\n [10] https://example.org\n"


def test_an_encoding_that_nobody_knows_is_written_as_ascii() -> None:
    assert in_terminal(Paragraph("café"), looks=Looks(encoding="no-such")) == "caf\\xe9\n"


def test_a_large_table_is_wrapped_but_not_made_even() -> None:
    table = Table("", columns("Issue", "Words"), rows(*[("one", "aa bb cc dd ee ff gg")] * 800))
    assert in_terminal(table, looks=Looks(26)).splitlines()[1] == " " + "─" * 25


def test_verbatim_text_is_indented_and_never_wrapped() -> None:
    assert in_terminal(Verbatim("a:  [b]\n\n  c\x07"), looks=Looks(5)) == "    a:  [b]\n\n      c\\x07\n"


def test_an_entry_without_words_keeps_its_bullet() -> None:
    assert in_terminal(Items(((Line(""), Line("more")),))) == " •\n   more\n"


def test_a_key_of_the_colours_follows_the_legend_where_cells_are_coloured() -> None:
    told = (MATRIX, Legend((Sign.FIXED,)), Paragraph("After."))
    for palette, ends in (
        (Palette.PUOR, ("orange", "purple")),
        (Palette.TRAFFIC, ("red", "green")),
        (Palette.MONO, ("plain", "reversed")),
    ):
        plain = re.sub("\x1b\\[[0-9;]*m", "", in_terminal(*told, looks=Looks(depth=Depth.TRUE, palette=palette)))
        key = f" ■ fixed\n  {ends[0]} first end  ───  {ends[1]} last end  of the issue's scale\n\nAfter.\n"
        assert plain.endswith(key)
    assert "first end" not in in_terminal(*told)
    assert "first end" not in in_terminal(GROUPS, looks=Looks(depth=Depth.TRUE))
    narrow = re.sub("\x1b\\[[0-9;]*m", "", in_terminal(*told, looks=Looks(20, Depth.TRUE)))
    assert "\n orange first end\n purple last end\n of the issue's\n scale\n" in narrow


def test_many_columns_that_would_each_have_a_band_are_cards_with_what_is_fixed_first() -> None:
    shapes = (*columns("Issue", "A", "B", "C"), Column("Agreement", fixed=True))
    words = ("Levy", "twelveletters", "thirteenletters", "fourteenletters", "partial")
    table = Table("", shapes, rows(words), "parties")
    assert in_terminal(table, looks=Looks(36)) == (
        " Levy\n   Agreement  partial\n   A          twelveletters\n   B          thirteenletters\n"
        "   C          fourteenletters\n"
    )
    two = Table("", (*shapes[:3], shapes[4]), rows((*words[:3], words[4])), "parties")
    assert " party 2 of 2\n" in in_terminal(two, looks=Looks(36))
