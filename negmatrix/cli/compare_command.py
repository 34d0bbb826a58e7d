"""`negmatrix compare`."""

from typing import Annotated, TypeAlias

import typer

from negmatrix.cli import options
from negmatrix.cli.completion import complete_parties
from negmatrix.cli.sharing import sharing
from negmatrix.cli.wishes import Filter, Output

Left: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="PARTY", help="A party: its id, name, alias, or the beginning of one.", autocompletion=complete_parties
    ),
]
Right: TypeAlias = Annotated[
    str, typer.Argument(metavar="OTHER", help="The party to compare it with.", autocompletion=complete_parties)
]


@sharing(wanted=options.gather_issue_filter, output=options.gather_output)
def command(
    left: Left,
    right: Right,
    wanted: Filter,
    output: Output,
    talks: options.OneTalks = None,
    round_: options.RoundOption = None,
) -> int:
    """Compare two parties issue by issue: what unites, differs and divides them, and what each could live with."""
    from negmatrix.analysis.comparison import measure_comparison
    from negmatrix.cli.emitting import Content, emit
    from negmatrix.cli.filtering import narrow_loaded
    from negmatrix.cli.loading import load_one
    from negmatrix.cli.word_order import refuse_early_talks
    from negmatrix.finding.rounds import find_pair, find_round
    from negmatrix.model.standing import standing_in
    from negmatrix.views.compare import show_comparison

    refuse_early_talks("compare", [left, right], talks)
    loaded = load_one(talks, public=output.public)
    narrowed = narrow_loaded(loaded, wanted)
    standing = standing_in(narrowed.talks, find_round(narrowed.talks, round_ or narrowed.round).id)
    result = measure_comparison(
        narrowed.talks, standing, *find_pair(narrowed.talks, left, right), narrowed.whole, output.public
    )
    content = Content(
        command="compare",
        title=f"{result.left} – {result.right}",
        record=wanted.record() | result._asdict(),
        show=lambda: [show_comparison(result)],
        read=loaded.found.paths,
    )
    return emit(output, content)
