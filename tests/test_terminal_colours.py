"""Colours in terminals: bars of cells, tones of words, palettes, and the key that explains them."""

import io
import re
from fractions import Fraction

import pytest

from negmatrix.document import (
    Legend,
    Paragraph,
    Ramp,
    Row,
    Sign,
    Table,
    Tone,
)
from negmatrix.writers.terminal.lines import write_lines
from negmatrix.writers.terminal.looks import Depth, Looks, Palette
from tests.documents import cell, columns, in_terminal
from tests.tables import GROUPS, MATRIX

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


def test_lines_are_written_toned_and_unwrapped() -> None:
    lines = [[("error", Tone.BAD), (": \x07 and more than fits", Tone.PLAIN)], [("", Tone.PLAIN)]]
    out = io.StringIO()
    write_lines(lines, out, Looks(10))
    assert out.getvalue() == "error: \\x07 and more than fits\n\n"
    out = io.StringIO()
    write_lines(lines, out, Looks(10, Depth.STANDARD))
    assert out.getvalue() == "\x1b[1;91merror\x1b[0m: \\x07 and more than fits\n\n"


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
