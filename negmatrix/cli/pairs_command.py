"""`negmatrix pairs`."""

from enum import Enum
from typing import Annotated, TypeAlias

import typer

from negmatrix.cli import options
from negmatrix.cli.completion import complete_parties
from negmatrix.cli.sharing import sharing
from negmatrix.cli.wishes import Filter, Output, PairsAsked


class Measure(str, Enum):
    """What is shown of a pair."""

    AGREEMENT = "agreement"
    CONFLICT = "conflict"
    NET = "net"


class Weigh(str, Enum):
    """What an issue counts for."""

    ISSUE = "issue"
    NONE = "none"
    SALIENCE = "salience"


class Order(str, Enum):
    """How parties are ordered."""

    BLOCS = "blocs"
    FILE = "file"


From: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="PARTY",
        help="Allies, opponents and the movable, seen from this party.",
        autocompletion=complete_parties,
    ),
]
Cut: TypeAlias = Annotated[
    float | None,
    typer.Option(
        "--cut", metavar="D", min=0, max=1, help="Blocs join up to this mean disagreement; 0.25, when left out."
    ),
]
Count: TypeAlias = Annotated[
    int | None, typer.Option("--count", metavar="K", min=1, help="Join until so many blocs are left.")
]


MinShared: TypeAlias = Annotated[
    int, typer.Option("--min-shared", metavar="N", min=1, help="n/a where fewer issues are shared.")
]
Blocs: TypeAlias = Annotated[
    bool, typer.Option("--blocs", help="Also blocs, their tree, and how ambivalent each party is.")
]
Impute: TypeAlias = Annotated[
    bool, typer.Option("--impute-blocs", help="Silent members take their bloc's stance, marked.")
]


def gather_asked(
    measure: Annotated[Measure, typer.Option("--measure", help="What to show of a pair.")] = Measure.AGREEMENT,
    weights: Annotated[Weigh, typer.Option("--weights", help="What an issue counts for.")] = Weigh.ISSUE,
    order: Annotated[Order, typer.Option("--order", help="The order of parties.")] = Order.BLOCS,
    min_shared: MinShared = 1,
    blocs: Blocs = False,
    cut: Cut = None,
    count: Count = None,
    impute: Impute = False,
    seen_from: From = None,
) -> PairsAsked:
    """The options of `pairs` alone."""
    return PairsAsked(
        measure.value, weights.value, order.value, min_shared, blocs, cut, count, impute=impute, seen_from=seen_from
    )


@sharing(asked=gather_asked, wanted=options.gather_filter, output=options.gather_output)
def command(
    asked: PairsAsked,
    wanted: Filter,
    output: Output,
    talks: options.OneTalks = None,
    round_: options.RoundOption = None,
) -> int:
    """Show who stands with whom: agreement of all pairs with what it rests on, blocs, or all others seen from one party."""
    from negmatrix.analysis.pair_map import measure_pair_map
    from negmatrix.cli.emitting import Content, emit
    from negmatrix.cli.filtering import narrow_loaded
    from negmatrix.cli.loading import load_one
    from negmatrix.cli.pairing import find_wish
    from negmatrix.finding.rounds import find_round
    from negmatrix.model.standing import standing_in
    from negmatrix.views.pairs import show_pair_map

    loaded = load_one(talks, public=output.public)
    narrowed = narrow_loaded(loaded, wanted)
    standing = standing_in(narrowed.talks, find_round(narrowed.talks, round_ or narrowed.round).id)
    result = measure_pair_map(narrowed.talks, standing, find_wish(narrowed.talks, asked), narrowed.whole)
    content = Content(
        command="pairs",
        title=f"{result.talks.title}: pairs",
        record=wanted.record() | {"measure": asked.measure} | result.record(asked.parted),
        show=lambda: [show_pair_map(result, asked.measure, asked.order, asked.parted)],
        read=loaded.found.paths,
    )
    return emit(output, content)
