"""Whole reports of proposals, as they are shown."""

from typing import Any

import pytest

from negmatrix.analysis.fit_records import Proposals
from negmatrix.analysis.fit_report import measure_proposals
from negmatrix.analysis.grounds import Weights
from negmatrix.document import Document, Table
from negmatrix.model.proposals import Status
from negmatrix.model.standing import standing_in
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import Text
from negmatrix.views.proposals import show_measured_proposals
from tests.drafts import HUNDRED, MARKET, with_drafts
from tests.generated import make_talks, verdict
from tests.laws import latest
from tests.shown import UKRAINE, expect, printed
from tests.test_show import read

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
