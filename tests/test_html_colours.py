"""Words can be read on whatever they stand, in the light and in the dark (WCAG 2.1: 4.5)."""

import re
from itertools import pairwise, product

import pytest

from negmatrix.document import Tone
from negmatrix.writers.html.colours import DARK, LIGHT, Scheme, choose_ink, measure_light, rule_colours
from negmatrix.writers.html.page import read_style
from negmatrix.writers.terminal.inks import STEPS

SCHEMES = {"light": LIGHT, "dark": DARK}


def contrast(one: str, other: str) -> float:
    high, low = sorted((measure_light(one), measure_light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_words_on_every_step_of_a_ramp_and_a_heat(scheme: Scheme) -> None:
    assert len(scheme.ramp) == len(scheme.heat) == STEPS
    for fill in (*scheme.ramp, *scheme.heat):
        assert contrast(fill, choose_ink(fill)) >= 4.5


@pytest.mark.parametrize(("scheme", "ground"), [*product(SCHEMES.values(), ("page", "raised"))], ids=str)
def test_words_of_every_tone_on_the_page(scheme: Scheme, ground: str) -> None:
    for ink in ("ink", "muted", "link", "good", "fair", "bad"):
        assert contrast(scheme.names[ink], scheme.names[ground]) >= 4.5, ink


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_words_and_links_on_their_own_fill(scheme: Scheme) -> None:
    for tone in (Tone.GOOD, Tone.FAIR, Tone.BAD):
        fill = scheme.names[f"{tone.value}-fill"]
        assert min(contrast(scheme.names[ink], fill) for ink in (tone.value, "link")) >= 4.5
    assert contrast(scheme.names["ink"], scheme.names["fair-fill"]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_lines_that_mean_something_stand_out(scheme: Scheme) -> None:
    """Drawings: 3 (WCAG 2.1, 1.4.11)."""
    for ink in ("firm", "muted", "ink", "good"):
        assert contrast(scheme.names[ink], scheme.names["page"]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_the_ends_of_a_ramp_differ_more_than_any_neighbours(scheme: Scheme) -> None:
    assert len({*scheme.ramp}) == len({*scheme.heat}) == STEPS
    light = [measure_light(fill) for fill in scheme.heat]
    assert light in (sorted(light), sorted(light, reverse=True))


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_a_ramp_darkens_from_end_to_end_so_that_grey_paper_tells_them_apart(scheme: Scheme) -> None:
    light = [measure_light(fill) for fill in scheme.ramp]
    assert all(one > other for one, other in pairwise(light))
    assert contrast(scheme.ramp[0], scheme.ramp[-1]) >= 2
    assert contrast(scheme.ramp[0], scheme.names["page"]) != contrast(scheme.ramp[-1], scheme.names["page"])


def test_the_style_uses_only_colours_that_are_named_here() -> None:
    sheet = read_style().removeprefix(f"\n{rule_colours()}")
    assert not re.search(r"#[0-9a-f]{3,8}\b|rgb|hsl", sheet)
    assert set(re.findall(r"var\(--([\w-]+)\)", sheet)) - {"serif", "sans"} <= set(LIGHT.names)
    assert set(LIGHT.names) == set(DARK.names)


def test_paper_is_always_light() -> None:
    light, _, dark = rule_colours().partition("@media screen and (prefers-color-scheme:dark)")
    assert LIGHT.names["ink"] in light
    assert DARK.names["ink"] in dark
