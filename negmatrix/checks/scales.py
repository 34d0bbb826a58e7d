"""Whether scales serve: each is used, and measures what is said."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from negmatrix.checks.written import measured_rows, positions_astray, single_stances
from negmatrix.diagnostics import Diagnostic, note, quote
from negmatrix.model.positions import Position
from negmatrix.model.scales import Range
from negmatrix.model.talks import Talks
from negmatrix.source import Text


def check_scales_used(talks: Talks) -> Iterator[Diagnostic]:
    """A scale that is listed and that no issue uses may be left out."""
    if "issues" in talks.unread or any("scale" in issue.unread for issue in talks.issues.values()):
        return
    used = {issue.scale_id for issue in talks.issues.values()}
    for name in talks.scales:
        if name not in used and isinstance(name, Text):
            yield note("unused-scale", f"no issue uses the scale {quote(name)}", name.at)


def check_ranges_fit(talks: Talks) -> Iterator[Diagnostic]:
    """The ends of a range decide how far apart two stances look: of a range in use, stances, status quo, settlements,
    terms and anchors use a quarter at least.
    """
    uses: dict[int, _Use] = {}
    for issue in talks.issues.values():
        if isinstance(issue.scale, Range) and id(issue.scale) not in uses:
            uses[id(issue.scale)] = _Use(issue.scale_id or issue.id, issue.scale)
    if not uses or positions_astray(talks):
        return
    for _, scale, positions in measured_rows(talks):
        use = uses.get(id(scale))
        if use is not None and not use.enough:
            use.count(positions)
    for name, stance in single_stances(talks):
        if name in talks.issues and id(talks.issues[name].scale) in uses:
            uses[id(talks.issues[name].scale)].add((stance,))
    yield from (use.tell() for use in uses.values() if use.low < use.high and not use.enough)


def _stances(position: Position) -> Iterator[Text]:
    if position.claims:
        yield from (claim.stance for claim in position.claims if claim.stance is not None)
    elif position.stance is not None:
        yield position.stance


class _Use:
    """How much of a range is in use, looked at until it is enough. Where all stand on one spot, the ends do no harm."""

    def __init__(self, name: Text, scale: Range) -> None:
        self.name = name
        self.scale = scale
        self.low = Decimal("Infinity")
        self.high = Decimal("-Infinity")
        self.enough = False
        self.add(at for at, _ in scale.anchors)

    def count(self, positions: Iterable[Position]) -> None:
        """Count in what is said in a row; one of which something could not be read may use more than is seen."""
        for position in positions:
            self.add(_stances(position))
            self.enough = self.enough or bool(position.unread)

    def add(self, stances: Iterable[Text]) -> None:
        """Count some stances in; those off the range are told elsewhere."""
        for stance in stances:
            value = self.scale.value(stance)
            if value is None or self.enough or not self.scale.holds(stance):
                continue
            self.low, self.high = min(self.low, value), max(self.high, value)
            self.enough = 4 * (self.high - self.low) >= abs(self.scale.high - self.scale.low)

    def tell(self) -> Diagnostic:
        """The note on a range that is too wide."""
        first, last = self.scale.ends
        message = f"less than a quarter of the range of {quote(self.name)} is in use, so all look close on it"
        low, high = (self.scale.write(Fraction(value)) for value in (self.low, self.high))
        return note(
            "wide-range", message, first.at, f"all that is said lies from {low} to {high}, not {first} to {last}"
        )
