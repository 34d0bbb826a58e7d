"""A document on a terminal, or as plain text into a pipe or a file. The only place that imports rich, and only for
colour and for the widths of rare characters.
"""

from negmatrix.writers.terminal.entry import write_lines, write_terminal
from negmatrix.writers.terminal.glyphs import Glyphs, choose_glyphs
from negmatrix.writers.terminal.looks import ColorWish, Depth, Looks, Palette, choose_looks
from negmatrix.writers.terminal.visible import make_visible
from negmatrix.writers.terminal.widths import measure_width

__all__ = [
    "ColorWish",
    "Depth",
    "Glyphs",
    "Looks",
    "Palette",
    "choose_glyphs",
    "choose_looks",
    "make_visible",
    "measure_width",
    "write_lines",
    "write_terminal",
]
