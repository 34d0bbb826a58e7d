"""How a proposal with terms fits each party, and which red lines it crosses."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.agreement import stance_of
from negmatrix.analysis.grounds import Weights, salience_of
from negmatrix.model.issues import Issue
from negmatrix.model.positions import STATED, Position
from negmatrix.model.scales import Scale
from negmatrix.model.standing import Cell, within
from negmatrix.source import Text


class PartyTerm(NamedTuple):
    """One party and one term: its stance on the issue, how far the term is from it (0 to 1; None where it has no stance,
    or the issue is not counted), what that counts for, and whether the term crosses a red line of the party: None where it
    does not say what it could live with.
    """

    party: str
    stance: Text | None
    distance: Fraction | None
    weight: Fraction | None
    crossed: bool | None

    @property
    def published(self) -> tuple[str, ...]:
        """What is written of it as JSON."""
        return ("party", "stance", "distance", "crossed")


class Term(NamedTuple):
    """What a proposal would settle an issue at, with each measured party."""

    issue: str
    term: Text
    parties: tuple[PartyTerm, ...]


class PartyFit(NamedTuple):
    """How a proposal fits a party, 0 to 1, by its `n` terms on which the party has a stance; None without any, and where
    these weigh nothing. `red_lines` are the issues on which the terms cross one; None where the party says of no term what
    it could live with.
    """

    party: str
    agreement: Fraction | None
    n: int
    red_lines: tuple[str, ...] | None


class Least(NamedTuple):
    """The party that a proposal fits least."""

    party: str
    agreement: Fraction
    n: int


class Fit(NamedTuple):
    """A proposal with each measured party; the least satisfied, and the mean over the `of` parties with a number."""

    fit: tuple[PartyFit, ...]
    least: Least | None
    mean: Fraction | None
    of: int


def compare_term(
    issue: Issue, term: Text, cells: Mapping[str, Cell | None], weights: Weights, *, dropped: bool
) -> Term:
    """A term beside the cells of measured parties; on a dropped issue, and on one of weight 0, no distance is counted."""
    counted = not dropped and issue.weight > 0
    return Term(
        issue.id, term, tuple(_meet(issue, term, party, cell, weights, counted) for party, cell in cells.items())
    )


def _meet(issue: Issue, term: Text, party: str, cell: Cell | None, weights: Weights, counted: bool) -> PartyTerm:
    stance, scale = stance_of(cell, issue.scale), issue.scale
    crossed = None if scale is None or cell is None else crosses(scale, cell.position, term)
    return PartyTerm(
        party=party,
        stance=stance,
        distance=scale.distance(term, stance) if counted and scale is not None and stance is not None else None,
        weight=Fraction(issue.weight) if weights is Weights.ISSUE else salience_of(cell),
        crossed=crossed,
    )


def crosses(scale: Scale, position: Position, term: Text) -> bool | None:
    """Whether a term lies outside what a party accepts, or inside what it rejects; None where it says neither."""
    fixed = position.fixed and position.stance is not None
    if position.state is not STATED or not (fixed or position.accepts or position.rejects):
        return None
    if fixed and position.stance is not None and not scale.same(term, position.stance):
        return True
    accepted = position.accepts is None or within(scale, position.accepts, term)
    return not accepted or (position.rejects is not None and within(scale, position.rejects, term))


def measure_fit(terms: Sequence[Term], parties: Sequence[str]) -> Fit:
    """The fit with each party: Σ w·(1 − distance) / Σ w over the terms on which it has a stance.

    Of equally dissatisfied parties the first by sorted ids is the least satisfied.
    """
    fit = tuple(_fit_party(party, terms, number) for number, party in enumerate(parties))
    known = sorted((one.agreement, one.party, one.n) for one in fit if one.agreement is not None)
    if not known:
        return Fit(fit, None, None, 0)
    agreement, party, n = known[0]
    mean = sum((one[0] for one in known), Fraction()) / len(known)
    return Fit(fit, Least(party, agreement, n), mean, len(known))


def _fit_party(party: str, terms: Sequence[Term], number: int) -> PartyFit:
    """The fit with the party of this number among those of each term."""
    met = [(term.issue, term.parties[number]) for term in terms]
    told = any(one.crossed is not None for _, one in met)
    shared = [(one.distance, one.weight) for _, one in met if one.distance is not None and one.weight is not None]
    weighed = sum((weight for _, weight in shared), Fraction())
    apart = sum((weight * distance for distance, weight in shared), Fraction())
    return PartyFit(
        party=party,
        agreement=1 - apart / weighed if weighed else None,
        n=len(shared),
        red_lines=tuple(issue for issue, one in met if one.crossed) if told else None,
    )
