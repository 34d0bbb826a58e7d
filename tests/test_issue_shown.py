"""Whole reports of an issue and of two parties, as they are shown, and what the command line makes of them."""

import io
import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from negmatrix.analysis.comparison import measure_comparison
from negmatrix.analysis.issue_report import measure_issue
from negmatrix.analysis.matrix import measure_matrix
from negmatrix.analysis.narrowing import narrow
from negmatrix.cli.entry import run
from negmatrix.document import Axis, Document, Mark, MarkKind, Paragraph, Table
from negmatrix.model.positions import State
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import Text
from negmatrix.views.compare import show_comparison
from negmatrix.views.issue import show_issue
from negmatrix.views.issue_measures import show_decimal
from negmatrix.views.matrix import MatrixStyle, show_matrix
from negmatrix.views.names import list_names
from negmatrix.writers.terminal.entry import write_terminal
from negmatrix.writers.terminal.looks import Looks
from tests.generated import levels, make_talks, options, range_of, stance, verdict
from tests.test_show import ROOT, SHOWN, read

FISHERY = SHOWN / "fishery.yaml"
UKRAINE = ROOT / "data" / "ukraine.yaml"
PARIS = ROOT / "data" / "paris.yaml"

ISSUES: dict[str, tuple[Path, str, int]] = {
    "quota": (FISHERY, "february", 100),
    "quota-narrow": (FISHERY, "february", 60),
    "quota-first-round": (FISHERY, "january", 100),
    "mesh": (FISHERY, "february", 100),
    "inspection": (FISHERY, "february", 100),
    "start": (FISHERY, "february", 100),
    "ban": (FISHERY, "february", 100),
    "apology": (FISHERY, "february", 100),
    "sale": (FISHERY, "february", 100),
    "silent": (FISHERY, "february", 100),
    "sanctions": (PARIS, "paris", 100),
    "held-donetsk": (UKRAINE, "geneva-third", 200),
}
PAIRS: dict[str, tuple[Path, str, int, str, str]] = {
    "coast-union": (FISHERY, "february", 100, "coast", "union"),
    "coast-union-narrow": (FISHERY, "february", 60, "coast", "union"),
    "bank-union": (FISHERY, "february", 100, "bank", "union"),
    "south-fleet": (FISHERY, "february", 100, "south", "fleet"),
    "ukraine-us": (UKRAINE, "geneva-third", 100, "ukraine", "us"),
}


def printed(document: Document, width: int) -> str:
    out = io.StringIO()
    write_terminal(document, out, Looks(width=width))
    return out.getvalue()


def expect(name: str, text: str, regenerate: bool) -> None:
    expected = SHOWN / f"{name}.txt"
    if regenerate:
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


def report(path: Path, round_id: str, name: str) -> Document:
    talks = read(path)
    issue = next(issue for issue in sorted(talks.issues, key=len, reverse=True) if name.startswith(issue))
    return show_issue(measure_issue(talks, standing_in(talks, round_id), issue))


@pytest.mark.parametrize("name", ISSUES)
def test_an_issue_is_shown_whole(name: str, regenerate: bool) -> None:
    path, round_id, width = ISSUES[name]
    expect(f"issue-{name}", printed(report(path, round_id, name), width), regenerate)


@pytest.mark.parametrize("name", PAIRS)
def test_two_parties_are_shown_side_by_side(name: str, regenerate: bool) -> None:
    path, round_id, width, left, right = PAIRS[name]
    talks = read(path)
    result = measure_comparison(talks, standing_in(talks, round_id), left, right)
    expect(f"compare-{name}", printed(show_comparison(result), width), regenerate)


def test_links_are_told_beneath_the_matrix(regenerate: bool) -> None:
    talks = read(FISHERY)
    result = measure_matrix(talks, standing_in(talks, "february"))
    expect("matrix-links", printed(show_matrix(result, MatrixStyle(cells="links")), 100), regenerate)


