"""Proposals: their fit, worked out by hand; laws over made-up talks; whole reports as they are shown."""

import csv
import io
import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negmatrix.analysis.agreement import stance_of
from negmatrix.analysis.fit import Fit, PartyFit, crosses
from negmatrix.analysis.fit_records import MeasuredProposal, Proposals
from negmatrix.analysis.fit_report import measure_proposals
from negmatrix.analysis.grounds import Weights
from negmatrix.document import Document, Table
from negmatrix.model.counting import measured_parties
from negmatrix.model.positions import State
from negmatrix.model.proposals import Proposal, Status
from negmatrix.model.scales import Scale
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import Text
from negmatrix.views.proposals import show_measured_proposals
from tests.calling import SMALL, call, write
from tests.generated import levels, make_talks, options, range_of, stance, stances_on, verdict
from tests.test_issue_laws import bounded_talks, latest
from tests.test_issue_shown import UKRAINE, expect, printed
from tests.test_show import SHOWN, read

MARKET = SHOWN / "market.yaml"
HUNDRED = range_of("0", "100")


def with_drafts(talks: Talks, **terms: Mapping[str, str]) -> Talks:
    drafts = {
        name: Proposal(Text(name), Text(name.title()), terms={Text(issue): Text(term) for issue, term in own.items()})
        for name, own in terms.items()
    }
    return talks._replace(proposals=drafts)


def measured(talks: Talks, weights: Weights = Weights.ISSUE) -> tuple[MeasuredProposal, ...]:
    return measure_proposals(talks, latest(talks), weights).proposals


def fit_of(talks: Talks, weights: Weights = Weights.ISSUE, **terms: str) -> Fit:
    (one,) = measured(with_drafts(talks, draft=terms), weights)
    assert one.fit is not None
    return one.fit


def party_fit(fit: Fit, party: str) -> PartyFit:
    return next(one for one in fit.fit if one.party == party)


TWO: dict[str, Scale | None] = {"x": HUNDRED, "y": levels("no", "maybe", "yes")}


def test_the_fit_is_the_weighted_mean_nearness_of_terms() -> None:
    cells = {"x": {"a": "40", "b": "100"}, "y": {"a": "yes"}}
    fit = fit_of(make_talks(TWO, cells, weights={"x": "3"}), x="50", y="maybe")
    assert fit.fit == (
        PartyFit("a", (3 * Fraction(9, 10) + Fraction(1, 2)) / 4, 2, ()),
        PartyFit("b", Fraction(1, 2), 1, ()),
    )
    assert fit.least is not None
    assert (fit.least, fit.of) == (("b", Fraction(1, 2), 1), 2)
    assert fit.mean == (Fraction(8, 10) + Fraction(1, 2)) / 2


def test_by_salience_each_party_weighs_terms_itself() -> None:
    cells = {
        "x": {"a": stance("0", salience=Decimal(10)), "b": stance("0", salience=Decimal(0)), "c": "0"},
        "y": {"a": stance("yes", salience=Decimal(30)), "b": "yes", "c": "yes"},
    }
    fit = fit_of(make_talks(TWO, cells, weights={"x": "9"}), Weights.SALIENCE, x="100", y="yes")
    assert [(one.agreement, one.n) for one in fit.fit] == [(Fraction(3, 4), 2), (None, 1), (None, 0)]


def test_the_first_of_equally_dissatisfied_parties_is_the_least_satisfied() -> None:
    fit = fit_of(make_talks({"x": HUNDRED}, {"x": {"c": "0", "a": "100", "b": "50"}}), x="50")
    assert fit.least is not None
    assert (fit.least.party, fit.least.n) == ("a", 1)


def test_issues_of_weight_0_dropped_ones_and_texts_are_not_measured() -> None:
    talks = make_talks(
        {"x": HUNDRED, "y": HUNDRED, "z": None},
        {"x": {"a": "0", "b": "0"}, "y": {"a": "0", "b": "0"}, "z": {"a": {"says": Text("Yes")}}},
        weights={"x": "0"},
        verdicts={"y": (verdict("y", Word.DROPPED),)},
    )
    fit = fit_of(talks, x="100", y="100", z="A text")
    assert [(one.agreement, one.n) for one in fit.fit] == [(None, 0), (None, 0)]
    assert (fit.least, fit.mean) == (None, None)


