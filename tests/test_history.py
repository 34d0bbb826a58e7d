"""Many rounds: when an issue was settled, who moved how far, how much stayed, who gave what."""

from fractions import Fraction

import pytest

from negmatrix.analysis.history import measure_history
from negmatrix.analysis.history_records import History
from negmatrix.analysis.outcome import GroundShare
from negmatrix.analysis.outcome_totals import OutcomeTotal
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.source import SourceText
from negmatrix.writers.json import encode

TOP = """\
talks: T
parties: {a: A, b: B, c: {name: C, role: observer}}
issues:
  x: {range: [0, 10], weight: 2}
  y: {levels: [low, middle, high]}
  z: {options: [red, green]}
rounds:
"""


def read(rounds: str, top: str = TOP) -> Talks:
    reading = read_talks([SourceText("talks.yaml", top + rounds)])
    assert not reading.problems, [problem.message for problem in reading.problems]
    assert reading.talks is not None
    return reading.talks


def history(rounds: str, until: str | None = None) -> History:
    return measure_history(read(rounds), until)


VERDICTS = """\
  one: {verdicts: {x: settled, y: parked}}
  two: {verdicts: {x: open, z: settled}}
  three: {verdicts: {y: partial}}
  four: {verdicts: {x: settled, y: parked}}
"""


def test_an_issue_is_settled_or_parked_from_the_round_on_that_it_stays_so() -> None:
    found = {issue.id: (issue.settled_in, issue.parked_in) for issue in history(VERDICTS).issues}
    assert found == {"x": ("four", None), "y": (None, "four"), "z": ("two", None)}


def test_what_was_reopened_is_settled_no_more() -> None:
    found = {issue.id: (issue.settled_in, issue.parked_in) for issue in history(VERDICTS, until="three").issues}
    assert found == {"x": (None, None), "y": (None, None), "z": ("two", None)}
    assert [round_.id for round_ in history(VERDICTS, until="three").rounds] == ["one", "two", "three"]


MOVES = """\
  one: {positions: {x: {a: 0, b: 10, c: 5}, y: {a: low, b: n/a}, z: {a: red, b: green}}}
  two: {positions: {x: {a: 4, c: 0}, z: {a: green}}, events: [{date: 2026-01-02, what: A strike}]}
  three: {positions: {x: {a: 2, b: 9}}}
"""


def test_who_moved_how_far() -> None:
    found = {party.id: (party.concession, party.travelled) for party in history(MOVES).parties}
    # a: toward b by 4 of 10, then away by 2 of 10, both doubled, and to b's option; b: toward a's 4 by 1 of 10.
    assert found == {
        "a": (2 * Fraction(4, 10) + 1 - 2 * Fraction(2, 10), 2 * Fraction(6, 10)),
        "b": (2 * Fraction(1, 10), 2 * Fraction(1, 10)),
    }


def test_who_moved_is_told_with_how_many_issues_that_rests_on() -> None:
    # On y nobody stands beside a; b says nothing new on x and z, and still stands there.
    assert {party.id: party.n for party in history(MOVES).parties} == {"a": 2, "b": 2}


def test_the_share_of_stances_that_stayed_leaves_observers_aside() -> None:
    found = [(step.before, step.after, step.share, step.n) for step in history(MOVES).stability]
    assert found == [("one", "two", Fraction(3, 5), 5), ("two", "three", Fraction(3, 5), 5)]


def test_a_stance_that_was_taken_back_did_not_stay() -> None:
    rounds = "  one: {positions: {x: {a: 1, b: 2}}}\n  two: {positions: {x: {a: withdrawn}}}\n"
    assert [step.share for step in history(rounds).stability] == [Fraction(1, 2)]


def test_rounds_tell_their_numbers_and_events() -> None:
    one, two, _ = history(MOVES).rounds
    assert (one.stated, one.cells, one.completeness) == (5, 5, 1)
    assert (one.alignment, one.n, one.of) == (0, 2, 3)
    assert [(event.date, event.what) for event in two.events] == [("2026-01-02", "A strike")]
    assert two.alignment == (2 * Fraction(4, 10) + 1) / 3


def test_a_single_round_has_a_history_without_steps() -> None:
    found = history("  one: {positions: {x: {a: 1, b: 2}}}\n")
    assert (found.stability, [party.concession for party in found.parties]) == ((), [None, None])
    assert found.issues[0].alignment == (Fraction(9, 10),)