@pytest.mark.parametrize("name", [*ISSUES, *PAIRS])
def test_each_row_fills_its_columns(name: str) -> None:
    if name in ISSUES:
        document = report(*ISSUES[name][:2], name)
    else:
        path, round_id, _, left, right = PAIRS[name]
        talks = read(path)
        document = show_comparison(measure_comparison(talks, standing_in(talks, round_id), left, right))
    for table in (block for block in document.blocks if isinstance(block, Table)):
        assert {sum(cell.span for cell in row.cells) for row in table.rows} == {len(table.columns)}


def issue_of(talks: Talks) -> Document:
    return show_issue(measure_issue(talks, standing_in(talks, "r"), "x"))


def axis_of(talks: Talks) -> Axis:
    (axis,) = (block for block in issue_of(talks).blocks if isinstance(block, Axis))
    return axis


def parties_on(axis: Axis) -> list[Mark]:
    return [mark for mark in axis.marks if mark.kind is MarkKind.PARTY]


def test_many_parties_share_a_line_for_each_level() -> None:
    cells = {f"p{number:02}": ("no", "yes")[number % 3 == 0] for number in range(30)}
    marks = parties_on(axis_of(make_talks({"x": levels("no", "maybe", "yes")}, {"x": cells})))
    assert [(mark.label, mark.place, mark.stretches) for mark in marks] == [
        ("20 parties", 0, ()),
        ("10 parties", 1, ()),
    ]
    assert marks[1].words == "yes: P00, P03, P06, P09, P12, P15 and 4 others"


def test_many_parties_share_a_line_for_each_twentieth_of_a_range() -> None:
    cells = {f"p{number:02}": str(number) for number in range(41)}
    document = issue_of(make_talks({"x": range_of("0", "40")}, {"x": cells}))
    marks = parties_on(next(block for block in document.blocks if isinstance(block, Axis)))
    assert len(marks) == 20
    assert (marks[0].label, marks[0].words, marks[0].stretches) == (
        "2 parties",
        "0 to 1: P00, P01",
        ((0, Fraction(1, 40)),),
    )
    assert (marks[-1].label, marks[-1].words) == ("3 parties", "38 to 40: P38, P39, P40")
    assert any(isinstance(block, Paragraph) and "share a line" in block.text for block in document.blocks)


def test_who_has_no_stance_yet_says_what_it_accepts_is_on_the_axis() -> None:
    cells = {
        "a": "4",
        "b": {"says": Text("Not yet"), "accepts": (Text("2"), Text("6"))},
        "c": stance("5", rejects=(Text("9"), Text("9"))),
    }
    marks = parties_on(axis_of(make_talks({"x": range_of("0", "10")}, {"x": cells})))
    assert [(mark.label, mark.place, mark.words) for mark in marks] == [
        ("A", Fraction(2, 5), "4"),
        ("C", Fraction(1, 2), "5; rejects 9"),
        ("B", None, "accepts 2 to 6"),
    ]


def test_an_axis_without_anybody_is_not_drawn() -> None:
    document = issue_of(make_talks({"x": range_of("0", "10")}, {"x": {}}, parties=("a", "b")))
    assert not any(isinstance(block, Axis) for block in document.blocks)
    assert "Not stated: A, B." in [block.text for block in document.blocks if isinstance(block, Paragraph)]


def test_many_pairs_that_do_not_meet_are_cut_and_counted() -> None:
    cells = {f"p{number}": stance(str(number), fixed=True) for number in range(6)}
    text = printed(issue_of(make_talks({"x": range_of("0", "10")}, {"x": cells})), 100)
    assert "None: of the 15 pairs that say what they could live with, 15 do not meet." in text
    assert "P0 – P5: apart from 0 to 5, 50% of the scale" in text
    assert "and 7 pairs more, none of them further apart" in text


def zone_text(cells: dict[str, Any], **more: Any) -> str:
    return printed(issue_of(make_talks({"x": range_of("0", "10")}, {"x": cells}, **more)), 200)


def test_a_zone_is_told_in_sentences() -> None:
    one, other = (stance(at, accepts=(Text("2"), Text("8"))) for at in "35")
    assert "2 to 8: all 2 parties could live with it." in zone_text({"a": one, "b": other})
    assert "2 to 8: the 1 party could live with it." in zone_text({"a": one})
    text = zone_text({"a": one, "b": "4"})
    assert "At most 2 to 8: it suits the one of 2 parties that says what it could live with." in text
    assert "Silent on what they could live with: B." in text
    assert "n/a: nobody says what it could live with." in zone_text({"a": "4"})


