"""`negmatrix proposals`."""

from enum import Enum
from typing import Annotated, TypeAlias

import typer

from negmatrix.cli import options
from negmatrix.cli.completion import complete_proposals
from negmatrix.cli.sharing import sharing
from negmatrix.cli.wishes import Filter, Output


class Weigh(str, Enum):
    """What a term counts for."""

    ISSUE = "issue"
    SALIENCE = "salience"


Compare: TypeAlias = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--compare",
        metavar="A B",
        help="Two drafts side by side, term by term; they may be from another round.",
        autocompletion=complete_proposals,
    ),
]


@sharing(wanted=options.gather_filter, output=options.gather_output)
def command(
    wanted: Filter,
    output: Output,
    talks: options.OneTalks = None,
    compare: Compare = None,
    weights: Annotated[Weigh, typer.Option("--weights", help="What a term counts for.")] = Weigh.ISSUE,
    round_: options.RoundOption = None,
) -> int:
    """Show which proposals deal with which issues, what none deals with, and how each draft fits each party."""
    from negmatrix.analysis.fit_report import measure_proposals
    from negmatrix.analysis.grounds import Weights
    from negmatrix.cli.emitting import Content, emit
    from negmatrix.cli.filtering import narrow_loaded
    from negmatrix.cli.loading import load_one
    from negmatrix.finding.lost import LostError
    from negmatrix.finding.rounds import find_drafts, find_round
    from negmatrix.model.standing import standing_in
    from negmatrix.views.proposals import show_measured_proposals

    if output.public and weights is Weigh.SALIENCE:
        raise LostError("a public version does not tell what matters to whom: leave out --weights salience")
    loaded = load_one(talks, public=output.public)
    narrowed = narrow_loaded(loaded, wanted)
    standing = standing_in(narrowed.talks, find_round(narrowed.talks, round_ or narrowed.round).id)
    drafts = find_drafts(narrowed.talks, *compare) if compare else ()
    result = measure_proposals(narrowed.talks, standing, Weights(weights.value), drafts, narrowed.whole)
    content = Content(
        command="proposals",
        title=f"{result.talks.title}: proposals",
        record=wanted.record() | result.record(),
        show=lambda: [show_measured_proposals(result)],
        read=loaded.found.paths,
    )
    return emit(output, content)
