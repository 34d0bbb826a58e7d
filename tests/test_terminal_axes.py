"""Axes, sparks and heats on a terminal."""

import re
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negmatrix.document import (
    Axis,
    Cell,
    Column,
    Heat,
    Line,
    Mark,
    MarkKind,
    Row,
    Sign,
    Spark,
    Stretch,
    Table,
)
from negmatrix.writers.axes import fold_marks
from negmatrix.writers.sparks import draw_spark, tell_spark
from negmatrix.writers.terminal.inks import STEPS, mix_paints, name_ink
from negmatrix.writers.terminal.looks import Depth, Looks, Palette
from negmatrix.writers.terminal.widths import measure_width
from tests.documents import AXIS, SPARK, in_terminal

SHOWN = Path(__file__).parent / "cases" / "shown"


@pytest.mark.parametrize(
    ("width", "encoding"), [(200, "utf-8"), (100, "utf-8"), (60, "utf-8"), (30, "utf-8"), (100, "ascii")]
)
def test_an_axis_is_shown_whole(width: int, encoding: str, regenerate: bool) -> None:
    expected = SHOWN / f"axis-{width}-{encoding}.txt"
    shown = in_terminal(AXIS, looks=Looks(width, encoding=encoding))
    if regenerate:
        expected.write_text(shown, encoding="utf-8")
    assert shown == expected.read_text(encoding="utf-8")


def test_a_pipe_gets_an_axis_as_wide_as_running_text() -> None:
    assert in_terminal(AXIS) == in_terminal(AXIS, looks=Looks(100))


words = st.text("abc é界\n", max_size=30)
places = st.fractions(0, 1, max_denominator=12)
stretches = st.tuples(places, places).map(lambda ends: Stretch(min(ends), max(ends)))
marks = st.builds(
    Mark,
    words,
    words,
    st.none() | places,
    st.lists(stretches, max_size=2).map(tuple),
    st.sampled_from(MarkKind),
    st.lists(st.sampled_from(Sign), max_size=2).map(tuple),
)
axes = st.builds(
    Axis,
    words,
    st.tuples(words, words),
    st.lists(marks, max_size=5).map(tuple),
    st.lists(st.tuples(places, words), max_size=3).map(tuple),
)


@given(axes, st.integers(1, 220))
def test_no_line_is_wider_than_the_width_and_no_word_is_lost(axis: Axis, width: int) -> None:
    shown = in_terminal(axis, looks=Looks(width))
    assert all(measure_width(line) <= max(2, width) for line in shown.split("\n"))
    letters = "".join(shown.split())
    for text in (
        axis.title,
        *axis.ends,
        *(text for mark in fold_marks(axis.marks) for text in (mark.label, mark.words)),
    ):
        assert all(letter in letters for letter in "".join(text.split()))


def test_two_hundred_parties_share_the_lines_of_those_who_stand_together() -> None:
    crowd = Axis(
        "Quota", ("none", "all"), tuple(Mark(f"Party {n}", f"level {n % 4}", Fraction(n % 4, 3)) for n in range(200))
    )
    folded = fold_marks(crowd.marks)
    assert [mark.words for mark in folded] == ["level 0", "level 1", "level 2", "level 3"]
    assert folded[0].label.startswith("Party 0, Party 4, Party 8")
    for width in (60, 100, 200):
        shown = in_terminal(crowd, looks=Looks(width))
        assert shown.count("●") == 4
        assert set(re.findall(r"\d+", shown)) >= {str(n) for n in range(200)}


def test_zones_and_points_are_never_put_together() -> None:
    twice = (Mark("zone", "w", kind=MarkKind.ZONE), Mark("zone", "w", kind=MarkKind.ZONE))
    assert fold_marks(twice) == list(twice)


def test_a_spark_stands_before_the_words_of_its_line() -> None:
    table = Table("", (Column("a"),), (Row((Cell((Line("40% → 67%", spark=SPARK),), None),)),))
    assert in_terminal(table).endswith("▁·▆█ 40% → 67%\n")
    assert in_terminal(table, looks=Looks(encoding="ascii")).splitlines()[-1].startswith(" ._*@ ")


def test_a_spark_in_characters_and_in_words() -> None:
    assert draw_spark(Spark(tuple(Fraction(n, 8) for n in range(9)), ("",) * 9)) == "▁▂▃▄▅▆▇██"
    assert draw_spark(Spark((Fraction(-1), Fraction(2)), ("", ""))) == "▁█"
    assert tell_spark(SPARK) == "March 0%, April none, May 67%, June 100%"


@pytest.mark.parametrize("depth", Depth)
@pytest.mark.parametrize("palette", Palette)
def test_each_step_of_a_heat_has_its_paint(palette: Palette, depth: Depth) -> None:
    paints = mix_paints(palette, depth)
    inks = [name_ink(Heat(Fraction(step, STEPS - 1))) for step in range(STEPS)]
    assert inks == [f"heat{step}" for step in range(STEPS)]
    fills = {paints[ink] for ink in inks}
    assert len(fills) == (3 if palette is Palette.MONO else 5 if depth is Depth.STANDARD else STEPS)
    assert (name_ink(Heat(Fraction(-1))), name_ink(Heat(Fraction(2)))) == ("heat0", f"heat{STEPS - 1}")
