"""What the records of a talks must and should be like, beyond their shape: each check asks one question."""

from collections.abc import Callable, Iterator

from negmatrix.checks.references import (
    check_issues_known,
    check_parties_known,
    check_rounds_known,
    check_sources_known,
)
from negmatrix.checks.silence import check_issues_spoken_of, check_parties_speak
from negmatrix.checks.sources import check_positions_sourced, check_sources_used
from negmatrix.checks.stances import check_stances_have_scale, check_stances_on_scale
from negmatrix.diagnostics import Diagnostic
from negmatrix.model.talks import Talks

CHECKS: tuple[Callable[[Talks], Iterator[Diagnostic]], ...] = (
    check_parties_known,
    check_issues_known,
    check_rounds_known,
    check_sources_known,
    check_stances_on_scale,
    check_stances_have_scale,
    check_positions_sourced,
    check_sources_used,
    check_parties_speak,
    check_issues_spoken_of,
)


def check_talks(talks: Talks) -> list[Diagnostic]:
    """All that the checks find in a talks, check by check; `fold_repeats` puts it in the order of the file."""
    return [problem for check in CHECKS for problem in check(talks)]
