"""Running text as lines: headings, paragraphs, lists, footnotes and the legend."""

from collections.abc import Iterator

from negmatrix.document import Footnotes, Heading, Items, Legend, Paragraph, Verbatim
from negmatrix.writers.signs import explain_signs
from negmatrix.writers.terminal.cells import Preparer, Strip
from negmatrix.writers.terminal.inks import FIRST, HEAD, LAST, MIDDLE, MUTED, name_ends, name_ink
from negmatrix.writers.terminal.looks import Looks
from negmatrix.writers.terminal.painting import InkedLine
from negmatrix.writers.terminal.visible import isolate, split_lines
from negmatrix.writers.terminal.widths import measure_width

MEASURE = 100
"""Running text is no wider than this, however wide the terminal: longer lines are hard to read."""

_APART = 3


def show_text(strip: Strip, looks: Looks, margin: int = 0) -> Iterator[InkedLine]:
    """A strip's lines behind a margin, which a line too short for it does without."""
    if looks.width is None:
        lines: tuple[str, ...] = (strip.text,)
    else:
        margin = margin if strip.longest() - strip.hang <= looks.width - margin else 0
        lines = strip.wrapped(min(MEASURE, looks.width - margin))
    for line in lines:
        yield [("", " " * margin), (strip.ink, isolate(line) if looks.isolates else line)] if line else []


def show_heading(heading: Heading, preparer: Preparer) -> Iterator[InkedLine]:
    """A title, flush left."""
    for text in split_lines(heading.text):
        yield from show_text(preparer.strip(text, ink=HEAD), preparer.looks)


def show_paragraph(paragraph: Paragraph, preparer: Preparer) -> Iterator[InkedLine]:
    """Running text, flush left; its own line ends stay."""
    for text in split_lines(paragraph.text):
        yield from show_text(preparer.strip(text, ink=name_ink(paragraph.tone)), preparer.looks)


def show_verbatim(verbatim: Verbatim, preparer: Preparer) -> Iterator[InkedLine]:
    """Lines as they are, indented."""
    for text in split_lines(verbatim.text):
        yield [("", "    " + preparer.strip(text).text)] if text else []


def show_items(items: Items, preparer: Preparer) -> Iterator[InkedLine]:
    """Each entry behind a bullet, its further lines below the first."""
    for entry in items.entries:
        strips = [strip for line in entry for strip in preparer.strips(line)]
        for number, strip in enumerate(strips):
            yield from show_text(_lead(strip, f"{preparer.glyphs.bullet} " if number == 0 else "  "), preparer.looks, 1)


def show_footnotes(footnotes: Footnotes, preparer: Preparer) -> Iterator[InkedLine]:
    """Notes behind their numbers, each with its address on a line of its own where the line ends before it."""
    indent = max((len(f"[{number}] ") for number, _, _ in footnotes.entries), default=0)
    for number, text, address in footnotes.entries:
        first, *others = split_lines(f"{text}  {address}" if address and text else text or address or "")
        yield from show_text(_lead(preparer.strip(first), f"[{number}] ".ljust(indent)), preparer.looks, 1)
        for other in others:
            yield from show_text(_lead(preparer.strip(other), " " * indent), preparer.looks, 1)


def show_legend(legend: Legend, preparer: Preparer) -> Iterator[InkedLine]:
    """The signs given, each glyph once with its meaning, then the remarks."""
    for line in _pack(explain_signs(legend.signs, preparer.glyphs.signs), preparer.looks.width):
        yield from show_text(Strip(line, measure_width(line), ink=MUTED), preparer.looks, 1)
    for remark in legend.remarks:
        for text in split_lines(remark):
            yield from show_text(preparer.strip(text, ink=MUTED), preparer.looks, 1)


def show_key(preparer: Preparer) -> Iterator[InkedLine]:
    """Which colour is which end of a scale, in these colours; nothing where there are none."""
    depth = preparer.looks.depth
    if depth is None:
        return
    first, last = name_ends(preparer.looks.palette, depth)
    told = [(FIRST, f" {first} first end "), (MIDDLE, f" {preparer.glyphs.rule * 3} "), (LAST, f" {last} last end ")]
    scale = "of the issue's scale"
    if preparer.looks.width is None or sum(len(text) for _, text in told) + len(scale) + 2 <= preparer.looks.width:
        yield [("", " "), *told, (MUTED, f" {scale}")]
        return
    for ink, text in (told[0], told[2], (MUTED, scale)):
        yield from show_text(Strip(text.strip(), len(text.strip()), ink=ink), preparer.looks, 1)


def _pack(entries: list[str], width: int | None) -> Iterator[str]:
    """Entries three blanks apart, as many on a line as fit; none is parted."""
    line = ""
    for entry in entries:
        wider = f"{line}{' ' * _APART}{entry}" if line else entry
        if line and width is not None and measure_width(wider) > min(MEASURE, width - 1):
            yield line
            wider = entry
        line = wider
    if line:
        yield line


def _lead(strip: Strip, lead: str) -> Strip:
    """The strip behind a bullet or number, under whose end its further lines begin."""
    by = measure_width(lead)
    if not strip.text:
        return Strip(lead.rstrip(), by)
    return strip._replace(text=lead + strip.text, width=strip.width + by, hang=strip.hang + len(lead))
