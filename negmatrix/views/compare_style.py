"""What the parts of a comparison need to know."""

from collections.abc import Mapping
from typing import NamedTuple

from negmatrix.analysis.comparison import Comparison
from negmatrix.analysis.zone import Zone, ZoneState
from negmatrix.views.footnotes import cite_by, number_references
from negmatrix.views.sheet import Cite, name_party


class CompareStyle(NamedTuple):
    """The names of the two, of all parties by id, titles of issues by id, how sources are cited, and whether some issue
    tells what both could live with.
    """

    left: str
    right: str
    names: Mapping[str, str]
    titles: Mapping[str, str]
    cite: Cite
    meets: bool


def find_compare_style(result: Comparison) -> CompareStyle:
    """The names and sources of a comparison."""
    names: Mapping[str, str] = {party.id: name_party(party) for party in result.talks.parties}
    return CompareStyle(
        left=names[result.left],
        right=names[result.right],
        names=names,
        titles={issue.id: issue.title for issue in result.issues},
        cite=cite_by(number_references(result.sources)),
        meets=any(is_told(issue.meet) for issue in result.issues),
    )


def is_told(meet: Zone) -> bool:
    """Whether both say what they could live with."""
    return meet.state in (ZoneState.ZONE, ZoneState.NONE)
