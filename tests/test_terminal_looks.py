"""Which looks a stream gets, and that every palette can be read."""

import io
import itertools
import subprocess
import sys

import pytest
from rich.color import Color, ColorSystem

from negmatrix.document import Sign, Tone
from negmatrix.writers.terminal.glyphs import choose_glyphs
from negmatrix.writers.terminal.inks import mix_paints
from negmatrix.writers.terminal.lines import write_lines
from negmatrix.writers.terminal.looks import ColorWish, Depth, Looks, Palette, choose_looks
from negmatrix.writers.terminal.painting import InkedLine, mix_styles, paint, print_rich


class Terminal(io.StringIO):
    """A stream that says it is a terminal, and of no known size."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


XTERM = {"TERM": "xterm-256color"}
TRUE = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
AUTO, ALWAYS, NEVER = ColorWish


@pytest.mark.parametrize(
    ("environ", "terminal", "color", "depth"),
    [
        (XTERM, True, AUTO, Depth.EIGHT_BIT),
        (TRUE, True, AUTO, Depth.TRUE),
        ({"TERM": "xterm-direct"}, True, AUTO, Depth.TRUE),
        ({"TERM": "xterm-kitty"}, True, AUTO, Depth.EIGHT_BIT),
        ({"TERM": "linux"}, True, AUTO, Depth.STANDARD),
        ({"WT_SESSION": "x"}, True, AUTO, Depth.TRUE),
        ({}, True, AUTO, Depth.STANDARD),
        (XTERM, False, AUTO, None),
        ({"TERM": "dumb"}, True, AUTO, None),
        ({"TERM": "dumb", "FORCE_COLOR": "yes"}, True, AUTO, Depth.STANDARD),
        (XTERM, False, ALWAYS, Depth.EIGHT_BIT),
        (XTERM, True, NEVER, None),
        (TRUE | {"NO_COLOR": "1"}, True, AUTO, None),
        (TRUE | {"NO_COLOR": ""}, True, AUTO, Depth.TRUE),
        (TRUE | {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, AUTO, None),
        (TRUE | {"NO_COLOR": "1"}, False, ALWAYS, Depth.TRUE),
        (XTERM | {"FORCE_COLOR": "yes"}, False, AUTO, Depth.EIGHT_BIT),
        (XTERM | {"FORCE_COLOR": ""}, False, AUTO, None),
        (XTERM | {"FORCE_COLOR": "0"}, True, AUTO, None),
        (XTERM | {"FORCE_COLOR": "1"}, False, AUTO, Depth.STANDARD),
        (XTERM | {"FORCE_COLOR": "2"}, False, AUTO, Depth.EIGHT_BIT),
        (XTERM | {"FORCE_COLOR": "3"}, False, AUTO, Depth.TRUE),
        (TRUE | {"FORCE_COLOR": "3"}, True, NEVER, None),
    ],
)
def test_color_is_decided_by_wish_then_environment_then_stream(
    environ: dict[str, str], terminal: bool, color: ColorWish, depth: Depth | None
) -> None:
    stream = Terminal() if terminal else io.StringIO()
    assert choose_looks(environ, stream, color=color).depth is depth


@pytest.mark.parametrize(
    ("environ", "terminal", "width", "expected"),
    [
        ({}, False, None, None),
        ({"COLUMNS": "70"}, False, None, None),
        ({}, False, 66, 66),
        ({"COLUMNS": "70"}, True, None, 70),
        ({"COLUMNS": "70"}, True, 66, 66),
        ({"COLUMNS": "0"}, True, None, 80),
        ({"COLUMNS": "wide"}, True, None, 80),
        ({}, True, 0, 1),
    ],
)
def test_width_is_the_wish_or_the_terminals(
    environ: dict[str, str], terminal: bool, width: int | None, expected: int | None
) -> None:
    looks = choose_looks(environ, Terminal() if terminal else io.StringIO(), width=width)
    assert looks.width == expected
    assert looks.isolates is terminal


def test_a_stream_without_an_encoding_is_taken_for_utf_8() -> None:
    assert choose_looks({}, io.StringIO()).encoding == "utf-8"
    assert choose_looks({}, io.TextIOWrapper(io.BytesIO(), encoding="cp1252")).encoding == "cp1252"


@pytest.mark.parametrize(
    ("encoding", "rule"),
    [("utf-8", "─"), ("utf-16", "─"), ("ascii", "-"), ("cp1252", "-"), ("cp437", "-"), ("no", "-")],
)
def test_one_set_of_glyphs_per_encoding_never_a_mixture(encoding: str, rule: str) -> None:
    glyphs = choose_glyphs(encoding)
    assert glyphs.rule == rule
    assert set(glyphs.signs) == set(Sign)
    assert all(len(glyph) == 1 for glyph in glyphs.signs.values())


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_signs_all_differ(encoding: str) -> None:
    signs = choose_glyphs(encoding).signs
    assert len(set(signs.values())) == len(Sign)
    assert "".join(signs.values()).isascii() is (encoding == "ascii")


def test_no_ascii_sign_is_a_mark_of_the_axis_of_the_rules_or_of_numbers() -> None:
    glyphs = choose_glyphs("ascii")
    assert not {*glyphs.signs.values()} & {*glyphs.axis, glyphs.rule, glyphs.bullet, *"0123456789<>%/+-"}


def contrast(left: tuple[int, ...], right: tuple[int, ...]) -> float:
    """WCAG 2.1, from the two colours' relative luminances."""

    def light(color: tuple[int, ...]) -> float:
        parts = [part / 255 for part in color]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(left), light(right)), reverse=True)
    return (high + 0.05) / (low + 0.05)


