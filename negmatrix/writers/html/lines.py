"""Lines of a cell or a list: words with the signs that lead and follow them, in a direction of their own."""

from negmatrix.document import Line, Sign, Tone
from negmatrix.writers.html.escaping import escape
from negmatrix.writers.html.sparks import draw_spark
from negmatrix.writers.signs import MARKS

_CLASSES = {tone: "line" if tone is Tone.PLAIN else f"line {tone.value}" for tone in Tone}


def show_line(line: Line) -> str:
    """The line's contents. A sign is read out once, by its meaning: not where the words say it, and never its mark."""
    if line.lead is None and not line.signs and line.spark is None:
        return escape(line.text)
    parts = [escape(line.text)] if line.text else []
    if line.spark is not None:
        parts.insert(0, draw_spark(line.spark))
    if line.lead is not None:
        parts.insert(0, _show_lead(line.lead, line.text))
    return " ".join(parts) + "".join(_show_sign(sign, "\u00a0" if parts else "") for sign in line.signs)


def show_lines(lines: tuple[Line, ...], notes: str = "") -> str:
    """Lines one below the other, with references to notes behind the last."""
    shown = [f'<div class="{_CLASSES[line.tone]}" dir="auto">{show_line(line)}' for line in lines]
    return f"{'</div>'.join(shown)}{notes}</div>" if shown else notes


def _show_lead(sign: Sign, words: str) -> str:
    if words.casefold().startswith(sign.value):
        return f'<span aria-hidden="true">{MARKS[sign]}</span>'
    return _show_sign(sign)


def _show_sign(sign: Sign, before: str = "") -> str:
    return f'<span role="img" aria-label="{sign.value}" title="{sign.value}">{before}{MARKS[sign]}</span>'
