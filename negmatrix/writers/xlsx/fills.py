"""The colours of cells: those of the page in the light, so that words on them have a contrast of at least 4.5."""

from fractions import Fraction
from typing import NamedTuple

from negmatrix.document import Heat, Look, Ramp, Tone
from negmatrix.writers.html.colours import LIGHT, choose_ink
from negmatrix.writers.terminal.inks import STEPS


class Colours(NamedTuple):
    """Of words and of what is behind them, as rrggbb; None for the spreadsheet's own."""

    ink: str | None = None
    fill: str | None = None


HEAD = Colours(LIGHT.names["ink"][1:], LIGHT.names["raised"][1:])


def find_colours(look: Look) -> Colours:
    """The colours of a cell with this look."""
    match look:
        case Ramp():
            return _step(LIGHT.ramp[_find_step(look.place)])
        case Heat():
            return _step(LIGHT.heat[_find_step(look.share)])
        case Tone.GOOD | Tone.FAIR | Tone.BAD:
            return Colours(LIGHT.names[look.value][1:], LIGHT.names[f"{look.value}-fill"][1:])
        case Tone.MUTED:
            return Colours(LIGHT.names["muted"][1:])
        case _:
            return Colours()


def _step(fill: str) -> Colours:
    return Colours(choose_ink(fill)[1:], fill[1:])


def _find_step(share: Fraction) -> int:
    return max(0, min(STEPS - 1, round(share * (STEPS - 1))))
