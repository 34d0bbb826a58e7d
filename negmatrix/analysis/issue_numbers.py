"""What is measured of one issue beside its agreement."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.centre import Centre, measure_centre
from negmatrix.analysis.footing import Footing
from negmatrix.analysis.polarization import measure_polarization
from negmatrix.analysis.van_der_eijk import measure_van_der_eijk
from negmatrix.analysis.voices import Coverage, count_stances, find_voices, measure_coverage
from negmatrix.analysis.zone import NO_ZONE, Zone, measure_zone
from negmatrix.model.counting import Measured
from negmatrix.model.issues import Issue
from negmatrix.model.scales import Levels
from negmatrix.model.standing import Standing


class IssueNumbers(NamedTuple):
    """The numbers of one issue, of the stances that stand, also where it is settled; none but the coverage of a dropped
    one. `voices` are the parties whose stance stands for itself: polarization, van der Eijk's agreement (levels only)
    and the tally rest on them.
    """

    centre: Centre
    polarization: Fraction | None
    van_der_eijk: Fraction | None
    tally: Mapping[str, int] | None
    voices: tuple[str, ...]
    coverage: Coverage
    zone: Zone


def measure_issue_numbers(
    measured: Measured,
    standing: Standing,
    issue: Issue,
    footing: Footing | None,
    *,
    dropped: bool,
    coverage: Coverage | None = None,
) -> IssueNumbers:
    """The numbers of an issue in one round, whose footing is None without a scale; the coverage as it is known, if it is."""
    coverage = coverage or measure_coverage(measured, standing, issue)
    if dropped:
        return IssueNumbers(Centre(), None, None, None, (), coverage, NO_ZONE)
    stances, steps = find_voices(measured, footing.stances if footing else {}), footing.steps if footing else None
    tally = count_stances(issue.scale, stances)
    counts = [*tally.values()] if tally is not None and isinstance(issue.scale, Levels) else []
    return IssueNumbers(
        centre=measure_centre(measured, standing, issue, stances, steps),
        polarization=measure_polarization(steps, [*stances.values()]),
        van_der_eijk=measure_van_der_eijk(counts),
        tally=tally,
        voices=tuple(stances),
        coverage=coverage,
        zone=measure_zone(measured, standing, issue),
    )
