"""How a document looks on one stream: how wide, how many colours, which characters. All that is to decide is here."""

import os
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple, TextIO


class Palette(Enum):
    """The hues of stances and verdicts."""

    PUOR = "puor"
    TRAFFIC = "traffic"
    MONO = "mono"


class ColorWish(Enum):
    """What the caller says of colour; `AUTO` leaves it to the environment and the stream."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Depth(Enum):
    """How many colours a terminal has; the values are rich's names."""

    STANDARD = "standard"
    EIGHT_BIT = "256"
    TRUE = "truecolor"


class Looks(NamedTuple):
    """Everything that decides the looks. The defaults are those of a pipe: full width, no colour, UTF-8.

    `width` is None for full width without wrapping; `depth` is None for no colour and no bold, dim or reverse either.
    `isolates` sets a right-to-left text between U+2068 and U+2069, so that a terminal which reorders such texts does
    so within its cell; files and pipes get none.
    """

    width: int | None = None
    depth: Depth | None = None
    palette: Palette = Palette.PUOR
    encoding: str = "utf-8"
    isolates: bool = False


def choose_looks(
    environ: Mapping[str, str],
    stream: TextIO,
    width: int | None = None,
    color: ColorWish = ColorWish.AUTO,
    palette: Palette = Palette.PUOR,
) -> Looks:
    """The looks for a stream. The caller's wish stands over NO_COLOR, that over FORCE_COLOR, that over what the stream
    is; without a wish for the width a terminal's own is taken, and anything else is written at full width.
    """
    terminal = stream.isatty()
    return Looks(
        width=max(1, width) if width is not None else _terminal_width(environ, stream) if terminal else None,
        depth=_find_depth(environ) if _wants_color(environ, terminal, color) else None,
        palette=palette,
        encoding=stream.encoding or "utf-8",
        isolates=terminal,
    )


def _wants_color(environ: Mapping[str, str], terminal: bool, color: ColorWish) -> bool:
    """Both variables count when they are set and not empty; FORCE_COLOR=0 (or false) says no, as it does in Node."""
    if color is not ColorWish.AUTO:
        return color is ColorWish.ALWAYS
    if environ.get("NO_COLOR"):
        return False
    if force := environ.get("FORCE_COLOR"):
        return force.lower() not in ("0", "false")
    return terminal and environ.get("TERM", "") not in ("dumb", "unknown")


def _find_depth(environ: Mapping[str, str]) -> Depth:
    """FORCE_COLOR may name the depth as 1, 2 or 3; else COLORTERM and TERM tell it, and on Windows its terminal."""
    forced = {"1": Depth.STANDARD, "2": Depth.EIGHT_BIT, "3": Depth.TRUE}.get(environ.get("FORCE_COLOR", ""))
    if forced:
        return forced
    if environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit") or environ.get("WT_SESSION"):
        return Depth.TRUE
    term = environ.get("TERM", "").lower()
    if term.endswith("-direct"):
        return Depth.TRUE
    return Depth.EIGHT_BIT if "256color" in term or "kitty" in term else Depth.STANDARD


def _terminal_width(environ: Mapping[str, str], stream: TextIO) -> int:
    """COLUMNS where it says something, else what the terminal says, else 80."""
    columns = environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and len(columns) < 10 and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
