"""Proposals: their fit, worked out by hand."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from negmatrix.analysis.fit import Fit, PartyFit
from negmatrix.analysis.fit_report import measure_proposals
from negmatrix.analysis.grounds import Weights
from negmatrix.model.positions import State
from negmatrix.model.proposals import Status
from negmatrix.model.scales import Scale
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import Text
from tests.drafts import HUNDRED, measured, with_drafts
from tests.generated import levels, make_talks, options, stance, verdict
from tests.laws import latest


def fit_of(talks: Talks, weights: Weights = Weights.ISSUE, **terms: str) -> Fit:
    (one,) = measured(with_drafts(talks, draft=terms), weights)
    assert one.fit is not None
    return one.fit


TWO: dict[str, Scale | None] = {"x": HUNDRED, "y": levels("no", "maybe", "yes")}


def test_the_fit_is_the_weighted_mean_nearness_of_terms() -> None:
    cells = {"x": {"a": "40", "b": "100"}, "y": {"a": "yes"}}
    fit = fit_of(make_talks(TWO, cells, weights={"x": "3"}), x="50", y="maybe")
    assert fit.fit == (
        PartyFit("a", (3 * Fraction(9, 10) + Fraction(1, 2)) / 4, 2, None),
        PartyFit("b", Fraction(1, 2), 1, None),
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
        ({"stance": "40"}, "100", None),
        ({"state": State.WITHDRAWN}, "100", None),
    ],
)
def test_a_term_beyond_what_a_party_accepts_crosses_its_red_line(
    cell: dict[str, Any], term: str, crossed: bool | None
) -> None:
    words = {
        key: tuple(map(Text, value)) if isinstance(value, tuple) else Text(value) if isinstance(value, str) else value
        for key, value in cell.items()
    }
    fit = fit_of(make_talks({"x": HUNDRED}, {"x": {"a": words}}), x=term)
    assert fit.fit[0].red_lines == (None if crossed is None else ("x",) if crossed else ())


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
