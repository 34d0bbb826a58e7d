"""What `export` exports: a report of each talks."""

from collections.abc import Sequence

from negmatrix.analysis.report import Report, measure_report
from negmatrix.cli.emitting import Content
from negmatrix.cli.filtering import narrow_loaded
from negmatrix.cli.loading import Loaded
from negmatrix.cli.showing import Shown
from negmatrix.cli.wishes import Filter
from negmatrix.finding.rounds import find_round
from negmatrix.model.standing import standing_in


def present_reports(loaded: Sequence[Loaded], wanted: Filter, round_: str | None, public: bool) -> Content:
    """The reports, ready to be written."""
    from negmatrix.views.report import show_report

    pairs = [_measure(one, wanted, round_, public) for one in loaded]
    reports = [report for _, report in pairs]
    return Content(
        command="export",
        title=reports[0].title if len(reports) == 1 else "Talks",
        record=wanted.record() | {"results": reports},
        show=lambda: [show_report(report) for report in reports],
        read=[path for one in loaded for path in one.found.paths],
        tidy=lambda: [result for shown, _ in pairs for result in shown.every_round()],
    )


def _measure(loaded: Loaded, wanted: Filter, round_: str | None, public: bool) -> tuple[Shown, Report]:
    """What stands in the round that is asked for, as `show` shows it, and the report of it, which holds the same."""
    narrowed = narrow_loaded(loaded, wanted)
    named = round_ or narrowed.round
    standing = standing_in(narrowed.talks, find_round(narrowed.talks, named).id)
    report = measure_report(narrowed.talks, standing, narrowed.whole, public)
    return Shown(loaded, narrowed, report.matrix, bool(named)), report
