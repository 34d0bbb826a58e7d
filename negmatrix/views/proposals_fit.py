"""How drafts fit the parties: ranked by who is satisfied least, and party by party."""

from collections.abc import Iterator, Sequence

from negmatrix.analysis.fit import PartyFit
from negmatrix.analysis.fit_records import MeasuredProposal
from negmatrix.analysis.grounds import Weights
from negmatrix.document import Align, Block, Cell, Column, Heading, Heat, Line, Paragraph, Row, Table, Tone
from negmatrix.source import Text
from negmatrix.views.percent import count_of, show_percent
from negmatrix.views.proposals_style import ProposalsStyle, name_proposal


def show_fit(measured: Sequence[MeasuredProposal], weights: Weights, style: ProposalsStyle) -> Iterator[Block]:
    """The ranking of the proposals with terms, then each party with each of them; nothing without any."""
    drafts = sorted((one for one in measured if one.fit is not None), key=lambda one: one.rank or len(measured) + 1)
    if not drafts:
        return
    yield Heading("How they fit")
    yield Paragraph(tell_weights(weights), Tone.MUTED)
    yield _show_ranking(drafts, style)
    yield _show_parties(drafts, style)


def tell_weights(weights: Weights) -> str:
    """What fit is, and what a term counts for."""
    counts = (
        "by what the issue matters to the party itself" if weights is Weights.SALIENCE else "by the weight of its issue"
    )
    return (
        f"Fit: 100% when all terms are just what the party stands for; each counts {counts}. "
        "Terms on which a party has no stance take no part in its number."
    )


def _show_ranking(drafts: Sequence[MeasuredProposal], style: ProposalsStyle) -> Table:
    columns = (
        Column("Rank", Align.RIGHT, wraps=False, fixed=True),
        Column("Draft", fixed=True),
        Column("Terms", Align.RIGHT, wraps=False, fixed=True),
        Column("Least satisfied", fixed=True),
        Column("", Align.RIGHT, wraps=False, fixed=True, field="Fit of the least satisfied"),
        Column("Mean", fixed=True),
    )
    told = any(party.red_lines is not None for one in drafts if one.fit for party in one.fit.fit)
    lines = (Column("Red lines crossed", fixed=True),) if told else ()
    rows = tuple(Row((*_rank(one, style), *(_show_crossed(one, style) for _ in lines))) for one in drafts)
    return Table("Ranked by the least satisfied party", (*columns, *lines), rows)


def _show_crossed(one: MeasuredProposal, style: ProposalsStyle) -> Cell:
    """The red lines of each party; nothing, for machines too, where nobody says what it could live with."""
    told = [(party.party, party.red_lines) for party in (one.fit.fit if one.fit else ()) if party.red_lines is not None]
    lines = tuple(
        Line(f"{style.names[party]}: {style.list_titles(issues)}", tone=Tone.BAD) for party, issues in told if issues
    )
    return Cell(lines, sum(len(issues) for _, issues in told) if told else None)


def _rank(one: MeasuredProposal, style: ProposalsStyle) -> tuple[Cell, ...]:
    fit = one.fit
    least = fit.least if fit else None
    name = "cannot be measured" if least is None else f"{style.names[least.party]}"
    mean = (
        "n/a"
        if fit is None or fit.mean is None
        else f"{show_percent(fit.mean)} of {count_of(fit.of, 'party', plural='parties')}"
    )
    return (
        Cell((Line("" if one.rank is None else str(one.rank)),), one.rank),
        Cell((Line(name_proposal(one)),), str(one.proposal.title)),
        Cell((Line(str(len(one.terms))),), len(one.terms)),
        Cell((Line(name),), None if least is None else name),
        Cell(
            (Line("n/a" if least is None else f"{show_percent(least.agreement)} of {least.n}"),),
            least and least.agreement,
        ),
        Cell((Line(mean),), fit and fit.mean),
    )


def _show_parties(drafts: Sequence[MeasuredProposal], style: ProposalsStyle) -> Table:
    columns = (Column("Party", fixed=True), *(Column(name_proposal(one), field=one.proposal.id) for one in drafts))
    parties = [party.party for party in (drafts[0].fit.fit if drafts[0].fit else ())]
    rows = tuple(
        Row(
            (
                Cell((Line(style.names[party]),), style.names[party]),
                *(_show_party(one, one.fit.fit[number], style) for one in drafts if one.fit is not None),
            )
        )
        for number, party in enumerate(parties)
    )
    return Table("Fit with each party, and on how many terms", columns, rows, "drafts")


def _show_party(one: MeasuredProposal, party: PartyFit, style: ProposalsStyle) -> Cell:
    """The fit with its n; what the party said of the draft; the red lines that it crosses."""
    number = f"{show_percent(party.agreement)} of {count_of(party.n, 'term')}" if party.n else "n/a"
    lines = [Line(number)]
    said = one.proposal.stances.get(Text(party.party))
    if said is not None:
        lines.append(Line(f"says: {said}", tone=Tone.MUTED))
    if party.red_lines:
        lines.append(Line(f"red line: {style.list_titles(party.red_lines)}", tone=Tone.BAD))
    look = Tone.MUTED if party.agreement is None else Heat(party.agreement)
    return Cell(tuple(lines), party.agreement, look)
