"""The table of looks: what each tone and each place on a ramp is painted with, per palette.

A tone colours words, a ramp fills the cell behind them, so that the two never pass for one another. The words' colours
have a contrast of 4.5 on black and on white; the words on a fill are black or white, whichever stands out more.
"""

from typing import NamedTuple

from negmatrix.tones import Look, Ramp, Tone
from negmatrix.writers.terminal.looks import Depth, Palette

STEPS = 17
"""Into how many steps a ramp or a heat is cut: the nine colours of its scheme and one between each two."""

HEAD = "head"
"""The ink of titles, captions and headings."""

FIRST, MIDDLE, LAST = "ramp0", f"ramp{STEPS // 2}", f"ramp{STEPS - 1}"
"""The inks of a ramp's ends, and of what lies halfway."""

STRONG, MUTED = Tone.STRONG.value, Tone.MUTED.value

_RAMP = tuple(f"ramp{step}" for step in range(STEPS))
_HEAT = tuple(f"heat{step}" for step in range(STEPS))


class Paint(NamedTuple):
    """Colours as rich names them, and attributes; `fill` stands behind the words."""

    color: str | None = None
    fill: str | None = None
    bold: bool = False
    dim: bool = False
    reverse: bool = False


PUOR = "b35806 e08214 fdb863 fee0b6 f7f7f7 d8daeb b2abd2 8073ac 542788"
BLUES = "f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b"
_RDYLGN = "d73027 f46d43 fdae61 fee08b ffffbf d9ef8b a6d96a 66bd63 1a9850"
_SIXTEEN = {
    # The bright ones stand out more, so they are for the ends.
    Palette.PUOR: ("bright_yellow", "yellow", "white", "magenta", "bright_magenta"),
    Palette.TRAFFIC: ("bright_red", "red", "yellow", "green", "bright_green"),
}
_SIXTEEN_HEATS = {
    Palette.PUOR: ("white", "bright_cyan", "cyan", "bright_blue", "blue"),
    Palette.TRAFFIC: _SIXTEEN[Palette.TRAFFIC],
}
_TONES = {
    Palette.PUOR: (Paint(color="#2b7bba"), Paint(color="#907300"), Paint(color="#c55409", bold=True)),
    Palette.TRAFFIC: (Paint(color="#2e8540"), Paint(color="#9c6c00"), Paint(color="#dd2f3a", bold=True)),
}
_SIXTEEN_TONES = {
    # Yellow words cannot be read on white, and what yellow is no theme agrees on; black on yellow can be read on all.
    Palette.PUOR: (Paint(color="bright_blue"), Paint(fill="yellow"), Paint(color="bright_red", bold=True)),
    Palette.TRAFFIC: (Paint(color="green"), Paint(fill="yellow"), Paint(color="red", bold=True)),
}
_ALWAYS = {
    STRONG: Paint(bold=True),
    HEAD: Paint(bold=True),
    MUTED: Paint(dim=True),
}


def name_ends(palette: Palette, depth: Depth) -> tuple[str, str]:
    """What a ramp's first and last end look like, in words."""
    if palette is Palette.MONO:
        return "plain", "reversed"
    if palette is Palette.TRAFFIC:
        return "red", "green"
    return ("yellow", "magenta") if depth is Depth.STANDARD else ("orange", "purple")


def name_ink(look: Look) -> str:
    """The name under which a look is painted; plain text has none."""
    if isinstance(look, Tone):
        return "" if look is Tone.PLAIN else look.value
    above, below = look[0].as_integer_ratio()
    step = (above * 2 * (STEPS - 1) // below + 1) // 2
    inks = _RAMP if isinstance(look, Ramp) else _HEAT
    return inks[step] if 0 <= step < STEPS else inks[0 if step < 0 else -1]


def mix_paints(palette: Palette, depth: Depth) -> dict[str, Paint]:
    """The paint for every ink but the plain one."""
    if palette is Palette.MONO:
        return _ALWAYS | _mix_mono()
    few = depth is Depth.STANDARD
    tones = zip((Tone.GOOD, Tone.FAIR, Tone.BAD), (_SIXTEEN_TONES if few else _TONES)[palette], strict=True)
    ramp, heat = (PUOR, BLUES) if palette is Palette.PUOR else (_RDYLGN, _RDYLGN)
    ramps = _few_steps(_SIXTEEN[palette]) if few else cut_ramp(ramp)
    heats = _few_steps(_SIXTEEN_HEATS[palette]) if few else cut_ramp(heat)
    return (
        _ALWAYS
        | {tone.value: paint for tone, paint in tones}
        | {ink: Paint(fill=fill) for ink, fill in zip((*_RAMP, *_HEAT), (*ramps, *heats), strict=True)}
    )


def _mix_mono() -> dict[str, Paint]:
    """One end of a ramp plain, the middle dim, the other end reversed; verdicts from plain to reversed."""
    tones = {
        Tone.GOOD.value: Paint(),
        Tone.FAIR.value: Paint(bold=True),
        Tone.BAD.value: Paint(bold=True, reverse=True),
    }
    thirds = (Paint(), Paint(dim=True), Paint(reverse=True))
    return tones | {ink: thirds[step * 3 // STEPS] for inks in (_RAMP, _HEAT) for step, ink in enumerate(inks)}


def _few_steps(colors: tuple[str, ...]) -> list[str]:
    return [colors[step * len(colors) // STEPS] for step in range(STEPS)]


def cut_ramp(scheme: str) -> list[str]:
    """The steps of a scheme, written as its nine colours, each as #rrggbb."""
    anchors = [tuple(bytes.fromhex(color)) for color in scheme.split()]
    steps = [
        tuple((a + b) // 2 for a, b in zip(anchors[step // 2], anchors[(step + 1) // 2], strict=True))
        for step in range(STEPS)
    ]
    return [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in steps]