@pytest.mark.parametrize(
    ("cell", "term", "crossed"),
    [
        ({"accepts": ("20", "60")}, "60", False),
        ({"accepts": ("20", "60")}, "61", True),
        ({"rejects": ("20", "60")}, "60", True),
        ({"rejects": ("20", "60")}, "61", False),
        ({"accepts": ("0", "60"), "rejects": ("20", "30")}, "25", True),
        ({"accepts": ("0", "60"), "rejects": ("20", "30")}, "35", False),
        ({"stance": "40", "fixed": True}, "40.0", False),
        ({"stance": "40", "fixed": True}, "41", True),
        ({"stance": "40"}, "100", False),
        ({"state": State.WITHDRAWN}, "100", False),
    ],
)
def test_a_term_beyond_what_a_party_accepts_crosses_its_red_line(
    cell: dict[str, Any], term: str, crossed: bool
) -> None:
    words = {
        key: tuple(map(Text, value)) if isinstance(value, tuple) else Text(value) if isinstance(value, str) else value
        for key, value in cell.items()
    }
    fit = fit_of(make_talks({"x": HUNDRED}, {"x": {"a": words}}), x=term)
    assert fit.fit[0].red_lines == (("x",) if crossed else ())


def test_options_have_red_lines_too() -> None:
    cell = {"accepts": (Text("red"), Text("blue")), "rejects": (Text("blue"),)}
    talks = make_talks({"x": options("red", "green", "blue")}, {"x": {"a": cell}})
    lines = {term: bool(fit_of(talks, x=term).fit[0].red_lines) for term in ("red", "green", "blue")}
    assert lines == {"red": False, "green": True, "blue": True}


def test_drafts_are_ranked_by_the_least_satisfied_then_by_the_mean() -> None:
    talks = make_talks(
        {"x": HUNDRED, "y": HUNDRED, "z": HUNDRED}, {"x": {"a": "0", "b": "100", "c": "0"}, "y": {"a": "0", "b": "0"}}
    )
    drafts = with_drafts(
        talks,
        b_only={"x": "100"},
        half={"x": "50"},
        a_only={"x": "0"},
        again={"x": "50"},
        nobody={"z": "5"},
        no_terms={},
    )
    assert {one.proposal.id: one.rank for one in measured(drafts)} == {
        "b_only": 4,
        "half": 1,
        "a_only": 3,
        "again": 1,
        "nobody": None,
        "no_terms": None,
    }


def test_what_no_proposal_deals_with_is_told_apart_from_what_only_a_withdrawn_one_does() -> None:
    talks = with_drafts(
        make_talks({"x": HUNDRED, "y": HUNDRED, "z": HUNDRED}, {}, ("a",)), one={"x": "1"}, two={"y": "1"}
    )
    proposals = dict(talks.proposals)
    proposals["two"] = proposals["two"]._replace(status=Status.REJECTED)
    result = measure_proposals(talks._replace(proposals=proposals), latest(talks))
    assert (result.unaddressed, result.only_off_the_table) == (("z",), ("y",))


@st.composite
def drafted_talks(draw: st.DrawFn) -> Talks:
    talks = draw(bounded_talks())
    scaled = [(issue.id, issue.scale) for issue in talks.issues.values() if issue.scale is not None]
    drafts = {
        f"d{number}": {issue: draw(stances_on(scale)) for issue, scale in scaled if draw(st.booleans())}
        for number in range(draw(st.integers(1, 3)))
    }
    return with_drafts(talks, **drafts)


@settings(deadline=None, max_examples=80)
@given(drafted_talks(), st.sampled_from([Weights.ISSUE, Weights.SALIENCE]))
def test_a_fit_is_a_share_and_the_least_is_the_least(talks: Talks, weights: Weights) -> None:
    for one in measured(talks, weights):
        fit = one.fit
        assert (fit is None) == (not one.proposal.terms)
        if fit is None:
            continue
        known = [party.agreement for party in fit.fit if party.agreement is not None]
        assert all(0 <= agreement <= 1 for agreement in known)
        assert all(party.n <= len(one.terms) for party in fit.fit)
        assert (fit.least and fit.least.agreement) == min(known, default=None)
        assert fit.mean is None or min(known) <= fit.mean <= max(known)
        assert fit.of == len(known)
        assert (one.rank is None) == (not known)


