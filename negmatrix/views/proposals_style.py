"""What the parts of a report on proposals need to know."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from negmatrix.analysis.fit_records import CoveredIssue, MeasuredProposal, Proposals
from negmatrix.model.proposals import Status
from negmatrix.views.cells import show_stance
from negmatrix.views.footnotes import cite_by, number_references
from negmatrix.views.scale_words import find_unit_words
from negmatrix.views.sheet import Cite, name_party


class ProposalsStyle(NamedTuple):
    """Names of parties and issues by id, and how sources are cited."""

    names: Mapping[str, str]
    issues: Mapping[str, CoveredIssue]
    cite: Cite

    def title(self, issue: str) -> str:
        """An issue's title."""
        return str(self.issues[issue].title)

    def list_titles(self, issues: Sequence[str]) -> str:
        """The titles of issues in a row, all of them."""
        return ", ".join(map(self.title, issues))

    def show_term(self, issue: str, term: str) -> str:
        """A term, or a stance, with its unit."""
        return show_stance(term, find_unit_words(self.issues[issue].scale))


def name_proposal(one: MeasuredProposal) -> str:
    """A proposal's title, marked when it is not simply on the table."""
    proposal = one.proposal
    return str(proposal.title) if proposal.status == Status.TABLED.value else f"{proposal.title} ({proposal.status})"


def find_proposals_style(result: Proposals) -> ProposalsStyle:
    """The names and sources of a result."""
    return ProposalsStyle(
        {party.id: name_party(party) for party in result.talks.parties},
        {issue.id: issue for issue in result.issues},
        cite_by(number_references(result.sources)),
    )
