"""Issues and parties under new names, on new scales, with new weights; pairs like for like."""

from fractions import Fraction

import pytest

from negmatrix.analysis.changes import Kind
from tests.changing import FILE, cell, files, only, rounds, short


def test_what_was_renamed_is_compared_under_its_new_name() -> None:
    new = FILE.replace("nights", "night-work").replace("unit: night-work", "unit: nights")
    new = new.replace("{title: Night work", "{title: Nights, was: nights").replace("city: 4", "city: 6")
    changes = files(FILE, new, guess=False)
    assert short(changes, "issue", "before", "after", "guess") == [
        ("renamed", "night-work", "nights", "night-work", False),
        ("detail changed", "night-work", "Night work", "Nights", False),
        ("moved", "night-work", "4", "6", False),
    ]
    back = files(new, FILE, guess=False)
    assert short(back, "issue")[0] == ("renamed", "nights")
    assert only(back, Kind.MOVED).move == -2


def test_a_party_that_was_renamed_keeps_its_positions() -> None:
    new = FILE.replace("city: 4", "town: 4").replace("city: for", "town: for")
    new = new.replace("city: City", "town: {name: Town, was: city}")
    assert short(files(FILE, new), "party", "before", "after") == [
        ("renamed", "town", "city", "town"),
        ("detail changed", "town", "City", "Town"),
    ]


def test_a_rename_is_guessed_by_title_or_by_a_whole_row_and_marked() -> None:
    by_title = FILE.replace("nights:", "shifts:")
    by_row = FILE.replace("nights: {title: Night work", "shifts: {title: Shifts").replace(
        "nights: {city", "shifts: {city"
    )
    for new in (by_title, by_row):
        renamed = only(files(FILE, new), Kind.RENAMED)
        assert (renamed.issue, renamed.before, renamed.guess) == ("shifts", "nights", True)
        assert {Kind.ADDED, Kind.DROPPED} <= {change.kind for change in files(FILE, new, guess=False).changes}


def test_nothing_is_guessed_where_two_could_be_meant() -> None:
    old = FILE.replace("apology: Apology", "apology: Same\n  other: Same")
    new = FILE.replace("apology: Apology", "third: Same")
    assert Kind.RENAMED not in {change.kind for change in files(old, new).changes}


SCALED = "talks: T\nparties: [a, b]\nissues: {x: {%s}}\npositions: {x: {a: %s, b: %s}}\n"


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        (("range: [0, 10]", "4", "6"), ("range: [0, 100]", "40", "60"), ["rescaled", "rescaled", "rescaled"]),
        (("range: [0, 10], unit: kt", "4", "6"), ("range: [0, 10], unit: t", "4", "6"), ["rescaled"]),
        (("range: [0, 10]", "4", "6"), ("range: [10, 0]", "4", "6"), ["detail changed"]),
        (("levels: [p, q, r]", "p", "r"), ("levels: [p, q, r, s]", "p", "r"), ["rescaled"]),
        (("levels: [p, q, r]", "p", "r"), ("levels: [r, q, p]", "p", "r"), ["detail changed"]),
        (("levels: [p, q]", "p", "q"), ("levels: {p: pay, z: {was: q}}", "p", "z"), ["detail changed"]),
        (("options: [p, q, r]", "p", "q"), ("options: [q, p]", "p", "q"), ["detail changed"]),
        (("options: [p, q, r]", "p", "r"), ("options: [q, p]", "p", "q"), ["rescaled", "rescaled"]),
        (("levels: [p, q]", "p", "q"), ("options: [p, q]", "p", "q"), ["rescaled"]),
    ],
)
def test_what_rescales_and_what_does_not(
    before: tuple[str, str, str], after: tuple[str, str, str], kinds: list[str]
) -> None:
    changes = files(SCALED % before, SCALED % after)
    assert [change.kind.value for change in changes.changes if change.kind is not Kind.VERDICT] == kinds
    if "rescaled" in kinds:
        assert changes.issues[0].like_for_like is None
        assert changes.pairs[0].n == 0
        assert all(concession.amount is None for concession in changes.concessions)


def test_weights_of_the_later_file_hold_for_both() -> None:
    one = "talks: T\nparties: [a, b]\nissues: {x: {range: [0, 10], weight: %s}, y: {range: [0, 10]}}\n"
    cells = "positions: {x: {a: 0, b: 10}, y: {a: 0, b: 0}}\n"
    changes = files(one % "1" + cells, one % "3" + cells)
    assert short(changes, "before", "after") == [("weight changed", 1, 3)]
    assert (changes.pairs[0].whole_before, changes.pairs[0].whole_after) == (Fraction(1, 4), Fraction(1, 4))


def test_like_for_like_and_composition() -> None:
    first = cell("nights", "{city: 0, port: 20}")
    second = "positions: {nights: {city: 10}, crane: {city: for, port: for}}"
    (pair, *_) = rounds(first, second).pairs
    assert (pair.left, pair.right, pair.n) == ("city", "port", 1)
    assert (pair.before, pair.after) == (0, Fraction(1, 2))
    assert (pair.whole_before, pair.whole_after) == (0, Fraction(2, 3))
    assert (pair.like_for_like, pair.composition) == (Fraction(1, 2), Fraction(1, 6))


def test_a_settlement_counts_like_for_like_where_both_had_a_stance() -> None:
    first = cell("nights", "{city: 0, port: 20}")
    second = "verdicts: {nights: settled, apology: settled}"
    (pair, *_) = rounds(first, second).pairs
    assert (pair.n, pair.before, pair.after, pair.whole_after) == (1, 0, 1, 1)


def test_a_pair_that_dropped_an_issue_takes_no_part_in_it_at_either_time() -> None:
    first = "positions: {nights: {city: 0, port: 20, union: 0}, crane: {city: for, port: for, union: open}}"
    second = "verdicts: {nights: {verdict: dropped, between: [city, port]}}"
    pairs = {(pair.left, pair.right): pair for pair in rounds(first, second).pairs}
    assert (pairs["city", "port"].n, pairs["city", "port"].before) == (1, 1)
    assert pairs["city", "port"].composition == Fraction(2, 3)
    assert pairs["city", "union"].n == 2


def test_an_issue_that_lost_its_scale_is_rescaled_to_words() -> None:
    words = FILE.replace(
        "nights: {title: Night work, range: [0, 20], unit: nights, weight: 2}", "nights: {title: Night work, weight: 2}"
    )
    words = words.replace("nights: {city: 4, port: 5}", "nights: {city: Four, port: Five}")
    assert short(files(FILE, words), "issue", "party", "before", "after")[0] == (
        "rescaled", "nights", None, "0 to 20 nights", "text only",
    )  # fmt: skip
