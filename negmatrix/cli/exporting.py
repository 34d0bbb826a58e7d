"""What `export` exports: a report of each talks."""

from collections.abc import Sequence

from negmatrix.analysis.report import measure_report
from negmatrix.cli.emitting import Content
from negmatrix.cli.loading import Loaded
from negmatrix.cli.showing import measure_shown
from negmatrix.cli.wishes import Filter
from negmatrix.finding.rounds import find_round
from negmatrix.model.standing import standing_in


def present_reports(loaded: Sequence[Loaded], wanted: Filter, round_: str | None, public: bool) -> Content:
    """The reports, ready to be written."""
    from negmatrix.views.report import show_report

    shown = [measure_shown(one, wanted, round_) for one in loaded]
    reports = [
        measure_report(
            one.narrowed.talks,
            standing_in(one.narrowed.talks, find_round(one.narrowed.talks, round_ or one.narrowed.round).id),
            one.narrowed.whole,
            public,
        )
        for one in shown
    ]
    return Content(
        command="export",
        title=reports[0].title if len(reports) == 1 else "Talks",
        record=wanted.record() | {"results": [report.record() for report in reports]},
        show=lambda: [show_report(report) for report in reports],
        read=[path for one in loaded for path in one.found.paths],
        tidy=lambda: [result for one in shown for result in one.every_round()],
    )
