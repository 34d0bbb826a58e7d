"""Laws of proposals over made-up talks."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from negmatrix.analysis.agreement import stance_of
from negmatrix.analysis.fit import Fit, PartyFit, crosses
from negmatrix.analysis.grounds import Weights
from negmatrix.model.counting import measured_parties
from negmatrix.model.positions import State
from negmatrix.model.talks import Talks
from tests.drafts import measured, with_drafts
from tests.generated import stances_on
from tests.laws import bounded_talks, latest


def party_fit(fit: Fit, party: str) -> PartyFit:
    return next(one for one in fit.fit if one.party == party)


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
