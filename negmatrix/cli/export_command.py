"""`negmatrix export`."""

from negmatrix.cli import options
from negmatrix.cli.sharing import sharing
from negmatrix.cli.wishes import Filter, Output


@sharing(wanted=options.gather_filter, output=options.gather_output)
def command(
    wanted: Filter,
    output: Output,
    talks: options.ManyTalks = None,
    round_: options.RoundOption = None,
) -> int:
    """Export a whole report: Markdown or, as the file's ending or --format says, html, csv, json, xlsx."""
    from negmatrix.cli.emitting import emit
    from negmatrix.cli.exporting import present_reports
    from negmatrix.cli.loading import load_every

    content = present_reports(load_every(talks or [], public=output.public), wanted, round_, output.public)
    unsaid = output.form is None and output.path is None and not output.tidy
    return emit(output._replace(form="markdown") if unsaid else output, content)
