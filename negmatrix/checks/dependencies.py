"""What positions are tied to."""

from collections.abc import Iterator

from negmatrix.checks.circles import find_circles, tell_circle
from negmatrix.checks.written import all_written, written_rows
from negmatrix.diagnostics import Diagnostic, warning
from negmatrix.model.talks import Talks
from negmatrix.source import Text


def check_dependencies_open(talks: Talks) -> Iterator[Diagnostic]:
    """Issues that depend on each other in a circle, over all parties, can only be settled together."""
    links: dict[Text, dict[Text, Text]] = {}
    for issue, row in written_rows(talks):
        for position in all_written(row):
            if position.depends_on:
                onward = links.setdefault(issue, {})
                for other in position.depends_on:
                    onward.setdefault(other, other)
    for circle in find_circles(links):
        message = f"issues wait for each other: {tell_circle(circle, 'depends on')}"
        yield warning("circular-dependency", message, circle[-1].at, "the circle closes here")