@settings(deadline=None, max_examples=80)
@given(bounded_talks())
def test_a_draft_of_just_what_a_party_stands_for_fits_it_wholly(talks: Talks) -> None:
    for party in measured_parties(talks):
        told = {
            issue: stance
            for issue in talks.issues
            if (stance := stance_of(latest(talks).cell(issue, party), talks.issues[issue].scale)) is not None
        }
        (one,) = measured(with_drafts(talks, own=told))
        if one.fit is not None:
            own = party_fit(one.fit, party)
            assert own.agreement in (1, None)
            assert (own.agreement == 1) == (own.n > 0)


@settings(deadline=None, max_examples=60)
@given(drafted_talks(), st.randoms())
def test_the_order_of_parties_issues_and_drafts_changes_no_number(talks: Talks, random: Any) -> None:
    sections = [list(section.items()) for section in (talks.parties, talks.issues, talks.proposals)]
    for section in sections:
        random.shuffle(section)
    parties, issues, proposals = map(dict, sections)
    shuffled = talks._replace(parties=parties, issues=issues, proposals=proposals)
    one, other = (
        {
            m.proposal.id: (m.rank, m.fit and (sorted(p._replace(red_lines=()) for p in m.fit.fit if p.n), m.fit[1:]))
            for m in measured(each)
        }
        for each in (talks, shuffled)
    )
    assert one == other


@settings(deadline=None, max_examples=60)
@given(bounded_talks())
def test_nobody_crosses_a_line_with_what_it_accepts(talks: Talks) -> None:
    for issue in talks.issues.values():
        for party in talks.parties:
            cell = latest(talks).cell(issue.id, party)
            if issue.scale is None or cell is None or cell.position.state is not State.STATED or cell.position.rejects:
                continue
            for end in cell.position.accepts or ():
                assert cell.position.fixed or not crosses(issue.scale, cell.position, end)


REPORTS: dict[str, tuple[Any, str, int, tuple[str, ...], Weights]] = {
    "market": (MARKET, "june", 100, (), Weights.ISSUE),
    "market-narrow": (MARKET, "june", 60, (), Weights.SALIENCE),
    "market-first-round": (MARKET, "may", 200, (), Weights.ISSUE),
    "market-two": (MARKET, "june", 100, ("board", "holders"), Weights.ISSUE),
    "market-two-narrow": (MARKET, "june", 60, ("first", "older"), Weights.ISSUE),
    "ukraine": (UKRAINE, "e3-text", 100, (), Weights.ISSUE),
    "ukraine-two": (UKRAINE, "e3-text", 200, ("us-plan", "europe-plan"), Weights.ISSUE),
}


def result_of(name: str) -> Proposals:
    path, round_id, _, compared, weights = REPORTS[name]
    talks = read(path)
    return measure_proposals(talks, standing_in(talks, round_id), weights, compared)


def document(name: str) -> Document:
    return show_measured_proposals(result_of(name))


@pytest.mark.parametrize("name", REPORTS)
def test_proposals_are_shown(name: str, regenerate: bool) -> None:
    expect(f"proposals-{name}", printed(document(name), REPORTS[name][2]), regenerate)


@pytest.mark.parametrize("name", REPORTS)
def test_each_row_fills_its_columns(name: str) -> None:
    for table in (block for block in document(name).blocks if isinstance(block, Table)):
        assert {sum(cell.span for cell in row.cells) for row in table.rows} == {len(table.columns)}


def shown(talks: Talks) -> str:
    return printed(show_measured_proposals(measure_proposals(talks, latest(talks))), 100)


def test_gaps_are_told_by_what_became_of_the_issue() -> None:
    talks = with_drafts(make_talks({"x": HUNDRED, "y": HUNDRED}, {"x": {"a": "1"}}), one={"x": "1"})
    parked = make_talks(
        {"x": HUNDRED, "y": HUNDRED}, {"x": {"a": "1", "b": "2"}}, verdicts={"y": (verdict("y", Word.PARKED),)}
    )
    assert "No proposal deals with 1 issue: Y." in shown(talks)
    assert "No proposal deals with Y (parked)." in shown(with_drafts(parked, one={"x": "1"}))
    assert "Nor with Y (parked)." in shown(with_drafts(parked, one={}))
    assert "Each issue is dealt with by some proposal." in shown(with_drafts(talks, one={"x": "1", "y": "2"}))


