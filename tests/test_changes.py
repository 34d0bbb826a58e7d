"""Every kind of change, each in a talks that somebody could have written."""

from fractions import Fraction
from textwrap import dedent
from typing import Any

import pytest

from negmatrix.analysis.changes import Change, Changes, Kind, Side, measure_changes
from negmatrix.analysis.changes.kinds import find_kind
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.reading import read_talks
from negmatrix.source import SourceText
from negmatrix.writers.json import encode

TOP = """\
talks: Harbour
parties: {city: City, port: Port, union: Union, press: {name: Press, role: observer}}
issues:
  nights: {title: Night work, range: [0, 20], unit: nights, weight: 2}
  crane: {title: Crane, levels: [against, open, for]}
  name: {title: Name, options: [north, south, west]}
  fee: {title: Fee, levels: {low: {at: 0}, middle: {at: 30}, high: {at: 100}}, unit: dollars}
  start: {title: Start, range: [2026-01-01, 2026-12-31]}
  apology: Apology
"""


def read(text: str) -> Talks:
    reading = read_talks([SourceText("talks.yaml", text)])
    assert not reading.problems, [problem.message for problem in reading.problems]
    assert reading.talks is not None
    return reading.talks


def rounds(first: str, second: str, top: str = TOP) -> Changes:
    """From one round to the next of one talks."""
    told = "".join(f"  {name}:\n{_indent(text)}" for name, text in (("march", first), ("april", second)))
    talks = read(f"{top}rounds:\n{told}")
    return measure_changes(Side(talks, "march", "a"), Side(talks, "april", "b"))


def _indent(text: str) -> str:
    lines = dedent(text).strip("\n").splitlines() or ["note: nothing new"]
    return "".join(f"    {line}\n" for line in lines)


def files(first: str, second: str, guess: bool = True) -> Changes:
    return measure_changes(Side(read(first), None, "a"), Side(read(second), None, "b"), guess)


def short(changes: Changes, *fields: str) -> list[tuple[Any, ...]]:
    return [(change.kind.value, *(getattr(change, field) for field in fields)) for change in changes.changes]


def only(changes: Changes, kind: Kind) -> Change:
    (found,) = [change for change in changes.changes if change.kind is kind]
    return found


def cell(issue: str, cells: str) -> str:
    return f"positions: {{{issue}: {cells}}}"


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


def test_verdicts_settled_parked_reopened_and_changed() -> None:
    first = """
        positions:
          nights: {city: 4, port: 10, union: 2}
          crane: {city: for, port: for}
        verdicts: {name: settled, fee: partial, crane: divergent}
    """
    second = """
        verdicts:
          nights: {verdict: settled, at: 6, says: six, over: [union]}
          crane: {verdict: parked, to: spring}
          name: open
          fee: {verdict: divergent, label: red}
    """
    changes = rounds(first, second)
    told = {change.issue: change for change in changes.changes if change.party is None}
    assert {issue: change.kind for issue, change in told.items()} == {
        "nights": Kind.SETTLED,
        "crane": Kind.PARKED,
        "name": Kind.REOPENED,
        "fee": Kind.VERDICT,
    }
    settled = told["nights"]
    assert (settled.before, settled.after, settled.at, settled.over, settled.words_after) == (
        "partial",
        "settled",
        "6",
        ("union",),
        "six",
    )
    assert [tuple(ground) for ground in settled.ground] == [
        ("city", "4", 2, Fraction(1, 10)),
        ("port", "10", -4, Fraction(-1, 5)),
        ("union", "2", 4, Fraction(1, 5)),
    ]
    assert (told["crane"].to, told["fee"].label) == ("spring", "red")
    assert (changes.summary.settled, changes.summary.parked, changes.summary.reopened) == (1, 1, 1)


def test_a_settlement_between_some_is_told_beside_the_word_of_the_whole() -> None:
    first = cell("nights", "{city: 0, port: 20, union: 20}")
    second = "verdicts: {nights: {verdict: settled, at: 6, between: [city, port]}}"
    changes = rounds(first, second)
    assert short(changes, "before", "after", "between") == [
        ("verdict changed", "divergent", "partial", ()),
        ("settled", None, "settled", ("city", "port")),
    ]
    assert changes.summary.settled == 0
    assert [ground.party for ground in changes.changes[1].ground] == ["city", "port"]


def test_new_terms_under_the_same_word() -> None:
    first = "verdicts: {nights: {verdict: settled, at: 6}}"
    changes = rounds(first, "verdicts: {nights: {verdict: settled, at: 7}}")
    assert short(changes, "before", "after", "at") == [("verdict changed", "settled", "settled", "7")]
    assert rounds(first, first).changes == ()


def test_issues_raised_and_parties_heard_and_gone() -> None:
    changes = rounds(cell("nights", "{city: 4, port: 5}"), cell("crane", "{union: for, city: open}"))
    assert short(changes, "issue", "party")[:2] == [("first heard", None, "union"), ("raised", "crane", None)]
    gone = rounds(cell("nights", "{city: 4, port: 5}"), cell("nights", "{city: withdrawn}"))
    assert short(gone, "party") == [("left", "city"), ("verdict changed", None), ("withdrawn", "city")]


def test_without_carrying_what_is_not_written_again_is_no_longer_recorded() -> None:
    top = TOP + "carry_forward: false\n"
    changes = rounds(cell("nights", "{city: 4, port: 5}"), cell("nights", "{port: 5}"), top)
    assert short(changes, "party") == [
        ("verdict changed", None),
        ("no longer recorded", "city"),
        ("confirmed", "port"),
    ]


def test_proposals_tabled_and_overtaken() -> None:
    top = TOP + (
        "proposals:\n  draft: {title: Draft, round: april, status: adopted}\n  old: {title: Old, until: april}\n"
    )
    changes = rounds("", "", top)
    assert short(changes, "proposal", "before", "after") == [
        ("proposal tabled", "draft", None, "Draft"),
        ("proposal overtaken", "old", "Old", None),
    ]


FILE = TOP + "positions: {nights: {city: 4, port: 5}, crane: {city: for, union: open}}\n"


def test_proposals_change_their_status_terms_and_details_between_files() -> None:
    proposal = "proposals: {draft: {title: Draft, status: %s, terms: {nights: %s, %s}}}\n"
    changes = files(FILE + proposal % ("tabled", "4", "crane: for"), FILE + proposal % ("rejected", "6", "name: north"))
    assert short(changes, "issue", "before", "after") == [
        ("proposal status changed", None, "tabled", "rejected"),
        ("proposal terms changed", "nights", "4", "6"),
        ("proposal terms changed", "crane", "for", None),
        ("proposal terms changed", "name", None, "north"),
    ]


def test_issues_and_parties_that_come_and_go_between_files() -> None:
    old = FILE.replace("union: Union, ", "").replace(", union: open", "")
    new = FILE.replace("  crane: {title: Crane, levels: [against, open, for]}\n", "")
    new = new.replace(", crane: {city: for, union: open}", "")
    changes = files(old, new)
    assert short(changes, "issue", "party") == [
        ("joined", None, "union"),
        ("issue dropped", "crane", None),
        ("no longer recorded", "crane", "city"),
    ]
    back = files(new, old)
    assert short(back, "issue", "party") == [
        ("left", None, "union"),
        ("issue added", "crane", None),
        ("stated", "crane", "city"),
    ]
    assert (changes.issues[-1].id, changes.issues[-1].verdict_after) == ("crane", None)


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
