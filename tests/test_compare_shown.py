"""Two parties side by side: what is measured between them and what is only shown."""

from decimal import Decimal
from fractions import Fraction

from negmatrix.analysis.comparison import measure_comparison
from negmatrix.analysis.issue_report import measure_issue
from negmatrix.model.positions import State
from negmatrix.model.standing import standing_in
from negmatrix.source import Text
from negmatrix.views.compare import show_comparison
from tests.generated import levels, make_talks, options, range_of, stance
from tests.shown import FISHERY, issue_of, printed
from tests.test_show import read


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
