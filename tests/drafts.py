"""Drafts put to made-up talks, and what they come to."""

from collections.abc import Mapping

from negmatrix.analysis.fit_records import MeasuredProposal
from negmatrix.analysis.fit_report import measure_proposals
from negmatrix.analysis.grounds import Weights
from negmatrix.model.proposals import Proposal
from negmatrix.model.talks import Talks
from negmatrix.source import Text
from tests.generated import range_of
from tests.laws import latest
from tests.test_show import SHOWN

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
