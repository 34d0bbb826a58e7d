"""`negmatrix list`."""

from negmatrix.cli import options
from negmatrix.cli.sharing import sharing
from negmatrix.cli.wishes import Output


@sharing(output=options.gather_output)
def command(output: Output, talks: options.ManyTalks = None) -> int:
    """List the talks found here: title, size, rounds, and how many issues have each verdict."""
    from negmatrix.analysis.listing import measure_listed
    from negmatrix.cli.emitting import Content, emit
    from negmatrix.cli.loading import load_sound
    from negmatrix.views.listing import show_list

    loaded, unsound = load_sound(talks or [], public=output.public)
    if unsound and not loaded:
        return 2
    listed = [measure_listed(one.found.name, one.talks) for one in loaded]
    read = [path for one in loaded for path in one.found.paths]
    emit(output, Content("list", "Talks", {"results": listed}, lambda: [show_list(listed)], read))
    return 2 if unsound else 0