def test_who_rejects_all_that_it_accepts_is_told() -> None:
    odd = {"accepts": (Text("2"), Text("3")), "rejects": (Text("1"), Text("4"))}
    assert "None: the one that says what it accepts rejects all of it." in zone_text({"a": odd})
    text = zone_text({"a": odd, "b": stance("4", fixed=True), "c": stance("5", fixed=True)})
    assert "A – B: nothing in common" in text
    assert "of the 3 pairs that say what they could live with, 3 do not meet" in text


def test_one_pair_of_several_that_does_not_meet() -> None:
    cells = {
        "a": stance("1", accepts=(Text("0"), Text("4"))),
        "b": stance("5", fixed=True),
        "c": stance("4", accepts=(Text("3"), Text("6"))),
    }
    text = zone_text(cells)
    assert "of the 3 pairs that say what they could live with, 1 does not meet" in text
    assert "3 to 4: suits 2 of 3 (A, C); refused by B" in text


def test_silence_is_never_agreement() -> None:
    """Two agree and three are silent: number, n and coverage stand side by side, in sight and for machines."""
    talks = make_talks({"x": levels("no", "maybe", "yes")}, {"x": {"a": "yes", "b": "yes"}}, parties=tuple("abcde"))
    text = printed(issue_of(talks), 100)
    assert "Aligned, agreement 100% of 2 in 5" in text
    assert [line.split() for line in text.splitlines() if line.startswith(" Coverage")] == [
        ["Coverage", "40%", "2", "of", "5", "parties", "with", "words", "or", "a", "stance"]
    ]
    assert "Not stated: C, D, E." in text
    record = measure_issue(talks, standing_in(talks, "r"), "x").record()
    assert (record["alignment"], record["n"], record["of"], record["coverage"]) == (1, 2, 5, Fraction(2, 5))
    result = measure_comparison(talks, standing_in(talks, "r"), "a", "c")
    assert (result.issues[0].relation.value, result.issues[0].agreement) == ("unknown", None)
    assert "no stance of C" in printed(show_comparison(result), 100)
    assert "Agreement n/a as no issue can be compared" in printed(show_comparison(result), 100)


def test_an_observers_stance_is_shown_and_not_measured() -> None:
    talks = read(FISHERY)
    result = measure_comparison(talks, standing_in(talks, "february"), "bank", "union")
    assert (result.pair, result.counted, set(result.counts)) == (
        None,
        False,
        {"unites", "differs", "divides", "unknown", "outside"},
    )
    assert "not measured" in printed(show_comparison(result), 100)


def test_what_does_not_concern_one_of_two_is_off_the_table() -> None:
    talks = make_talks(
        {"x": levels("no", "yes"), "y": levels("no", "yes")}, {"x": {"a": "no", "b": {"state": State.NOT_APPLICABLE}}}
    )
    talks = talks._replace(
        issues={key: issue._replace(weight=Decimal(key == "x")) for key, issue in talks.issues.items()}
    )
    result = measure_comparison(talks, standing_in(talks, "r"), "a", "b")
    assert result.counts == {"unites": 0, "differs": 0, "divides": 0, "unknown": 0, "outside": 1}
    text = printed(show_comparison(result), 100)
    assert "not applicable" in text
    assert "not counted" in text
    assert result.issues[0].meet.state is None


def test_what_two_could_live_with() -> None:
    scale = options("red", "green")
    fixed = {
        "x": {"a": stance("red", fixed=True), "b": stance("green", fixed=True)},
        "y": {"a": stance("2", fixed=True), "b": stance("4", fixed=True)},
    }
    talks = make_talks({"x": scale, "y": range_of("0", "10")}, fixed)
    text = printed(show_comparison(measure_comparison(talks, standing_in(talks, "r"), "a", "b")), 100)
    assert "accepts nothing else" in text
    assert "apart from 2 to 4" in text
    assert "20% of the scale" in text


