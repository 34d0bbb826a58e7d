"""What a comparison holds. Shares, agreements and concessions are exact, 0 to 1 of a scale unless said otherwise."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from negmatrix.analysis.changes.kinds import Kind
from negmatrix.analysis.changes.shift import Shift
from negmatrix.model.talks import Talks
from negmatrix.model.verdicts import Word

Shown: TypeAlias = str | bool | Decimal | tuple[str, ...] | None
"""What stood before or stands after; unknown or absent is None."""


class Side(NamedTuple):
    """One side of a comparison: a talks, the id of a round in it (None: none was named), and what the user calls it."""

    talks: Talks
    round: str | None
    label: str


class Ref(NamedTuple):
    """A side as it is shown; `title` is the round's."""

    label: str
    talks: str
    round: str
    title: str
    date: str | None


class Ground(NamedTuple):
    """How far a party's former stance lies from what was settled: signed towards it, in scale units and as a share."""

    party: str
    stance: str
    move: Fraction | None
    share: Fraction | None


class Change(NamedTuple):
    """One thing that changed.

    `shift` tells how far a stance moved and what came of it; `unit` what moves are counted in. `field` names a detail. A
    verdict tells `at` what it was settled, `between` whom it binds when not all, `over` whose objection, `to` where it
    was parked, its published `label`, and as `ground` how far each party's former stance lies from the settlement.
    """

    kind: Kind
    issue: str | None = None
    party: str | None = None
    before: Shown = None
    after: Shown = None
    shift: Shift | None = None
    unit: str | None = None
    words_before: str | None = None
    words_after: str | None = None
    proposal: str | None = None
    field: str | None = None
    at: str | None = None
    between: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    to: str | None = None
    label: str | None = None
    ground: tuple[Ground, ...] = ()
    guess: bool = False

    @property
    def published(self) -> tuple[str, ...]:
        """What is written of it as JSON: its fields, and in place of the shift what that tells."""
        return _PUBLISHED

    @property
    def move(self) -> Fraction | None:
        """How far a stance moved, signed, in scale units; None on options."""
        return self.shift.move if self.shift else None

    @property
    def share(self) -> Fraction | None:
        """How far a stance moved as a share of the scale, signed: positive is toward its last end; None on options."""
        return self.shift.share if self.shift else None

    @property
    def toward(self) -> tuple[str, ...]:
        """To whose former stance, of those in a counted pair with the mover, it came closer."""
        return self.shift.toward if self.shift else ()

    @property
    def away_from(self) -> tuple[str, ...]:
        """From whose former stance, of those in a counted pair with the mover, it went further."""
        return self.shift.away_from if self.shift else ()

    @property
    def closer_and_further(self) -> tuple[int, int]:
        """How many parties `toward` and `away_from` name."""
        return (self.shift.closer.bit_count(), self.shift.further.bit_count()) if self.shift else (0, 0)

    @property
    def approach(self) -> Fraction | None:
        """The mean distance to their former stances, before less after; None where there is nobody."""
        return self.shift.approach if self.shift else None


_PUBLISHED = (
    *("kind", "issue", "party", "before", "after", "move", "unit", "share", "toward", "away_from", "approach"),
    *("words_before", "words_after", "proposal", "field", "at", "between", "over", "to", "label", "ground", "guess"),
)


class PairChange(NamedTuple):
    """A counted pair over all issues: agreement before and after like for like, that is over the `n` issues on which
    both had a stance both times, and over all that it shared then and shares now. `composition` is what the issues that
    came or went add; None where one of its parts is.
    """

    left: str
    right: str
    before: Fraction | None
    after: Fraction | None
    whole_before: Fraction | None
    whole_after: Fraction | None
    like_for_like: Fraction | None
    composition: Fraction | None
    n: int


class IssueChange(NamedTuple):
    """An issue over all counted pairs; `before` and `after` are like for like, over `n` parties.

    `scale` is range, dates, levels, options or text; `unit` is what moves on it are counted in. Verdicts are None where
    the issue did not exist.
    """

    id: str
    title: str
    topic: str | None
    scale: str
    unit: str | None
    before: Fraction | None
    after: Fraction | None
    whole_before: Fraction | None
    whole_after: Fraction | None
    like_for_like: Fraction | None
    composition: Fraction | None
    n: int
    verdict_before: Word | None
    verdict_after: Word | None


class Concession(NamedTuple):
    """How much closer a party came to the others' former stances, weighted and summed over `n` issues; None for 0."""

    party: str
    amount: Fraction | None
    n: int


class Named(NamedTuple):
    """A party that takes part in a comparison, under its later name."""

    id: str
    name: str
    role: str


class Summary(NamedTuple):
    """Counts of what happened. `closer` and `further` are stances that moved or switched, by `approach`; `kinds` counts
    every kind. Settled, parked and reopened are whole issues, between all. `only` tells, where nothing else changed, what did: nothing, order, notes and sources.
    """

    moved: int
    switched: int
    closer: int
    further: int
    red_lines_crossed: int
    settled: int
    parked: int
    reopened: int
    joined: int
    left: int
    kinds: Mapping[str, int]
    only: str | None


class Changes(NamedTuple):
    """A whole comparison. With `corrected` both sides are one round, written anew; `corrections` are the earlier rounds
    that were.
    """

    before: Ref
    after: Ref
    corrected: bool
    summary: Summary
    parties: tuple[Named, ...]
    changes: tuple[Change, ...]
    issues: tuple[IssueChange, ...]
    pairs: tuple[PairChange, ...]
    concessions: tuple[Concession, ...]
    corrections: tuple["Changes", ...] = ()
