"""What the records of a talks must and should be like, beyond their shape: each check asks one question."""

from collections.abc import Callable, Iterator

from negmatrix.checks.blocs import check_blocs_apart, check_members_with_bloc
from negmatrix.checks.dependencies import check_dependencies_open
from negmatrix.checks.moves import check_fixed_kept, check_settlements_kept
from negmatrix.checks.names import check_aliases_free, check_names_apart, check_was_free
from negmatrix.checks.parties import (
    check_observers_apart,
    check_parties_once,
    check_parties_seated,
    check_tables_of_two,
)
from negmatrix.checks.references import check_issues_known, check_parties_known, check_rounds_known, check_sources_known
from negmatrix.checks.rounds import check_proposals_shown, check_rounds_in_order
from negmatrix.checks.scales import check_ranges_fit, check_scales_used
from negmatrix.checks.silence import check_issues_spoken_of, check_parties_speak
from negmatrix.checks.sources import check_positions_sourced, check_sources_listed, check_sources_used
from negmatrix.checks.stances import check_stances_have_scale, check_stances_on_scale
from negmatrix.checks.states import check_fixed_alone, check_state_alone
from negmatrix.checks.stretches import (
    check_carried_stance_accepted,
    check_something_accepted,
    check_stance_accepted,
    check_two_ends,
)
from negmatrix.checks.verdicts import check_at_settled, check_verdicts_between_two, check_verdicts_fit
from negmatrix.diagnostics import Diagnostic, Problems
from negmatrix.model.talks import Talks

REMARKS: tuple[Callable[[Talks], Iterator[Diagnostic]], ...] = (
    check_sources_listed,
    check_sources_used,
    check_scales_used,
    check_ranges_fit,
    check_members_with_bloc,
    check_parties_speak,
    check_issues_spoken_of,
)
"""Checks that find nothing but notes, which only who asks for a check wants to read."""

CHECKS: tuple[Callable[[Talks], Iterator[Diagnostic]], ...] = (
    check_parties_known,
    check_issues_known,
    check_rounds_known,
    check_sources_known,
    check_stances_on_scale,
    check_stances_have_scale,
    check_two_ends,
    check_stance_accepted,
    check_carried_stance_accepted,
    check_something_accepted,
    check_fixed_alone,
    check_state_alone,
    check_at_settled,
    check_verdicts_between_two,
    check_verdicts_fit,
    check_fixed_kept,
    check_settlements_kept,
    check_dependencies_open,
    check_parties_once,
    check_tables_of_two,
    check_observers_apart,
    check_parties_seated,
    check_blocs_apart,
    check_aliases_free,
    check_names_apart,
    check_was_free,
    check_rounds_in_order,
    check_proposals_shown,
    check_positions_sourced,
    *REMARKS,
)


def check_talks(talks: Talks, *, remarks: bool = True) -> list[Diagnostic]:
    """All that the checks find in a talks, check by check, with or without mere notes; `fold_repeats` puts it in the order
    of the file.
    """
    problems = Problems()
    for check in CHECKS if remarks else CHECKS[: -len(REMARKS)]:
        problems += check(talks)
    return problems.told()