def test_rival_accounts_that_leave_one_agreement_have_no_span() -> None:
    talks = read(FISHERY)
    (quota,) = (
        i for i in measure_comparison(talks, standing_in(talks, "february"), "coast", "union").issues if i.id == "quota"
    )
    assert quota.span == (Fraction(3, 5), Fraction(3, 4))
    same = talks.rounds["february"].positions[Text("quota")]["union"]
    claims = tuple(claim._replace(stance=Text("40")) if claim.stance == "45" else claim for claim in same.claims)
    positions = {
        Text("quota"): {
            Text("union"): same._replace(claims=claims, stance=Text("30")),
            Text("coast"): same._replace(claims=(), stance=Text("35"), party=Text("coast")),
        }
    }
    round_ = talks.rounds["february"]._replace(positions=positions)
    alike = talks._replace(rounds={"february": round_})
    (quota,) = (
        i for i in measure_comparison(alike, standing_in(alike, "february"), "coast", "union").issues if i.id == "quota"
    )
    assert (quota.agreement, quota.span) == (Fraction(19, 20), None)


def test_a_settled_issue_measures_the_last_stances_and_says_so() -> None:
    text = (SHOWN / "issue-start.txt").read_text(encoding="utf-8")
    assert "Zone of agreement, of the last stances" in text
    assert "of the last stances" in text.split("Measures")[1]


def test_options_tell_what_stands_today_and_what_was_settled() -> None:
    settled = verdict("x", Word.SETTLED, agreed=Text("blue"))
    talks = make_talks({"x": options("red", "blue")}, {"x": {"a": "red", "b": "blue"}}, verdicts={"x": (settled,)})
    issue = talks.issues["x"]._replace(status_quo=Text("red"))
    (table,) = (
        b
        for b in issue_of(talks._replace(issues={"x": issue})).blocks
        if isinstance(b, Table) and b.columns[0].title == "Options"
    )
    assert [[line.text for line in row.cells[0].lines] for row in table.rows] == [
        ["red", "today"],
        ["blue", "settled at"],
    ]


def test_what_is_rejected_on_options_and_links_without_any() -> None:
    talks = make_talks({"x": options("red", "blue")}, {"x": {"a": stance("red", rejects=(Text("blue"),)), "b": "blue"}})
    assert "blue" in [
        cell.value for b in issue_of(talks).blocks if isinstance(b, Table) for row in b.rows for cell in row.cells[2:3]
    ]
    result = measure_matrix(talks, standing_in(talks, "r"))
    assert "What waits" not in printed(show_matrix(result, MatrixStyle(cells="links")), 100)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "n/a"),
        (Fraction(1), "1"),
        (Fraction(0), "0"),
        (Fraction(-1), "-1"),
        (Fraction(999, 1000), "0.99"),
        (Fraction(1, 1000), "0.01"),
        (Fraction(-1, 8), "-0.13"),
        (Fraction(5524, 10000), "0.55"),
    ],
)
def test_decimals_are_whole_only_when_exact(value: Fraction | None, words: str) -> None:
    assert show_decimal(value) == words


def test_names_in_a_row() -> None:
    assert list_names("abcdef") == "a, b, c, d, e, f"
    assert list_names("abcdefg") == "a, b, c, d, e, f and 1 other"
    assert list_names("abcdefgh") == "a, b, c, d, e, f and 2 others"


