"""What moved in a cell: stances, states, words, and what a party accepts."""

from fractions import Fraction

import pytest

from negmatrix.analysis.changes import Kind
from tests.changing import FILE, TOP, cell, files, only, rounds, short


def test_a_move_is_signed_in_scale_units_and_tells_toward_whom() -> None:
    changes = rounds(cell("nights", "{city: 4, port: 10, union: 2, press: 20}"), cell("nights", "{city: 8}"))
    move = only(changes, Kind.MOVED)
    assert (move.before, move.after, move.move, move.unit, move.share) == ("4", "8", 4, "nights", Fraction(1, 5))
    assert (move.toward, move.away_from) == (("port",), ("union",))
    assert move.approach == (Fraction(6 - 2, 20) + Fraction(2 - 6, 20)) / 2


def test_the_others_own_moves_are_never_credited_to_the_mover() -> None:
    changes = rounds(cell("nights", "{city: 4, port: 10}"), cell("nights", "{city: 3, port: 3}"))
    by_party = {change.party: change for change in changes.changes if change.party}
    assert by_party["city"].away_from == ("port",)
    assert by_party["port"].toward == ("city",)
    assert [(found.party, found.amount) for found in changes.concessions] == [
        ("city", Fraction(-2, 20)),
        ("port", Fraction(2 * 5, 20)),
        ("union", None),
    ]


@pytest.mark.parametrize(
    ("issue", "before", "after", "move", "unit", "share"),
    [
        ("crane", "for", "against", -2, "levels", Fraction(-1)),
        ("fee", "low", "middle", 30, "dollars", Fraction(3, 10)),
        ("start", "2026-01-01", "2026-12-31", 364, "days", Fraction(1)),
        ("nights", "20", "0.5", Fraction(-39, 2), "nights", Fraction(-39, 40)),
    ],
)
def test_scale_units(issue: str, before: str, after: str, move: object, unit: str, share: Fraction) -> None:
    changes = rounds(cell(issue, f"{{city: {before}}}"), cell(issue, f"{{city: {after}}}"))
    moved = only(changes, Kind.MOVED)
    assert (moved.move, moved.unit, moved.share) == (move, unit, share)
    assert moved.approach is None


def test_options_switch_and_nothing_is_travelled() -> None:
    changes = rounds(cell("name", "{city: north, port: south, union: north}"), cell("name", "{city: south}"))
    switched = only(changes, Kind.SWITCHED)
    assert (switched.move, switched.share, switched.unit) == (None, None, None)
    assert (switched.toward, switched.away_from, switched.approach) == (("port",), ("union",), 0)
    assert switched.closer_and_further == (1, 1)


STATES = {
    None: "",
    "stance": "{stance: 4, says: four}",
    "words": "{says: four}",
    "withdrawn": "withdrawn",
    "n/a": "n/a",
}


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (None, "stance", "stated"),
        ("stance", None, "no longer recorded"),
        ("stance", "withdrawn", "withdrawn"),
        ("withdrawn", "stance", "restated"),
        ("stance", "n/a", "not applicable now"),
        (None, "n/a", "not applicable now"),
        ("n/a", "stance", "applicable now"),
        ("n/a", "withdrawn", "applicable now"),
        ("words", "stance", "coded"),
        ("stance", "words", "uncoded"),
        (None, "withdrawn", "withdrawn"),
        ("withdrawn", None, "no longer recorded"),
    ],
)
def test_states(before: str | None, after: str | None, kind: str) -> None:
    text = f"{TOP}positions: {{crane: {{city: for}}, nights: {{port: 2%s}}}}\n"
    old, new = (text % (f", city: {STATES[state]}" if STATES[state] else "") for state in (before, after))
    changes = files(old, new)
    assert [change.kind.value for change in changes.changes if change.party == "city"] == [kind]


def test_other_words_and_the_same_words_again() -> None:
    first = cell("nights", "{city: {stance: 4, says: four nights}, port: {stance: 5, says: five}, union: 3}")
    second = cell("nights", "{city: {stance: 4.0, says: only four nights}, port: {stance: 5, says: five}, union: 3}")
    changes = rounds(first, second)
    assert short(changes, "party", "before", "after") == [
        ("reworded", "city", "four nights", "only four nights"),
        ("confirmed", "port", "5", "5"),
        ("confirmed", "union", "3", "3"),
    ]


def test_a_partly_new_cell_says_nothing_anew() -> None:
    changes = rounds(cell("nights", "{city: {stance: 4, says: four}}"), cell("nights", "{city: {salience: 60}}"))
    assert short(changes, "party", "before", "after") == [("salience changed", "city", None, 60)]


