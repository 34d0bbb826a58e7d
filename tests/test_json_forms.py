"""The fields that no record fills are part of the text around the others, until some record fills them."""

import json
from collections.abc import Iterable
from fractions import Fraction
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negmatrix.writers import json_values
from negmatrix.writers.json import encode

VALUES = st.one_of(st.none(), st.booleans(), st.just(()), st.integers(), st.text(), st.fractions(max_denominator=1000))


class Record(NamedTuple):
    """Some fields."""

    first: Any = None
    second: Any = None
    third: Any = None


def plain(value: Any) -> Any:
    """What a value is in JSON."""
    if isinstance(value, tuple):
        return []
    return float(round(value, 12)) if isinstance(value, Fraction) and value.denominator > 1 else value


def objects(records: Iterable[Record]) -> list[dict[str, Any]]:
    return [{name: plain(value) for name, value in record._asdict().items()} for record in records]


@given(st.lists(st.builds(Record, VALUES, VALUES, VALUES), max_size=12))
def test_each_record_holds_its_own_values(records: list[Record]) -> None:
    assert encode(records) == objects(records)


def test_a_field_that_is_filled_late_is_filled_from_then_on() -> None:
    records = [Record(), Record(), Record(second=False), Record(second="x"), Record(), Record(third=())]
    assert encode(records) == objects(records)


def test_nothing_no_and_an_empty_list_are_told_apart_field_by_field() -> None:
    records = [Record(None, False, ()), Record(False, (), None), Record((), None, False), Record(None, False, ())]
    assert json.dumps(encode(records)) == json.dumps(objects(records))


def test_a_number_that_many_records_share_is_the_same_in_each() -> None:
    third = Fraction(1, 3)
    assert encode([Record(third, third), Record(Fraction(2, 3), third)]) == [
        {"first": 0.333333333333, "second": 0.333333333333, "third": None},
        {"first": 0.666666666667, "second": 0.333333333333, "third": None},
    ]


def test_numbers_beyond_those_that_are_kept_are_written_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_values, "_MOST_KNOWN", 1)
    numbers = [Fraction(number, 7) for number in range(1, 5)]
    assert encode([*numbers, *numbers]) == [plain(number) for number in [*numbers, *numbers]]