def test_what_only_a_rejected_proposal_deals_with_is_named() -> None:
    talks = with_drafts(make_talks({"x": HUNDRED}, {"x": {"a": "1"}}), one={"x": "1"})
    rejected = talks.proposals["one"]._replace(status=Status.REJECTED)
    assert "Only what was withdrawn or rejected deals with X." in shown(talks._replace(proposals={"one": rejected}))


def test_where_all_have_a_stance_no_sign_needs_a_word() -> None:
    talks = with_drafts(make_talks({"x": HUNDRED}, {"x": {"a": "1"}}), one={"x": "1"}, two={"x": "51"})
    text = printed(show_measured_proposals(measure_proposals(talks, latest(talks), compared=("one", "two"))), 100)
    assert "0% · 50%" in text
    assert "not stated" not in text


def test_a_round_without_proposals_says_so() -> None:
    assert "No proposal is on the table in this round." in shown(make_talks({"x": HUNDRED}, {"x": {"a": "1"}}))


def test_terms_in_words_are_shown_and_not_measured() -> None:
    text = shown(with_drafts(make_talks({"x": None}, {"x": {"a": {"says": Text("Never")}}}), one={"x": "A long frame"}))
    assert "A long frame" in text
    assert "cannot be measured" in text


def test_the_command_writes_json() -> None:
    done = call("proposals", MARKET, "-f", "json")
    record = json.loads(done.out)
    assert (done.code, record["command"], record["weights"]) == (0, "proposals", "issue")
    assert record["unaddressed"] == ["thanks"]
    assert record["others"] == ["first"]
    board = record["proposals"][0]
    assert (board["id"], board["from"], board["rank"], board["addresses"][0]) == ("board", ["city"], 1, "rent")
    assert set(board["least"]) == {"party", "agreement", "n"}
    assert board["fit"][2] == {
        "party": "cooks",
        "agreement": pytest.approx(0.695),
        "n": 5,
        "red_lines": ["share"],
    }
    assert board["term_by_term"][0]["parties"][1] == {
        "party": "stalls",
        "stance": "100",
        "distance": 0.4,
        "crossed": True,
    }
    fair = record["proposals"][2]
    assert (fair["fit"], fair["least"], fair["mean"], fair["rank"]) == ([], None, None, None)
    assert "compared" not in record


def test_the_command_puts_two_drafts_side_by_side() -> None:
    record = json.loads(call("proposals", MARKET, "--compare", "Draft of the board", "holders", "-f", "json").out)
    assert [one["id"] for one in record["compared"]] == ["board", "holders"]
    assert call("proposals", MARKET, "--compare", "board", "first").code == 0


@pytest.mark.parametrize(
    ("drafts", "told"),
    [
        (("board", "board"), "'board' and 'board' are one proposal: name two"),
        (("board", "fair"), "'fair' has no terms to compare\n  with terms: board, holders, older, first"),
        (("bord", "holders"), "there is no proposal 'bord'; did you mean 'board'?"),
    ],
)
def test_what_cannot_be_compared_is_told(drafts: tuple[str, str], told: str) -> None:
    done = call("proposals", MARKET, "--compare", *drafts)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_where_no_proposal_has_terms_there_is_nothing_to_compare(tmp_path: Any) -> None:
    path = write(tmp_path / "small.yaml", SMALL + "proposals: {p: {title: P}, q: {title: Q}}\n")
    assert "with terms: none" in call("proposals", path, "--compare", "p", "q").err


def test_the_command_writes_cells_for_machines() -> None:
    tables = call("proposals", MARKET, "-f", "csv").out.split("\r\n\r\n")
    coverage = next(table for table in tables if table.startswith("Issue,"))
    rows = {row["Issue"]: row for row in csv.DictReader(io.StringIO(coverage))}
    assert (rows["Rent of a stall"]["board"], rows["Opening hours"]["fair"]) == ("300", "dealt with")


def test_a_public_version_holds_no_red_lines_and_no_saliences() -> None:
    record = json.loads(call("proposals", MARKET, "--public", "-f", "json").out)
    assert record["public"] is True
    assert not any(fit["red_lines"] for one in record["proposals"] for fit in one["fit"])
    assert "red line:" not in call("proposals", MARKET, "--public").out
    done = call("proposals", MARKET, "--public", "--weights", "salience")
    assert done.code == 2
    assert "leave out --weights salience" in done.err
