"""An axis as a figure: the scale, and beneath it a drawing for each mark between its name and its words.

Places are percentages of a drawing's width, so that it stretches with the page and its words do not.
"""

from fractions import Fraction

from negmatrix.document import Axis, Line, Mark, MarkKind, Ramp
from negmatrix.writers.axes import fold_marks
from negmatrix.writers.html.escaping import escape
from negmatrix.writers.html.lines import show_line
from negmatrix.writers.terminal.inks import name_ink


def show_axis(axis: Axis, heading: str | None = None) -> str:
    """The figure, under its title and the names of its steps; one without a title is labelled by this heading's id."""
    steps = ""
    if axis.anchors:
        names = (axis.ends[0], *(name for _, name in axis.anchors), axis.ends[1])
        steps = f'<p class="muted" dir="auto">{escape(" → ".join(names))}</p>'
    ground = _draw_ground(axis)
    rows = "".join(_show_mark(mark, axis, ground) for mark in fold_marks(axis.marks))
    first, last = (f'<span dir="auto">{escape(end)}</span>' for end in axis.ends)
    return (
        f"{_open_figure(axis.title, heading)}{steps}"
        f'<div class="ends" aria-hidden="true"><span></span><div>{first}{last}</div><span></span></div>'
        f'<ul role="list">{rows}</ul></figure>\n'
    )


def _open_figure(title: str, heading: str | None) -> str:
    if title:
        return f'<figure class="axis"><figcaption dir="auto">{escape(title)}</figcaption>'
    return f'<figure class="axis" aria-labelledby="{heading}">' if heading else '<figure class="axis">'


def _draw_ground(axis: Axis) -> str:
    """What stands behind each mark: the scale with a tick at each place that has a name."""
    ticks = ("0%", *(_at(place) for place, _ in axis.anchors), "100%")
    drawn = (f'<line class="tick" x1="{place}" x2="{place}" y1="5" y2="15"/>' for place in ticks)
    return f'<line class="track" x1="0%" x2="100%" y1="10" y2="10"/>{"".join(drawn)}'


def _show_mark(mark: Mark, axis: Axis, ground: str) -> str:
    name = show_line(Line(mark.label, signs=mark.signs))
    return (
        f'<li class="{mark.kind.value}"><span class="name" dir="auto">{name}</span>{_draw(mark, axis, ground)}'
        f'<span class="words" dir="auto">{escape(mark.words)}</span></li>'
    )


def _draw(mark: Mark, axis: Axis, ground: str) -> str:
    parts = [
        ground,
        *(f'<line class="stretch" x1="{_at(low)}" x2="{_at(high)}" y1="10" y2="10"/>' for low, high in mark.stretches),
        _draw_place(mark),
    ]
    return f'<svg role="img" width="100%" height="20"><title>{escape(_tell(mark, axis))}</title>{"".join(parts)}</svg>'


def _draw_place(mark: Mark) -> str:
    if mark.place is None:
        return ""
    place = _at(mark.place)
    if mark.kind is MarkKind.PARTY:
        return f'<circle class="dot {name_ink(Ramp(mark.place))}" cx="{place}" cy="10" r="6.5"/>'
    return f'<line class="needle" x1="{place}" x2="{place}" y1="1" y2="19"/>'


def _tell(mark: Mark, axis: Axis) -> str:
    """As in: Ukraine: 33% of the way from keep all to lift all, covers 33% to 100%."""
    told = [] if mark.place is None else [f"{_at(mark.place)} of the way from {axis.ends[0]} to {axis.ends[1]}"]
    told += [f"covers {_at(low)} to {_at(high)}" for low, high in mark.stretches]
    return f"{mark.label}: {', '.join(told) or 'not on the scale'}"


def _at(place: Fraction) -> str:
    return f"{max(0.0, min(1.0, float(place))) * 100:.4g}%"
