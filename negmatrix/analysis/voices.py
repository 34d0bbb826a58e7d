"""Whose stances stand for themselves on an issue, how many hold each, and how many of those asked have spoken."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.agreement import is_concerned
from negmatrix.model.counting import Measured
from negmatrix.model.issues import Issue
from negmatrix.model.scales import Levels, Options, Scale
from negmatrix.model.standing import Standing
from negmatrix.source import Text


class Coverage(NamedTuple):
    """Of the `of` measured parties to whom an issue applies, `stated` have words or a stance."""

    stated: int
    of: int

    @property
    def share(self) -> Fraction | None:
        """0 to 1; None where the issue applies to nobody."""
        return Fraction(self.stated, self.of) if self.of else None


def find_voices(measured: Measured, stances: Mapping[str, Text]) -> Mapping[str, Text]:
    """Of the stances on an issue those of measured parties, without members of a bloc that has a stance of its own, in the
    file's order.
    """
    told = {party: stances[party] for party in measured.ids if party in stances}
    spoken_for = {member for bloc, members in measured.members.items() if bloc in told for member in members}
    return {party: stance for party, stance in told.items() if party not in spoken_for} if spoken_for else told


def count_stances(scale: Scale | None, stances: Mapping[str, str]) -> Mapping[str, int] | None:
    """How many of these hold each level or option, in the scale's order, 0 for those that nobody holds.

    None on ranges, which have no steps to count by, and on text.
    """
    if not isinstance(scale, (Levels, Options)):
        return None
    names = [level.name for level in (scale.levels if isinstance(scale, Levels) else scale.options)]
    held = Counter(stances.values())
    return {str(name): held[name] for name in names}


def measure_coverage(measured: Measured, standing: Standing, issue: Issue) -> Coverage:
    """How many of those whom the issue concerns have spoken; members of blocs are asked like all."""
    cells = [cell for cell in map(standing.cells.get(issue.id, {}).get, measured.ids) if cell is not None]
    aside = sum(not is_concerned(cell) for cell in cells)
    return Coverage(sum(cell.position.stated for cell in cells), len(measured.ids) - aside)
