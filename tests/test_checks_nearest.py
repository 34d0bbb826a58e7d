"""Hints: the word that was meant, and none where nobody can tell."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negmatrix.nearest import Known, find_nearest, suggest


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("ukrane", ["ukraine", "us"], "ukraine"),
        ("nmae", ["name", "crane"], "name"),
        ("Support", ["support", "oppose"], "support"),
        ("harbour-pier", ["Harbour Pier", "Union Pier"], "Harbour Pier"),
        ("supprot strongly", ["support", "support strongly"], "support strongly"),
        ("ünion", ["union", "city"], "union"),
        ("agreed", ["parked", "settled", "partial"], None),
        ("mayor", ["city", "port"], None),
        ("titel", ["talks", "title"], "title"),
        ("uk", ["us", "eu"], None),
        ("", ["a"], None),
        ("?!", ["a"], None),
        ("terr", ["territory", "sanctions"], "territory"),
        ("terr", ["territory", "terrible"], None),
        ("x" * 100_000, ["x"], None),
    ],
)
def test_the_nearest_word(word: str, known: list[str], meant: str | None) -> None:
    assert find_nearest(word, known) == meant


def test_the_nearer_of_two_is_meant() -> None:
    assert find_nearest("crane-3", ["crane-12", "crane-2"]) == "crane-2"


def test_a_name_leads_to_its_id() -> None:
    known = Known([("ua", "ua"), ("Ukraine", "ua"), ("us", "us"), ("United States", "us")])
    assert known.nearest("Untied States") == "us"
    assert known.mistyped("Unit") is None
    assert known.nearest("Unit") == "us"


def test_among_many_words_one_slip_is_forgiven() -> None:
    known = Known((f"country-{number:04}", str(number)) for number in range(1000))
    assert known.nearest("contry-0500") == "500"
    assert known.nearest("cntry-500") is None


def test_a_hint_names_it_or_is_empty() -> None:
    assert suggest("city") == "did you mean 'city'?"
    assert suggest(None) == ""


@given(st.text(max_size=30), st.lists(st.text(max_size=30), max_size=8))
def test_only_known_words_are_hinted_at(word: str, known: list[str]) -> None:
    assert find_nearest(word, known) in {None, *known}


@given(st.text("abcdefgh", min_size=7, max_size=20), st.data())
def test_one_letter_left_out_is_always_forgiven(word: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(word) - 1))
    assert Known([(word, word)]).mistyped(word[:index] + word[index + 1 :]) == word


def test_ten_thousand_strange_words_take_no_minute() -> None:
    known = Known((f"party-{number}", f"party-{number}") for number in range(40))
    start = time.process_time()
    for number in range(10_000):
        known.nearest(f"somebody quite different {number}")
    assert time.process_time() - start < 20
