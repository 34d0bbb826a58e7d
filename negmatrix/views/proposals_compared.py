"""Two drafts side by side, term by term, with each party's stance and how far the two are from it."""

from collections.abc import Iterator, Mapping, Sequence

from negmatrix.analysis.fit import PartyTerm, Term
from negmatrix.analysis.fit_records import MeasuredProposal
from negmatrix.document import Block, Cell, Column, Heading, Legend, Line, Row, Sign, Table, Tone, find_signs
from negmatrix.views.percent import show_percent
from negmatrix.views.proposals_style import ProposalsStyle, name_proposal

_NONE = "–"


def show_side_by_side(compared: Sequence[MeasuredProposal], style: ProposalsStyle) -> Iterator[Block]:
    """A row for each issue that one of them settles, in the order of the issues."""
    terms = [{term.issue: term for term in one.terms} for one in compared]
    order = [issue for issue in style.issues if any(issue in own for own in terms)]
    parties = [party.party for party in compared[0].fit.fit] if compared[0].fit else []
    columns = (
        Column("Issue", fixed=True),
        *(Column(name_proposal(one), fixed=True, field=one.proposal.id) for one in compared),
        *(Column(style.names[party], field=party) for party in parties),
    )
    rows = tuple(_show_issue(issue, terms, len(parties), style) for issue in order)
    yield Heading("Term by term")
    table = Table("Beneath a stance: how far the first and the second draft are from it", columns, rows, "parties")
    yield table
    signs = find_signs((table,))
    if signs:
        yield Legend(signs)


def _show_issue(issue: str, terms: Sequence[Mapping[str, Term]], parties: int, style: ProposalsStyle) -> Row:
    both = [own.get(issue) for own in terms]
    cells = (_show_party(issue, [term and term.parties[number] for term in both], style) for number in range(parties))
    return Row(
        (
            Cell((Line(style.title(issue)),), style.title(issue)),
            *(_show_term(issue, term, style) for term in both),
            *cells,
        )
    )


def _show_term(issue: str, term: Term | None, style: ProposalsStyle) -> Cell:
    if term is None:
        return Cell((Line(_NONE, tone=Tone.MUTED),), None)
    return Cell((Line(style.show_term(issue, term.term)),), str(term.term))


def _show_party(issue: str, met: Sequence[PartyTerm | None], style: ProposalsStyle) -> Cell:
    """Its stance; beneath, how far the first and the second draft are from it, as in 0% · 25%; red lines crossed."""
    stance = next((one.stance for one in met if one is not None), None)
    crossed = [("first", "second")[number] for number, one in enumerate(met) if one is not None and one.crossed]
    lines = []
    if stance is not None:
        lines.append(Line(style.show_term(issue, stance)))
        away = " · ".join(_NONE if one is None else show_percent(one.distance) for one in met)
        lines.append(Line(away, tone=Tone.MUTED))
    else:
        lines.append(Line("", Sign.NOT_STATED, tone=Tone.MUTED))
    if crossed:
        lines.append(Line(f"red line: {' and '.join(crossed)}", tone=Tone.BAD))
    return Cell(tuple(lines), None if stance is None else str(stance))
