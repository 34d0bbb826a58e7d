"""Lines of inked text brought to a stream: plain by joining strings, coloured through rich."""

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, TextIO, TypeAlias

from negmatrix.writers.terminal.inks import Paint, mix_paints
from negmatrix.writers.terminal.looks import Depth, Looks, Palette

if TYPE_CHECKING:
    from rich.color import Color, ColorSystem
    from rich.console import Console, ConsoleOptions
    from rich.segment import Segment
    from rich.style import Style

InkedLine: TypeAlias = Sequence[tuple[str, str]]
"""One line of output: (ink, text) from left to right, without its line end; the plain ink is empty."""

_WINDOWS = os.name == "nt"


def paint(lines: Iterable[InkedLine], out: TextIO, looks: Looks) -> None:
    """Writes the lines, each with its line end. Rich is imported only where there is colour, and its Console, which
    takes longer to import than most talks to draw, only on Windows, whose older consoles know no escape codes.
    """
    if looks.depth is None:
        out.write("".join(["".join([text for _, text in line]) + "\n" for line in lines]))
    elif _WINDOWS:
        print_rich(lines, out, looks.palette, looks.depth)
    else:
        out.write(_encode(lines, mix_styles(looks.palette, looks.depth), looks.depth))


def _encode(lines: Iterable[InkedLine], styles: dict[str, "Style"], depth: Depth) -> str:
    """The lines with their escape codes, which rich's own styles spell out, once for each ink."""
    system = _systems()[depth]
    codes = {ink: style.render("\0", color_system=system).partition("\0") for ink, style in styles.items()}
    parts: list[str] = []
    for line in lines:
        for ink, text in line:
            if ink and text:
                before, _, after = codes[ink]
                parts += (before, text, after)
            else:
                parts.append(text)
        parts.append("\n")
    return "".join(parts)


class Painting:
    """The lines as something that rich can print."""

    def __init__(self, lines: Iterable[InkedLine], styles: dict[str, "Style"]) -> None:
        self.lines = lines
        self.styles = styles

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "Iterable[Segment]":
        """One segment for each stretch of one ink."""
        from rich.segment import Segment

        end, style_of = Segment.line(), self.styles.get
        for line in self.lines:
            for ink, text in line:
                if text:
                    yield Segment(text, style_of(ink) if ink else None)
            yield end


def print_rich(lines: Iterable[InkedLine], out: TextIO, palette: Palette, depth: Depth) -> None:
    """The same through rich's Console, which also drives consoles that know no escape codes."""
    from rich.console import Console, detect_legacy_windows

    class Sheet(Console):
        def on_broken_pipe(self) -> None:
            """Rich would end the process with 1, which here means findings; who called us knows better."""
            raise

    system: Literal["windows", "standard", "256", "truecolor"] = depth.value
    if detect_legacy_windows():
        system = "windows"
    sheet = Sheet(file=out, force_terminal=True, color_system=system, no_color=False)
    sheet.print(Painting(lines, mix_styles(palette, depth)), crop=False, soft_wrap=True, end="")


def mix_styles(palette: Palette, depth: Depth) -> dict[str, "Style"]:
    """Rich's style for every ink, made once for all that is written."""
    return {ink: _style(paint, depth) for ink, paint in mix_paints(palette, depth).items()}


def _style(paint: Paint, depth: Depth) -> "Style":
    from rich.color import Color
    from rich.style import Style

    return Style(
        color=_choose_text(Color.parse(paint.fill), depth) if paint.fill else paint.color,
        bgcolor=paint.fill,
        bold=paint.bold or None,
        dim=paint.dim or None,
        reverse=paint.reverse or None,
    )


def _choose_text(fill: "Color", depth: Depth) -> str:
    """Black or white, whichever has the higher contrast to the fill as this terminal will show it."""
    red, green, blue = (_linear(part / 255) for part in fill.downgrade(_systems()[depth]).get_truecolor())
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
    few = depth is Depth.STANDARD
    if light / 0.05 >= 1.05 / light:
        return "black" if few else "#000000"
    return "bright_white" if few else "#ffffff"


def _systems() -> dict[Depth, "ColorSystem"]:
    from rich.color import ColorSystem

    return {
        Depth.STANDARD: ColorSystem.STANDARD,
        Depth.EIGHT_BIT: ColorSystem.EIGHT_BIT,
        Depth.TRUE: ColorSystem.TRUECOLOR,
    }


def _linear(part: float) -> float:
    """A part of an sRGB colour as light: WCAG 2.1, relative luminance."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
