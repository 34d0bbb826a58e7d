"""The proposals of a round: what they deal with, what none deals with, and how those with terms fit each party."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from negmatrix.analysis.alignment import measure_alignment
from negmatrix.analysis.citations import find_references
from negmatrix.analysis.fit import compare_term, measure_fit
from negmatrix.analysis.fit_records import CoveredIssue, MeasuredProposal, Proposals
from negmatrix.analysis.grounds import Weights
from negmatrix.analysis.matrix import describe_round
from negmatrix.analysis.pairing import pair_up
from negmatrix.analysis.scale_shape import describe_scale
from negmatrix.analysis.tabled import TabledProposal, describe_proposal, find_tabled
from negmatrix.model.counting import measured_parties
from negmatrix.model.proposals import Status
from negmatrix.model.standing import Standing
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import Text

_OFF = (Status.WITHDRAWN.value, Status.REJECTED.value)


def measure_proposals(
    talks: Talks,
    standing: Standing,
    weights: Weights = Weights.ISSUE,
    compared: tuple[str, ...] = (),
    whole: Talks | None = None,
    verdicts: Mapping[Text, Word] | None = None,
) -> Proposals:
    """All that there is to say of proposals in a round; terms count by the issues' weights or by each party's salience.

    `whole` is the talks before it was narrowed, where it was; `verdicts` are the issues', where they are known.
    """
    issues = _cover_issues(talks, _find_verdicts(talks, standing) if verdicts is None else verdicts)
    dropped = frozenset(issue.id for issue in issues if issue.verdict is Word.DROPPED)
    tabled = find_tabled(talks, standing.turn)
    beside = tuple(describe_proposal(talks.proposals[name]) for name in compared)
    measured = [_measure(talks, standing, one, weights, dropped) for one in (*tabled, *beside)]
    shown = tuple(one.id for one in tabled)
    return Proposals(
        talks=describe_round(talks, standing, whole or talks),
        weights=weights,
        issues=issues,
        proposals=_rank(measured[: len(tabled)]),
        **_find_gaps(talks, tabled),
        others=tuple(one.id for one in talks.proposals.values() if one.id not in shown),
        compared=_rank(measured[len(tabled) :]),
        sources=find_references(talks.sources, (cited for one in (*tabled, *beside) for cited in one.source)),
    )


def _find_verdicts(talks: Talks, standing: Standing) -> Mapping[Text, Word]:
    pairing = pair_up(talks)
    issues = talks.issues.values()
    return {issue.id: measure_alignment(issue, standing, pairing, talks.thresholds).verdict for issue in issues}


def _cover_issues(talks: Talks, verdicts: Mapping[Text, Word]) -> tuple[CoveredIssue, ...]:
    return tuple(
        CoveredIssue(issue.id, issue.title, issue.topic, verdicts[issue.id], describe_scale(issue.scale))
        for issue in talks.issues.values()
    )


def _measure(
    talks: Talks, standing: Standing, proposal: TabledProposal, weights: Weights, dropped: frozenset[str]
) -> MeasuredProposal:
    parties = measured_parties(talks)
    terms = tuple(
        compare_term(
            talks.issues[issue],
            term,
            {party: standing.cell(issue, party) for party in parties},
            weights,
            dropped=issue in dropped,
        )
        for issue, term in proposal.terms.items()
    )
    return MeasuredProposal(proposal, terms, measure_fit(terms, parties) if terms else None)


def _rank(measured: Sequence[MeasuredProposal]) -> tuple[MeasuredProposal, ...]:
    """Ranked by the least satisfied party, ties by the mean; proposals that are alike in both share a rank."""
    scores = {one.proposal.id: score for one in measured if (score := _score(one)) is not None}
    return tuple(
        one._replace(rank=1 + sum(other > scores[one.proposal.id] for other in scores.values()))
        if one.proposal.id in scores
        else one
        for one in measured
    )


def _score(one: MeasuredProposal) -> tuple[Fraction, Fraction] | None:
    fit = one.fit
    return None if fit is None or fit.least is None or fit.mean is None else (fit.least.agreement, fit.mean)


def _find_gaps(talks: Talks, tabled: Iterable[TabledProposal]) -> dict[str, tuple[Text, ...]]:
    addressed = {issue for one in tabled for issue in one.addresses}
    alive = {issue for one in tabled for issue in one.addresses if one.status not in _OFF}
    ids = [issue.id for issue in talks.issues.values()]
    return {
        "unaddressed": tuple(issue for issue in ids if issue not in addressed),
        "only_off_the_table": tuple(issue for issue in ids if issue in addressed - alive),
    }
