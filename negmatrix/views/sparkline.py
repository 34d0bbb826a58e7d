"""A row of shares as small bars."""

from collections.abc import Sequence
from fractions import Fraction

BARS = "▁▂▃▄▅▆▇█"
GAP = "·"


def draw_sparkline(shares: Sequence[Fraction | None]) -> str:
    """One bar for each share, an eighth of the height for each eighth of 1; a dot where there is none."""
    return "".join(GAP if share is None else BARS[min(int(share * len(BARS)), len(BARS) - 1)] for share in shares)
