"""`negmatrix issue`."""

from typing import Annotated

import typer

from negmatrix.cli import options
from negmatrix.cli.completion import complete_issues
from negmatrix.cli.sharing import sharing
from negmatrix.cli.wishes import Filter, Output

Issue = Annotated[
    str,
    typer.Argument(
        metavar="ISSUE", help="An issue: its id, title, or the beginning of one.", autocompletion=complete_issues
    ),
]


@sharing(wanted=options.gather_party_filter, output=options.gather_output)
def command(
    issue: Issue,
    wanted: Filter,
    output: Output,
    talks: options.OneTalks = None,
    round_: options.RoundOption = None,
) -> int:
    """Show one issue whole: its axis with every party, the zone of agreement, what is measured, and its past."""
    from negmatrix.analysis.issue_report import measure_issue
    from negmatrix.cli.emitting import Content, emit
    from negmatrix.cli.filtering import narrow_loaded
    from negmatrix.cli.loading import load_one
    from negmatrix.cli.word_order import refuse_early_talks
    from negmatrix.finding.rounds import find_issue, find_round
    from negmatrix.model.standing import standing_in
    from negmatrix.views.issue import show_issue

    refuse_early_talks("issue", [issue], talks)
    loaded = load_one(talks, public=output.public)
    narrowed = narrow_loaded(loaded, wanted)
    standing = standing_in(narrowed.talks, find_round(narrowed.talks, round_ or narrowed.round).id)
    report = measure_issue(narrowed.talks, standing, find_issue(narrowed.talks, issue), narrowed.whole, output.public)
    content = Content(
        command="issue",
        title=report.row.title,
        record=wanted.record() | report.record(),
        show=lambda: [show_issue(report)],
        read=loaded.found.paths,
    )
    return emit(output, content)
