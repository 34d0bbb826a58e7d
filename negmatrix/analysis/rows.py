"""A row of the matrix: an issue with its numbers, and what each party says."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.alignment import Alignment, WidestGap
from negmatrix.analysis.entries import Entry, enter
from negmatrix.analysis.footing import Footing
from negmatrix.analysis.pairing import Pairing
from negmatrix.analysis.rulings import RuledWord, find_rulings
from negmatrix.analysis.spans import Interval
from negmatrix.model.issues import Issue
from negmatrix.model.scales import Range, Scale
from negmatrix.model.standing import Standing
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word
from negmatrix.source import Text


class IssueRow(NamedTuple):
    """A row of the matrix. `n` parties are in the pairs that were compared; `stated` of `of` measured parties to whom
    the issue applies have words or a stance; only on a `scaled` issue can there be stances. Numbers as in `Alignment`.
    """

    id: Text
    title: Text
    topic: Text | None
    weight: Decimal
    unit: Text | None
    scaled: bool
    alignment: Fraction | None
    divergence: Fraction | None
    span: Interval | None
    verdict: Word
    computed: Word
    judged: Word | None
    n: int
    stated: int
    of: int
    settled_pairs: int
    pairs: int
    widest_gap: WidestGap | None
    verdicts: tuple[RuledWord, ...]
    next: Text | None
    positions: tuple[Entry, ...]


def make_row(
    talks: Talks,
    issue: Issue,
    standing: Standing,
    pairing: Pairing,
    measured: Alignment,
    footing: Footing | None,
) -> IssueRow:
    """The row of an issue, with the cells of all parties in the order of the file; the footing is None without a scale."""
    cells, places = standing.cells.get(issue.id, {}), footing.find_shares() if footing else {}
    keeps = measured.verdict in (Word.SETTLED, Word.PARKED)
    ids = [party.id for party in talks.parties.values()]
    entries = tuple(
        [enter(talks, party, cells.get(party), issue.scale, standing.turn, keeps, places.get(party)) for party in ids]
    )
    concerned = [entry for entry in entries if entry.party in pairing.numbers and entry.state != "n/a"]
    return IssueRow(
        id=issue.id,
        title=issue.title,
        topic=issue.topic,
        weight=issue.weight,
        unit=_unit(issue.scale),
        scaled=issue.scale is not None,
        alignment=measured.alignment,
        divergence=measured.divergence,
        span=measured.span,
        verdict=measured.verdict,
        computed=measured.computed,
        judged=measured.judged,
        n=measured.n,
        stated=sum(entry.stated for entry in concerned),
        of=len(concerned),
        settled_pairs=measured.settled_pairs,
        pairs=measured.pairs,
        widest_gap=measured.widest_gap,
        verdicts=find_rulings(talks, standing, issue.id, pairing),
        next=issue.next,
        positions=entries,
    )


def _unit(scale: Scale | None) -> Text | None:
    return scale.unit if isinstance(scale, Range) else None
