"""Which two sides are compared, and how changes are written and found by their words."""

from negmatrix.analysis.changes import Kind, Side, measure_changes
from negmatrix.analysis.changes.kinds import find_kind
from negmatrix.model.verdicts import Word
from negmatrix.writers.json import encode
from tests.changing import FILE, cell, files, only, read, rounds, short


def test_nothing_order_notes_and_sources() -> None:
    assert files(FILE, FILE).summary.only == "nothing"
    turned = FILE.replace("{city: 4, port: 5}", "{port: 5, city: 4}")
    assert (files(FILE, turned).summary.only, files(FILE, turned).changes) == ("order", ())
    noted = FILE.replace("city: 4,", "city: {stance: 4, note: see the minutes},")
    assert (files(FILE, noted).summary.only, short(files(FILE, noted))) == ("notes and sources", [("note changed",)])
    assert files(FILE, noted.replace("4,", "5,")).summary.only is None


REVISED = """\
talks: T
parties: [a, b]
issues: {x: {range: [0, 10]}, y: {range: [0, 10]}}
rounds:
  one:
    positions: {x: {a: %s, b: 8}, y: {a: 1, b: 1}}
  two:
    positions: {y: {a: %s}}
"""


def test_rounds_of_one_id_that_differ_are_corrected_each_with_its_own_changes() -> None:
    changes = files(REVISED % (2, 3), REVISED % (4, 5))
    assert changes.corrected
    assert short(changes, "issue", "before", "after") == [
        ("verdict changed", "y", "aligned", "partial"),
        ("moved", "y", "3", "5"),
    ]
    (correction,) = changes.corrections
    assert (correction.corrected, correction.after.round) == (True, "one")
    assert short(correction, "issue", "before", "after") == [("moved", "x", "2", "4")]


def test_a_new_round_is_compared_with_the_former_latest_as_it_was_corrected() -> None:
    old = (REVISED % (2, 3)).partition("  two:")[0]
    changes = files(old, REVISED % (4, 5))
    assert (changes.before.round, changes.after.round, changes.corrected) == ("one", "two", False)
    assert short(changes, "issue", "before", "after") == [
        ("verdict changed", "y", "aligned", "partial"),
        ("moved", "y", "1", "5"),
    ]
    assert [short(correction, "issue") for correction in changes.corrections] == [[("moved", "x")]]


def test_only_a_correction_of_an_earlier_round_leaves_the_latest_unchanged() -> None:
    changes = files(REVISED % (2, 3), REVISED % (4, 3))
    assert (changes.changes, changes.summary.only, len(changes.corrections)) == ((), None, 1)
    assert changes.pairs[0].whole_before == changes.pairs[0].whole_after


def test_a_round_that_is_named_is_compared_whole() -> None:
    first, second = read(REVISED % (2, 3)), read(REVISED % (4, 3))
    changes = measure_changes(Side(first, "one", "a"), Side(second, "two", "b"))
    assert short(changes, "issue", "before", "after") == [("moved", "x", "2", "4"), ("moved", "y", "1", "3")]
    assert changes.corrections == ()


def test_talks_of_one_round_without_a_name_are_simply_compared() -> None:
    changes = files(FILE, FILE.replace("city: 4", "city: 6"))
    assert (changes.corrected, short(changes)) == (False, [("moved",)])


def test_json_holds_the_move_and_not_how_it_is_kept() -> None:
    changes = rounds(cell("nights", "{city: 4, port: 10}"), cell("nights", "{city: 5}"))
    (moved,) = [found for found in encode(changes)["changes"] if found["kind"] == "moved"]
    assert {name: moved[name] for name in ("issue", "party", "before", "after", "move", "share", "toward")} == {
        "issue": "nights",
        "party": "city",
        "before": "4",
        "after": "5",
        "move": 1,
        "share": 0.05,
        "toward": ["port"],
    }
    assert "shift" not in moved


def test_kinds_are_found_by_their_words_with_or_without_hyphens() -> None:
    assert all(find_kind(kind.value.replace(" ", "-")) is kind for kind in Kind)
    assert find_kind("no such kind") is None


def test_the_observer_moves_and_is_compared_with_nobody() -> None:
    changes = rounds(cell("nights", "{city: 4, press: 10}"), cell("nights", "{press: 4}"))
    moved = only(changes, Kind.MOVED)
    assert (moved.move, moved.toward, moved.approach) == (-6, (), None)
    assert "press" not in {concession.party for concession in changes.concessions}
    assert changes.issues[0].verdict_after is Word.OPEN
