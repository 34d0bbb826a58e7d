"""Lines of a cell or a list: words with the signs that lead and follow them, in a direction of their own."""

import re

from negmatrix.document import Line, Sign, Tone
from negmatrix.writers.html.escaping import show_words
from negmatrix.writers.html.sparks import draw_spark
from negmatrix.writers.signs import MARKS

_CLASSES = {tone: "line" if tone is Tone.PLAIN else f"line {tone.value}" for tone in Tone}
_CONTINUES = ("“", "toward ", "away from ", "was ")
"""How a sentence goes on, which was broken for terminals: a page breaks lines by itself."""

_ADDED, _FURTHER = "{+", "  "
_STARTS = (_ADDED, _FURTHER, *_CONTINUES)
_REWORDED = "reworded: "
_CHANGED = re.compile(r"(\[-.*?-\]|\{\+.*?\+\})", re.DOTALL)


def show_line(line: Line) -> str:
    """The line's contents. A sign is read out once, by its meaning: not where the words say it, and never its mark."""
    if line.lead is None and not line.signs and line.spark is None:
        return _show_text(line.text)
    parts = [_show_text(line.text)] if line.text else []
    if line.spark is not None:
        parts.insert(0, draw_spark(line.spark))
    if line.lead is not None:
        lead = _show_lead(line.lead, line.text)
        parts = [f"{lead}\u00a0{parts[0]}", *parts[1:]] if parts else [lead]
    return " ".join(parts) + "".join(_show_sign(sign, "\u00a0" if parts else "") for sign in line.signs)


def show_lines(lines: tuple[Line, ...], notes: str = "") -> str:
    """Lines one below the other, with references to notes behind the last."""
    shown = [_open_line(line) for line in lines]
    return f"{'</div>'.join(shown)}{notes}</div>" if shown else notes


def _open_line(line: Line) -> str:
    return f'<div class="{_CLASSES[line.tone]}" dir="auto">{show_line(line)}'


def fill(lines: tuple[Line, ...], notes: str = "") -> tuple[str, str]:
    """A cell's direction and its contents: a lone line gives the cell its own; several have each their own."""
    if len(lines) == 1 and lines[0].tone is Tone.PLAIN:
        return ' dir="auto"', show_line(lines[0]) + notes
    return "", show_lines(lines, notes)


class Fills:
    """What the cells of one document are filled with, each written once, as are lines that stand beneath others in many of
    them. They are known by where they lie in memory, and held there: to compare them takes as long as to write them.
    """

    def __init__(self) -> None:
        self._cells: dict[int, tuple[tuple[Line, ...], tuple[str, str]]] = {}
        self._beneath: dict[int, tuple[Line, str]] = {}

    def fill(self, lines: tuple[Line, ...]) -> tuple[str, str]:
        """A cell's direction and its contents."""
        known = self._cells.get(id(lines))
        if known is None:
            filled = self._fill_two(*lines) if len(lines) == 2 else fill(join_sentences(lines))
            self._cells[id(lines)] = known = lines, filled
        return known[1]

    def _fill_two(self, first: Line, beneath: Line) -> tuple[str, str]:
        if beneath.text.startswith(_STARTS):
            return fill(join_sentences((first, beneath)))
        known = self._beneath.get(id(beneath))
        if known is None:
            self._beneath[id(beneath)] = known = beneath, f"</div>{_open_line(beneath)}</div>"
        return "", _open_line(first) + known[1]


def join_sentences(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with each sentence on one: mostly as they are."""
    if not [line for line in lines[1:] if line.text.startswith(_STARTS)]:
        return lines
    joined = list(lines[:1])
    for line in lines[1:]:
        last = joined[-1]
        if _continues(line, last):
            joined[-1] = last._replace(text=f"{last.text} {line.text.strip()}", signs=last.signs + line.signs)
        else:
            joined.append(line)
    return tuple(joined)


def _continues(line: Line, last: Line) -> bool:
    if line.tone is not Tone.MUTED or line.lead is not None or line.spark is not None:
        return False
    if line.text.startswith(_ADDED):
        return last.text.startswith(_REWORDED)
    return last.text.endswith((",", ":")) if line.text.startswith(_FURTHER) else line.text.startswith(_CONTINUES)


def _show_text(text: str) -> str:
    """Words that are gone and words that are new are marked up as such, beside their marks."""
    if not text.startswith(_REWORDED):
        return show_words(text)
    return "".join(map(_show_change, _CHANGED.split(text)))


def _show_change(part: str) -> str:
    tag = {"[-": "del", "{+": "ins"}.get(part[:2], "") if _CHANGED.fullmatch(part) else ""
    return f"<{tag}>{show_words(part)}</{tag}>" if tag else show_words(part)


def _show_lead(sign: Sign, words: str) -> str:
    if words.casefold().startswith(sign.value):
        return f'<span aria-hidden="true">{MARKS[sign]}</span>'
    return _show_sign(sign)


def _show_sign(sign: Sign, before: str = "") -> str:
    return f'<span role="img" aria-label="{sign.value}" title="{sign.value}">{before}{MARKS[sign]}</span>'