OUTCOME = """\
  one: {positions: {x: {a: [0, 2], b: {stance: 10, salience: 80}}, y: {a: high}, z: {a: red, b: green}}}
  two: {positions: {x: {a: {stance: 4, salience: 20}}, y: {b: {says: no}}}}
  three:
    positions: {x: {a: 5}, y: {b: middle}}
    verdicts:
      x: {verdict: settled, at: 6}
      y: {verdict: settled, at: high}
      z: {verdict: settled, at: green}
"""


def test_who_got_what() -> None:
    x, y, z = history(OUTCOME).outcome
    assert [tuple(one) for one in x.parties] == [
        ("a", "0", "4", Fraction(6, 10), Fraction(2, 10), 20),
        ("b", "10", "10", Fraction(4, 10), Fraction(4, 10), 80),
    ]
    assert (x.at, x.round, x.weight) == ("6", "three", 2)
    assert x.ground == (GroundShare("a", "b", Fraction(3, 5), Fraction(2, 5)),)
    # b's first stance on y came with the settlement: it stands for its last one too.
    assert [tuple(one)[:5] for one in y.parties] == [
        ("a", "high", "high", 0, 0),
        ("b", "middle", "middle", Fraction(1, 2), Fraction(1, 2)),
    ]
    assert z.ground == (GroundShare("a", "b", 1, 0),)


def test_what_each_gave_over_all_by_weight_and_by_its_own_salience() -> None:
    assert history(OUTCOME).outcome_totals == (
        OutcomeTotal("a", (2 * Fraction(6, 10) + 0 + 1) / 4, 3, Fraction(6, 10), 1),
        OutcomeTotal("b", (2 * Fraction(4, 10) + Fraction(1, 2) + 0) / 4, 3, Fraction(4, 10), 1),
    )


def test_nothing_was_given_where_both_asked_for_it() -> None:
    rounds = "  one: {positions: {x: {a: 4, b: 4.0}}, verdicts: {x: {verdict: settled, at: 4}}}\n"
    (outcome,) = history(rounds).outcome
    assert outcome.ground == (GroundShare("a", "b", None, None),)


@pytest.mark.parametrize("verdict", ["settled", "{verdict: settled, says: in words}", "partial"])
def test_only_a_settlement_at_a_stance_has_an_outcome(verdict: str) -> None:
    found = history(f"  one: {{positions: {{x: {{a: 4, b: 6}}}}, verdicts: {{x: {verdict}}}}}\n")
    assert found.outcome == ()
    assert [total.given for total in found.outcome_totals] == [None, None]


def test_a_settlement_between_some_binds_only_them() -> None:
    top = TOP.replace("c: {name: C, role: observer}", "c: C")
    rounds = "  one: {positions: {x: {a: 0, b: 10, c: 5}}, verdicts: {x: {verdict: settled, at: 5, between: [a, b]}}}\n"
    (outcome,) = measure_history(read(rounds, top)).outcome
    assert (outcome.between, [one.party for one in outcome.parties]) == (("a", "b"), ["a", "b"])


def test_json_has_the_names_that_others_build_on() -> None:
    told = encode(history(OUTCOME))
    assert {"id", "alignment", "verdict", "settled_in"} <= told["issues"][0].keys()
    assert {"id", "concession", "travelled", "n"} <= told["parties"][0].keys()
    assert [outcome["scale"] for outcome in told["outcome"]] == ["range", "levels", "options"]
    assert {"issue", "at", "parties", "ground"} <= told["outcome"][0].keys()
    assert {"party", "opening", "last", "opening_distance", "last_distance"} <= told["outcome"][0]["parties"][0].keys()
    assert told["outcome"][0]["ground"] == [{"left": "a", "right": "b", "left_share": 0.6, "right_share": 0.4}]


def test_what_is_moved_on_a_dropped_issue_is_neither_conceded_nor_travelled() -> None:
    rounds = """\
  one: {positions: {x: {a: 0, b: 10}}}
  two: {positions: {x: {a: 10}}, verdicts: {x: dropped}}
  three: {positions: {x: {a: 5}}}
"""
    told = {party.id: (party.concession, party.travelled, party.n) for party in history(rounds).parties}
    assert (told["a"], told["b"]) == ((None, 0, 0), (None, 0, 0))