def test_bounds_confidence_and_details_of_a_cell() -> None:
    first = "{city: {stance: 4, accepts: [2, 8], confidence: low}, port: {stance: 5, fixed: true}}"
    second = (
        "{city: {stance: 4, accepts: [10, 2], rejects: [15, 20], interest: sleep, confidence: high},"
        " port: {stance: 5, fixed: false}}"
    )
    changes = rounds(cell("nights", first), cell("nights", second))
    assert short(changes, "party", "field", "before", "after") == [
        ("confirmed", "city", None, "4", "4"),
        ("confidence changed", "city", "confidence", "low", "high"),
        ("accepts changed", "city", None, ("2", "8"), ("10", "2")),
        ("rejects changed", "city", None, None, ("15", "20")),
        ("detail changed", "city", "interest", None, "sleep"),
        ("confirmed", "port", None, "5", "5"),
        ("accepts changed", "port", None, ("5",), None),
    ]


def test_the_ends_of_what_is_accepted_may_stand_in_either_order() -> None:
    text = TOP + "positions: {nights: {city: {stance: 4, accepts: %s}}}\n"
    assert files(text % "[2, 8]", text % "[8.0, 2]").changes == ()


@pytest.mark.parametrize(
    ("bounds", "stance", "crossed"),
    [
        ("accepts: [2, 8]", "9", True),
        ("accepts: [8, 2]", "8", False),
        ("fixed: true", "5", True),
        ("rejects: [10, 20]", "10", True),
        ("rejects: [10, 20]", "9", False),
        ("note: none", "20", False),
    ],
)
def test_a_red_line_is_crossed_beyond_what_the_party_accepted_before(bounds: str, stance: str, crossed: bool) -> None:
    changes = rounds(cell("nights", f"{{city: {{stance: 4, {bounds}}}}}"), cell("nights", f"{{city: {stance}}}"))
    assert changes.summary.red_lines_crossed == crossed
    assert any(change.kind is Kind.RED_LINE_CROSSED for change in changes.changes) is crossed


def test_who_is_known_to_have_said_nothing_has_not_begun_to_speak() -> None:
    assert rounds(cell("crane", "{port: open}"), cell("crane", "{city: unknown}")).changes == ()


def test_other_words_of_who_has_no_part_in_an_issue_are_told() -> None:
    found = rounds(
        cell("crane", "{city: {state: n/a, says: not ours}}"), cell("crane", "{city: {state: n/a, says: not yet ours}}")
    )
    assert short(found, "party", "before", "after") == [("reworded", "city", "not ours", "not yet ours")]


def test_what_a_party_accepts_that_stays_fixed_is_no_news() -> None:
    found = rounds(
        cell("nights", "{city: {stance: 8, fixed: true, salience: 10}}"),
        cell("nights", "{city: {stance: 8, fixed: true, salience: 20}}"),
    )
    assert [kind for (kind,) in short(found)] == ["confirmed", "salience changed"]


PIPES = """\
talks: Pipes
parties: [a, b, c]
tables: [[a, b], [b, c]]
issues: {i: {title: Price, range: [0, 10]}}
"""


def test_only_those_at_a_table_with_the_mover_are_come_closer_to() -> None:
    found = rounds(cell("i", "{a: 0, b: 10, c: 0}"), cell("i", "{a: 5}"), PIPES)
    moved = only(found, Kind.MOVED)
    assert (moved.toward, moved.away_from) == (("b",), ())
    assert {one.party: one.amount for one in found.concessions} == {"a": Fraction(1, 2), "b": 0, "c": 0}


def test_of_many_parties_the_last_alone_may_be_come_closer_to() -> None:
    names = [f"p{number:02}" for number in range(20)]
    top = f"talks: Many\nparties: [{', '.join(names)}]\nissues: {{i: {{title: Price, range: [0, 10]}}}}\n"
    moved = only(rounds(cell("i", "{p00: 0, p19: 10}"), cell("i", "{p00: 5}"), top), Kind.MOVED)
    assert (moved.toward, moved.away_from) == (("p19",), ())


def test_the_same_place_written_otherwise_is_no_move() -> None:
    found = rounds(cell("i", "{a: 5, b: 10}"), cell("i", "{a: 5.0}"), PIPES)
    assert short(found, "before", "after") == [("confirmed", "5", "5.0")]
    assert not any(one.amount for one in found.concessions)


def test_rival_accounts_are_told_in_words() -> None:
    told = "{city: {claims: [{stance: for, source: minutes p. 3, internal: true}, {says: WORDS, by: the press}]}}"
    first, second = (FILE + "verdicts: {crane: open}\nsources: {minutes: M}\n" for _ in range(2))
    first, second = (
        text.replace("crane: {city: for, union: open}", f"crane: {told.replace('WORDS', words)}")
        for text, words in ((first, "open"), (second, "shut"))
    )
    found = only(files(first, second), Kind.DETAIL)
    assert (found.before, found.after) == (
        ("for, minutes p. 3, internal", "open, the press"),
        ("for, minutes p. 3, internal", "shut, the press"),
    )


def test_what_depends_on_nothing_did_so_before() -> None:
    found = rounds(cell("crane", "{city: for}"), cell("crane", "{city: {stance: for, depends_on: []}}"))
    assert [kind for (kind,) in short(found)] == ["confirmed"]