SYSTEMS = {
    Depth.STANDARD: ColorSystem.STANDARD,
    Depth.EIGHT_BIT: ColorSystem.EIGHT_BIT,
    Depth.TRUE: ColorSystem.TRUECOLOR,
}


@pytest.mark.parametrize(("palette", "depth"), list(itertools.product((Palette.PUOR, Palette.TRAFFIC), Depth)))
def test_words_on_a_fill_have_a_contrast_of_four_and_a_half(palette: Palette, depth: Depth) -> None:
    for style in mix_styles(palette, depth).values():
        if style.bgcolor and style.color:
            pair = [color.downgrade(SYSTEMS[depth]).get_truecolor() for color in (style.bgcolor, style.color)]
            assert contrast(*pair) >= 4.5


@pytest.mark.parametrize("palette", [Palette.PUOR, Palette.TRAFFIC])
def test_toned_words_have_a_contrast_of_four_and_a_half_on_black_and_on_white(palette: Palette) -> None:
    for paint_ in mix_paints(palette, Depth.TRUE).values():
        if paint_.color:
            color = Color.parse(paint_.color).get_truecolor()
            assert min(contrast(color, (0, 0, 0)), contrast(color, (255, 255, 255))) >= 4.5


@pytest.mark.parametrize("depth", Depth)
def test_mono_has_no_hue(depth: Depth) -> None:
    assert all(not style.color and not style.bgcolor for style in mix_styles(Palette.MONO, depth).values())


LINES: list[InkedLine] = [
    [("", "a "), ("good", "b"), ("", "")],
    (),
    [("ramp0", " c "), ("strong", "d"), ("muted", "e")],
]


@pytest.mark.parametrize(("palette", "depth"), list(itertools.product(Palette, Depth)))
def test_what_is_written_is_what_rich_would_write(palette: Palette, depth: Depth) -> None:
    ours, theirs = io.StringIO(), io.StringIO()
    paint(LINES, ours, Looks(depth=depth, palette=palette))
    print_rich(LINES, theirs, palette, depth)
    assert ours.getvalue() == theirs.getvalue()


def test_windows_goes_through_rich(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("negmatrix.writers.terminal.painting._WINDOWS", True)
    monkeypatch.setattr("rich.console.detect_legacy_windows", lambda: True)
    out = io.StringIO()
    paint([[("bad", "x")]], out, Looks(depth=Depth.TRUE))
    assert out.getvalue() == "\x1b[1;91mx\x1b[0m\n"


class Closed(io.StringIO):
    def write(self, _: str) -> int:
        raise BrokenPipeError


@pytest.mark.parametrize("depth", [None, Depth.TRUE])
def test_a_closed_pipe_is_the_callers_to_handle(depth: Depth | None) -> None:
    with pytest.raises(BrokenPipeError):
        write_lines([[("x", Tone.GOOD)]], Closed(), Looks(depth=depth))
    with pytest.raises(BrokenPipeError):
        print_rich([[("good", "x")]], Closed(), Palette.PUOR, Depth.TRUE)


def loaded(depth: str) -> set[str]:
    script = (
        "import io, sys\n"
        "from negmatrix.document import *\n"
        "from negmatrix.writers.terminal.entry import write_terminal\nfrom negmatrix.writers.terminal.looks import Depth, Looks\n"
        "row = Row((Cell((Line('Україна · café ■'),), None, Tone.GOOD),))\n"
        "document = Document('', (Table('', (Column('x'),), (row,)),))\n"
        f"write_terminal(document, io.StringIO(), Looks(40, {depth}))\n"
        "print(*sys.modules)"
    )
    return set(
        subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.split()
    )


def test_without_colour_no_rich_is_loaded_and_with_it_only_styles() -> None:
    assert not {name for name in loaded("None") if name.startswith(("rich", "pygments", "markdown_it"))}
    with_colour = loaded("Depth.TRUE")
    assert "rich.style" in with_colour
    assert not with_colour & {"rich.console", "rich.table", "rich.markdown", "rich.syntax", "pygments"}
