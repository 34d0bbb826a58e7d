"""The page's colours, in the light and in the dark, as rules of its style sheet.

Both ramps go from orange to purple as ColorBrewer's PuOr on the terminal does, but darken from their first end to their
last, so that the two can be told apart without colours, on grey paper too; in the light without its darkest colours, so
that a page full of stances stays calm and all words on them are black. Words have a contrast of at least 4.5 to what is behind them; those on
a ramp or a heat are black or white, whichever stands out more.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from negmatrix.writers.terminal.inks import cut_ramp


class Scheme(NamedTuple):
    """Named colours, and the steps of a ramp and of a heat from their first end to their last."""

    names: Mapping[str, str]
    ramp: Sequence[str]
    heat: Sequence[str]


LIGHT = Scheme(
    {
        "page": "#ffffff",
        "raised": "#f6f5f2",
        "ink": "#1d1f23",
        "muted": "#5b6068",
        "rule": "#dcd9d2",
        "firm": "#8c887e",
        "link": "#1f4e8c",
        "good": "#124a7d",
        "good-fill": "#dcebf7",
        "fair": "#5c4600",
        "fair-fill": "#f8eebf",
        "bad": "#8a3205",
        "bad-fill": "#fbe2d0",
    },
    cut_ramp("f9c881 f9c77f f3c68f e2c8a8 cec8c3 c0bcd4 b1aad6 9f95cb 8b7fc0"),
    cut_ramp("e9f2fb d8e7f5 c0d8ee 9ecae1 6baed6 4292c6 2171b5 08519c 08306b"),
)
DARK = Scheme(
    {
        "page": "#17181b",
        "raised": "#212327",
        "ink": "#e9e7e2",
        "muted": "#a9adb5",
        "rule": "#383b41",
        "firm": "#797e87",
        "link": "#9cc3f2",
        "good": "#a9d1f7",
        "good-fill": "#163553",
        "fair": "#eed98a",
        "fair-fill": "#42360a",
        "bad": "#f7bd98",
        "bad-fill": "#562710",
    },
    cut_ramp("ea9d42 ce8831 af7638 8c6a4d 656268 554e82 4a3f8f 403091 35238a"),
    cut_ramp("24272c 21303f 1e3a54 1d4a70 20608f 3078ad 4f94c8 7ab2de a9d1f2"),
)


def rule_colours() -> str:
    """The rules: the light ones for paper and for all, the dark ones for screens whose user wants them."""
    return f"{_rule(LIGHT)}@media screen and (prefers-color-scheme:dark){{{_rule(DARK)}}}\n"


def choose_ink(fill: str) -> str:
    """Black or white, whichever has the higher contrast to the fill."""
    light = measure_light(fill) + 0.05
    return "#000000" if light / 0.05 >= 1.05 / light else "#ffffff"


def measure_light(color: str) -> float:
    """The relative luminance of a colour written as #rrggbb, 0 to 1 (WCAG 2.1)."""
    parts = (part / 255 for part in bytes.fromhex(color[1:]))
    red, green, blue = (part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4) for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _rule(scheme: Scheme) -> str:
    names = ";".join(f"--{name}:{color}" for name, color in scheme.names.items())
    steps = [("ramp", scheme.ramp), ("heat", scheme.heat)]
    fills = "".join(
        f".{kind}{step}{{background:{fill};fill:{fill};color:{choose_ink(fill)}}}"
        for kind, fills in steps
        for step, fill in enumerate(fills)
    )
    return f":root{{{names}}}{fills}"