def called(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(list(arguments))
    told = capsys.readouterr()
    return code, told.out, told.err


def test_the_issue_command_writes_json_by_the_names_of_the_manual(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = called(capsys, "issue", "Year", str(FISHERY), "-f", "json")
    record: Mapping[str, Any] = json.loads(out)
    assert (code, record["command"], record["id"]) == (0, "issue", "quota")
    assert record["centre"]["median"] == 70
    assert record["centre"]["n"] == 2
    assert record["zone"]["state"] == "at most"
    assert record["zone"]["pieces"][0] == {"low": 60, "high": 62, "low_included": True, "high_included": False}
    assert {"divergence", "polarization", "van_der_eijk", "tally", "coverage", "positions", "rounds"} <= set(record)
    union = record["positions"][1]
    assert (union["claims_apart"], [past["stance"] for past in union["past"]]) == (0.15, ["10", "20", "30"])


def test_a_public_issue_tells_nothing_of_limits_and_weights(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = called(capsys, "issue", "quota", str(FISHERY), "--public")
    banner, out = out.split("\n\n", 2)[1:]
    assert banner.startswith("Public version.")
    assert (code, "Zone" in out, "could live with" in out.casefold(), "salience" in out.casefold()) == (
        0,
        False,
        False,
        False,
    )
    assert "each counts alike; no forecast" in out
    record = json.loads(called(capsys, "issue", "quota", str(FISHERY), "--public", "-f", "json")[1])
    assert record["zone"] is None
    assert {position["accepted"] for position in record["positions"]} == {None}
    out = called(capsys, "compare", "coast", "union", str(FISHERY), "--public")[1]
    assert "could live with" not in out
    assert "salience" not in out.split("\n\n", 2)[2]


def test_a_round_and_parties_can_be_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = called(
        capsys, "issue", "quota", str(FISHERY), "--round", "1", "--party", "coast", "--party", "north"
    )
    assert code == 0
    assert "First meeting · 2026-01-20 · 2 of 5 parties" in out
    code, out, _ = called(capsys, "issue", "quota", f"{FISHERY}@january", "-f", "json", "--party", "coast")
    assert json.loads(out)["filter"] == {"parties": ["coast"]}


def test_compare_takes_names_and_two_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = called(capsys, "compare", "Coast", "Isl", str(FISHERY), "--topic", "Fish", "-f", "json")
    record = json.loads(out)
    assert (code, record["command"], record["left"], record["right"]) == (0, "compare", "coast", "union")
    assert [issue["id"] for issue in record["issues"]] == ["quota", "mesh"]
    assert record["pair"]["n"] == 2
    assert called(capsys, "compare", "Coast", "Isl", str(FISHERY))[1].startswith("Coast – Island Union")
    code, _, err = called(capsys, "compare", "coast", "Coast", str(FISHERY))
    assert (code, err) == (2, "negmatrix: 'coast' and 'Coast' are one party: name two\n")


def test_an_unknown_issue_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = called(capsys, "issue", "quoat", str(FISHERY))
    assert code == 2
    assert "quota" in err


def test_an_issue_that_waits_for_itself_in_a_circle_is_not_its_own_block() -> None:
    cells = {
        "x": {"a": stance("no", depends_on=(Text("y"), Text("gone"), Text("x"))), "b": "yes"},
        "y": {"a": stance("no", depends_on=(Text("x"),)), "b": "no"},
    }
    talks = make_talks({"x": levels("no", "yes"), "y": levels("no", "yes")}, cells)
    result = measure_issue(talks, standing_in(talks, "r"), "x")
    assert [(one.issue, one.verdict, one.parties) for one in result.waits_for] == [("y", Word.ALIGNED, ("a",))]
    assert result.blocked_by == ()
    links = measure_matrix(talks, standing_in(talks, "r")).links
    assert [(link.issue, link.blocked_by) for link in links] == [("x", ()), ("y", ("x",))]


def test_narrowing_keeps_the_report_whole() -> None:
    whole = read(FISHERY)
    talks = narrow(whole, parties=["coast", "union"])
    shown = measure_issue(talks, standing_in(talks, "february"), "quota", whole)
    assert (shown.talks.of_parties, len(shown.positions)) == (5, 2)


def test_a_level_that_was_settled_at_is_quoted_between_two(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    text = (
        "talks: T\nparties: {a: A, b: B}\nissues: {x: {levels: [no, some, for]}, y: {range: [0, 9], unit: kt}}\n"
        "positions: {x: {a: no, b: for}, y: {a: 1, b: 2}}\n"
        "verdicts: {x: {verdict: settled, at: for}, y: {verdict: settled, at: 3}}\n"
    )
    path = tmp_path / "t.yaml"
    path.write_text(text, encoding="utf-8")
    shown = called(capsys, "compare", "a", "b", str(path))[1]
    assert "settled at “for”" in shown
    assert "settled at 3 kt" in shown
