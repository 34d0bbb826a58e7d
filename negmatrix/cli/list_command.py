"""`negmatrix list`."""

from negmatrix.cli import options
from negmatrix.cli.options import Color, Format


def command(
    talks: options.ManyTalks = None,
    form: options.FormatOption = Format.TERMINAL,
    width: options.WidthOption = None,
    color: options.ColorOption = Color.AUTO,
) -> int:
    """List the talks found here: title, size, rounds, and how many issues have each verdict."""
    from negmatrix.analysis.listing import measure_listed
    from negmatrix.cli.emitting import Output, emit
    from negmatrix.cli.loading import load_every
    from negmatrix.views.listing import show_list

    listed = [measure_listed(loaded.found.name, loaded.talks) for loaded in load_every(talks or [])]
    emit(Output(form.value, width, color.value), "list", {"results": listed}, lambda: [show_list(listed)])
    return 0
