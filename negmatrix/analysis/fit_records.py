"""What there is to say of the proposals of a round."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from negmatrix.analysis.citations import Reference
from negmatrix.analysis.fit import Fit, Term
from negmatrix.analysis.grounds import Weights
from negmatrix.analysis.matrix import Head
from negmatrix.analysis.scale_shape import ScaleShape
from negmatrix.analysis.tabled import TabledProposal
from negmatrix.model.verdicts import Word
from negmatrix.source import Text


class MeasuredProposal(NamedTuple):
    """A proposal with its terms, each beside the stances of measured parties, and what they come to; None without terms.
    `rank` counts from 1, the one whose least satisfied party is satisfied most; None where nobody can be asked.
    """

    proposal: TabledProposal
    terms: tuple[Term, ...]
    fit: Fit | None
    rank: int | None = None

    def record(self) -> dict[str, Any]:
        """Its fields in one level, for JSON."""
        fit = self.fit or Fit((), None, None, 0)
        own = {"fit": fit.fit, "least": fit.least, "mean": fit.mean, "of": fit.of, "rank": self.rank}
        told = {name.rstrip("_"): value for name, value in self.proposal._asdict().items()}
        return told | own | {"term_by_term": self.terms}


class CoveredIssue(NamedTuple):
    """An issue that proposals may deal with, and its verdict."""

    id: Text
    title: Text
    topic: Text | None
    verdict: Word
    scale: ScaleShape

    @property
    def published(self) -> tuple[str, ...]:
        """What is written of it as JSON."""
        return ("id", "title", "topic", "verdict")


class Proposals(NamedTuple):
    """The proposals on the table in a round, in the order of the file. `unaddressed` are the issues that none deals with,
    `only_off_the_table` those that only withdrawn or rejected ones do. `others` are made later or overtaken.

    `compared` are two with terms, on the table or not, if two were asked for.
    """

    talks: Head
    weights: Weights
    issues: tuple[CoveredIssue, ...]
    proposals: tuple[MeasuredProposal, ...]
    unaddressed: tuple[Text, ...]
    only_off_the_table: tuple[Text, ...]
    others: tuple[Text, ...]
    compared: tuple[MeasuredProposal, ...]
    sources: Mapping[str, Reference]

    def record(self) -> dict[str, Any]:
        """Its fields for JSON."""
        own = self._asdict() | {
            name: [one.record() for one in getattr(self, name)] for name in ("proposals", "compared")
        }
        if not self.compared:
            del own["compared"]
        return own
