"""`negmatrix list`."""

import sys

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
    from negmatrix.cli.loading import load_every

    listed = [measure_listed(loaded.found.name, loaded.talks) for loaded in load_every(talks or [])]
    if form is Format.JSON:
        from negmatrix.writers.json import write_json

        write_json("list", {"results": listed}, sys.stdout)
        return 0
    from negmatrix.cli.emitting import choose_streams_looks, print_documents
    from negmatrix.views.listing import show_list

    print_documents([show_list(listed)], choose_streams_looks(sys.stdout, width, color.value))
    return 0
