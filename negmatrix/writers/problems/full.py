"""Problems with the lines they stand in, a caret under what is at fault and the cure beside it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from negmatrix.diagnostics import Diagnostic
from negmatrix.source import Span
from negmatrix.tones import Tone
from negmatrix.writers.problems.plain import TONES, Toned, show_head
from negmatrix.writers.terminal.looks import Looks
from negmatrix.writers.terminal.visible import make_visible
from negmatrix.writers.terminal.widths import measure_width, wrap

_WIDEST_EXCERPT = 120
_MORE_SHOWN = 6


class _Mark(NamedTuple):
    """A stretch to underline, with what to say beside it."""

    at: Span
    label: str
    stroke: str
    tone: Tone


class _Frame(NamedTuple):
    """The room there is: cells of the line number, cells of a whole line, and the output's encoding."""

    gutter: int
    width: int
    encoding: str

    @property
    def bar(self) -> Toned:
        """The line that parts places."""
        return ((" " * self.gutter + " |", Tone.MUTED),)


def show_problems(problems: Iterable[Diagnostic], looks: Looks) -> Iterator[Toned]:
    """All problems, an empty line between each two."""
    for number, problem in enumerate(problems):
        if number:
            yield ()
        yield show_head(problem)
        yield from _show_places(problem, looks)


def _show_places(problem: Diagnostic, looks: Looks) -> Iterator[Toned]:
    marks = [_Mark(problem.at, problem.label, "^", TONES[problem.severity])]
    marks += [_Mark(other.at, other.message, "-", Tone.GOOD) for other in problem.related]
    gutter = max(len(str(mark.at.first.line)) for mark in marks)
    frame = _Frame(gutter, looks.width or _WIDEST_EXCERPT, looks.encoding)
    file = problem.at.source.name
    for mark in marks:
        if mark.at.source.name != file:
            file = mark.at.source.name
            yield ((" " * gutter + f"::: {file}:{mark.at.first.line}:{mark.at.first.column}", Tone.MUTED),)
        yield from _show_place(mark, frame)
    if problem.repeats:
        yield from _show_remark(frame, _list_places(problem))


def _list_places(problem: Diagnostic) -> str:
    places = [f"{at.first.line}:{at.first.column}" for at in problem.repeats[:_MORE_SHOWN]]
    rest = len(problem.repeats) - len(places)
    return f"also at {', '.join(places)}" + (f" and {rest} more" if rest else "")


def _show_place(mark: _Mark, frame: _Frame) -> Iterator[Toned]:
    line = mark.at.first.line
    before, marked, after = _crop(mark.at, mark.at.source.line_bounds(line), frame)
    if not f"{before}{marked}{after}".strip():
        yield from _show_remark(frame, mark.label)
        return
    yield frame.bar
    yield ((f"{line:>{frame.gutter}} | ", Tone.MUTED), (before + marked + after, Tone.PLAIN))
    indent = " " * measure_width(before)
    stroke = mark.stroke * max(1, measure_width(marked))
    fits = frame.gutter + 4 + len(indent) + len(stroke) + measure_width(mark.label) <= frame.width
    label = f" {mark.label}" if mark.label and fits else ""
    yield ((" " * frame.gutter + " | ", Tone.MUTED), (indent + stroke + label, mark.tone))
    if not fits:
        yield from _show_remark(frame, mark.label)


def _show_remark(frame: _Frame, label: str) -> Iterator[Toned]:
    room = max(20, frame.width - frame.gutter - 3)
    for number, line in enumerate(wrap(make_visible(label, frame.encoding), room) if label else ()):
        yield ((" " * frame.gutter + (" = " if number == 0 else "   "), Tone.MUTED), (line, Tone.PLAIN))


def _crop(at: Span, bounds: tuple[int, int], frame: _Frame) -> tuple[str, str, str]:
    """What stands before, in and behind the marked stretch, made visible; of long lines only what is near it."""
    text, (start, end) = at.source.text, bounds
    room = max(20, frame.width - frame.gutter - 4)
    marked = min(max(at.end, at.start + 1), end, at.start + room // 2)
    first = max(start, at.start - room // 3) if end - start > room else start
    last = min(end, first + room)
    before = ("…" if first > start else "") + text[first : at.start]
    after = text[marked:last] + ("…" if last < end else "")
    visible = [
        make_visible(part.replace("\t", " "), frame.encoding) for part in (before, text[at.start : marked], after)
    ]
    return visible[0], visible[1], visible[2].rstrip()
