"""Word diffs: right, readable, and cheap whatever the texts."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negmatrix.analysis.changes import Change, Kind
from negmatrix.analysis.changes.words import compare_texts
from negmatrix.views.diff_sentences import tell_change
from negmatrix.views.diff_style import DiffStyle


def mark(before: str, after: str) -> tuple[str, ...]:
    change = Change(Kind.REWORDED, words_before=before, words_after=after)
    return tell_change(change, DiffStyle({}, {}))


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("Four nights at most", "Six nights at most", "[-Four-]{+Six+} nights at most"),
        ("Four, and not before", "Four, not before a holiday", "Four, [-and-] not before {+a holiday+}"),
        ("Full recognition of five regions", "Full recognition of regions", "Full recognition of [-five-] regions"),
        ("a b c d", "a b c d e", "a b c d {+e+}"),
        ("不得撤军并停火", "不得撤军且停火", "不得撤军[-并-]{+且+}停火"),
        ("ไม่ถอนทหาร", "ไม่ถอยทหาร", "ไม่ถอ[-น-]{+ย+}ทหาร"),
        ("same words", "same words", "same words"),
    ],
)
def test_what_was_added_and_what_taken_away(before: str, after: str, marked: str) -> None:
    assert mark(before, after) == (f"reworded: {marked}",)


def test_two_texts_with_little_in_common_stand_whole_one_below_the_other() -> None:
    assert mark("Refused", "The showrunner chooses") == ("reworded: [-Refused-]", "{+The showrunner chooses+}")
    assert mark("16 % plain, 6 % in the first year", "Not the directors' pattern") == (
        "reworded: [-16 % plain, 6 % in the first year-]",
        "{+Not the directors' pattern+}",
    )


def test_words_where_there_were_none() -> None:
    assert mark("", "Six nights") == ("reworded: {+Six nights+}",)


TEXTS = st.text(alphabet="ab cd不得,. \n", max_size=60)


@given(TEXTS, TEXTS)
def test_nothing_is_lost_on_either_side(before: str, after: str) -> None:
    runs = compare_texts(before, after)
    assert "".join(run.old for run in runs) == before
    assert "".join(run.new for run in runs) == after


@given(TEXTS)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert all(run.same for run in compare_texts(text, text))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a " * 30_000, "b " * 30_000),
        ("a b " * 15_000, "b a " * 15_000),
        ("x" * 60_000, "y" * 60_000),
        ("得" * 30_000, "不" * 30_000),
        (" ".join(map(str, range(12_000))), " ".join(map(str, range(12_000, 0, -1)))),
        ("." * 60_000, "," * 60_000),
    ],
)
def test_no_text_is_costly(before: str, after: str) -> None:
    start = time.process_time()
    compare_texts(before, after)
    assert time.process_time() - start < 10
