"""Every form in which a record can be written, and what it is read as."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negmatrix.model.positions import State
from negmatrix.model.quantity import parse_number, parse_period
from negmatrix.model.scales import Levels, Options, Range
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.source import SourceText

HEAD = "talks: T\nparties: [a, b]\n"
SCALES = "issues: {i: {range: [0, 10]}, l: {levels: [no, maybe, yes]}, o: {options: [x, y, z]}, w: Words}\n"


def read(*texts: str) -> Talks:
    talks, problems = read_talks([SourceText(f"{number}", text) for number, text in enumerate(texts)])
    assert talks is not None
    assert problems == []
    return talks


def faults(*texts: str) -> list[str]:
    return [problem.code for problem in read_talks([SourceText("t", text) for text in texts])[1]]


def test_short_forms_and_lists_mean_the_same_as_long_ones() -> None:
    short = read("talks: T\nparties: [a, b]\nissues: [i]\nsources: {s: S}\nproposals: {p: P}\n")
    long = read(
        "proposals: {p: {title: P}}\nsources: {s: {title: S}}\nissues: {i: {title: i}}\n"
        "parties: {a: {name: a}, b: {name: b}}\ntalks: T\n"
    )
    assert short == long


def test_one_file_or_several_mean_the_same() -> None:
    assert read(HEAD, "issues: {i: I}\n", "issues: {j: J}\n") == read(HEAD + "issues: {i: I, j: J}\n")


def test_what_you_type_is_what_is_meant() -> None:
    talks = read("talks: 010\nparties: [no, yes, 1:30]\nissues: {off: 0x1F}\npositions: {off: {no: yes, 1:30: 1e3}}\n")
    assert [*talks.parties, talks.title, talks.issues["off"].title] == ["no", "yes", "1:30", "010", "0x1F"]
    assert [cell.says for cell in talks.latest.positions["off"].values()] == ["yes", "1e3"]


@pytest.mark.parametrize(
    ("scale", "kind", "stance", "place"),
    [
        ("levels: [p, q, r]", Levels, "q", Fraction(1, 2)),
        ("levels: {p: {at: 0, means: nothing}, q: {at: 30, was: k}, r: {at: 100}}", Levels, "q", Fraction(3, 10)),
        ("levels: {p: {at: 9}, q: {at: 3}, r: {at: 0}}", Levels, "q", Fraction(2, 3)),
        ("levels: {p: nothing, q: something}", Levels, "q", Fraction(1)),
        ("range: [100, 0]", Range, "25", Fraction(3, 4)),
        ("range: [2020-01-01, 2020-12-31]", Range, "2020-12-31", Fraction(1)),
        ("options: {p: nothing, q: something}", Options, "q", None),
        ("scale: yes-no", Levels, "yes", Fraction(1)),
        ("scale: shared", Levels, "v", Fraction(1)),
    ],
)
def test_scales(scale: str, kind: type, stance: str, place: Fraction | None) -> None:
    talks = read(
        HEAD + f"scales: {{shared: {{levels: [u, v]}}}}\nissues:\n  i: {{{scale}}}\npositions: {{i: {{a: {stance}}}}}\n"
    )
    read_scale = talks.issues["i"].scale
    assert isinstance(read_scale, kind)
    assert talks.latest.positions["i"]["a"].stance == stance
    assert read_scale.place(stance) == place


@pytest.mark.parametrize(
    ("issue", "cell", "expected"),
    [
        ("i", "7", {"stance": "7"}),
        ("i", "70", {"stance": "70"}),
        ("i", "seven", {"says": "seven"}),
        ("l", "maybe", {"stance": "maybe"}),
        ("l", "never ever", {"says": "never ever"}),
        ("o", "z", {"stance": "z"}),
        ("w", "7", {"says": "7"}),
        ("i", "n/a", {"state": State.NOT_APPLICABLE}),
        ("i", "{state: withdrawn, says: Gone}", {"state": State.WITHDRAWN, "says": "Gone"}),
        ("i", "unknown", {"ended": frozenset({"stance"})}),
        ("i", "{accepts: [1, 3], fixed: unknown}", {"accepts": ("1", "3"), "ended": frozenset({"fixed"})}),
        (
            "i",
            "{stance: 1, salience: 2.5, depends_on: []}",
            {"stance": "1", "salience": Decimal("2.5"), "depends_on": ()},
        ),
        ("i", "{claims: [{stance: 1, by: x}, {stance: 2}]}", {"stance": "1", "disputed": True}),
    ],
)
def test_cells(issue: str, cell: str, expected: dict[str, object]) -> None:
    position = read(HEAD + SCALES + f"positions: {{{issue}: {{a: {cell}}}}}\n").latest.positions[issue]["a"]
    assert {name: getattr(position, name) for name in expected} == expected


def test_a_cell_for_several_parties_and_several_positions_in_a_cell() -> None:
    cells = read(HEAD + SCALES + 'positions:\n  i:\n    "a , b": [1, {says: Less}, 3]\n').latest.positions["i"]
    assert list(cells) == ["a", "b"]
    assert [party.at.first.column for party in cells] == [6, 10]
    assert [cells["b"].stance, *(cell.stance for cell in cells["b"].earlier)] == ["3", "1", None]


ROUNDS = HEAD + SCALES + "rounds:\n  r1: {positions: {i: {a: %s}}}\n  r2: {positions: {i: {a: %s}}}\n"


@pytest.mark.parametrize(
    ("before", "after", "stands"),
    [
        ("{stance: 1, accepts: [0, 3]}", "{says: So}", {"stance": "1", "accepts": ("0", "3"), "says": "So"}),
        ("{stance: 1, says: Old}", "2", {"stance": "2", "says": None}),
        ("{stance: 1, fixed: true}", "1.0", {"fixed": True}),
        ("{stance: 1, fixed: true}", "2", {"fixed": None}),
        ("{stance: 1, accepts: [0, 3]}", "4", {"accepts": None}),
        ("{stance: 1, accepts: [0, 3]}", "2", {"accepts": ("0", "3")}),
        ("{stance: 1, accepts: [0, 3e9]}", "4", {"accepts": ("0", "3e9")}),
        ("{stance: 1, rejects: [4, 9]}", "5", {"rejects": None}),
        ("{stance: 1, rejects: [4, 9]}", "2", {"rejects": ("4", "9")}),
        ("{stance: 1, salience: 9}", "unknown", {"stance": None, "salience": Decimal(9)}),
        ("{stance: 1, depends_on: [l]}", "{says: x, depends_on: []}", {"depends_on": ()}),
        ("{stance: 1}", "n/a", {"stance": None, "state": State.NOT_APPLICABLE}),
        ("withdrawn", "{says: Back}", {"stance": None, "says": "Back"}),
        ("{claims: [{stance: 1}, {stance: 2}]}", "{says: x}", {"stance": "1"}),
    ],
)
def test_what_stands_of_an_earlier_round(before: str, after: str, stands: dict[str, object]) -> None:
    cell = standing_in(read(ROUNDS % (before, after)), "r2").cell("i", "a")
    assert cell is not None
    assert {name: getattr(cell.position, name) for name in stands} == stands


def test_without_carrying_forward_each_round_stands_alone() -> None:
    talks = read("carry_forward: false\n" + ROUNDS % ("1", "{says: x}"))
    cell = standing_in(talks, "r2").cell("i", "a")
    assert cell is not None
    assert cell.position.stance is None


def test_verdicts_events_tables_and_settings() -> None:
    talks = read(
        HEAD + SCALES + "tables: [[a, b]]\nthresholds: {aligned: 0.8}\nstale_after: 3\n"
        "rounds:\n  r:\n    events: [{what: Strike, date: 2020-01}]\n"
        "    verdicts: {i: parked, l: {verdict: settled, at: yes, between: [a, b]}, o: [open, {verdict: unclear}]}\n"
    )
    (settled,) = talks.latest.verdicts["l"]
    assert (settled.agreed, settled.between, settled.covers("a", "b"), settled.covers("a", "c")) == (
        "yes",
        ("a", "b"),
        True,
        False,
    )
    assert [verdict.word.value for verdict in talks.latest.verdicts["o"]] == ["open", "unclear"]
    assert (talks.tables, talks.thresholds.aligned, talks.stale_after) == ((("a", "b"),), Decimal("0.8"), 3)
    assert talks.latest.events[0].what == "Strike"


def test_what_can_not_be_read_is_told_once() -> None:
    assert faults(HEAD + SCALES + "proposals: {p: [x]}\n") == ["wrong-shape"]
    assert faults("talks: T\nparties: {a: {nmae: ''}}\nissues: {i: I}\n") == ["unknown-field"]
    anchors = "issues: {i: {range: [0, 9], anchors: {1: x, 1: y}}}\n"
    assert faults(HEAD + anchors) == ["repeated-key"]


def test_a_bad_id_of_the_only_round() -> None:
    assert faults(HEAD + SCALES + "round: {id: 'a@b'}\n") == ["bad-id"]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_numbers_are_exact(number: Decimal) -> None:
    assert parse_number(str(number)) == number


@given(st.from_regex(r"\A[-+0-9.eE_,% ]{0,12}\Z"))
def test_what_is_a_number_is_one_to_python_too(text: str) -> None:
    value = parse_number(text)
    assert value is None or value == Decimal(text)


@given(st.dates(), st.dates())
def test_a_period_runs_forwards(first: object, last: object) -> None:
    period = parse_period(f"{first}/{last}")
    assert (period is not None) == (str(first) <= str(last))
    assert period is None or (period.first, period.last) == (first, last)
