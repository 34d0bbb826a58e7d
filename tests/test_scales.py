"""Scales as records: equal where they are written alike."""

import pytest

from negmatrix.model.scales import Level, Levels, Options, Range
from negmatrix.source import Text

ENDS = (Text("0"), Text("10"))


def names(*words: str) -> tuple[Level, ...]:
    return tuple(Level(Text(word)) for word in words)


def test_scales_are_equal_that_are_written_alike() -> None:
    assert Levels(names("no", "yes")) == Levels(names("no", "yes"))
    assert Range(ENDS, Text("kt")) == Range(ENDS, Text("kt"))
    assert len({Options(names("a", "b")), Options(names("a", "b"))}) == 1


def test_scales_differ_by_kind_order_unit_and_note() -> None:
    assert Levels(names("no", "yes")) != Options(names("no", "yes"))
    assert Levels(names("no", "yes")) != Levels(names("yes", "no"))
    assert Range(ENDS) != Range(ENDS, Text("kt"))
    assert Options(names("a", "b")) != Options(names("a", "b"), Text("of 2024"))


def test_a_scale_shows_what_was_written() -> None:
    assert repr(Range(ENDS, Text("kt"))) == "Range(('0', '10'), 'kt', (), None)"


def test_a_range_has_numbers_or_days_as_ends() -> None:
    with pytest.raises(ValueError, match="soon"):
        Range((Text("0"), Text("soon")))
