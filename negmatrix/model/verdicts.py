"""What people judge or agree, beside what is computed."""

from enum import Enum
from typing import NamedTuple

from negmatrix.source import Span, Text


class Word(Enum):
    """A verdict's word: a judged closeness, or what became of the issue."""

    ALIGNED = "aligned"
    PARTIAL = "partial"
    DIVERGENT = "divergent"
    UNCLEAR = "unclear"
    OPEN = "open"
    PARKED = "parked"
    DROPPED = "dropped"
    SETTLED = "settled"


class Verdict(NamedTuple):
    """One verdict on an issue in a round, between some parties or (with none named) between all.

    `label` is the published word; `agreed` is the stance settled on, `over` who objected, `to` where it was parked;
    `written` is its word in the file.
    """

    word: Word
    issue: Text
    round: str
    label: Text | None = None
    agreed: Text | None = None
    says: Text | None = None
    between: tuple[Text, ...] = ()
    over: tuple[Text, ...] = ()
    to: Text | None = None
    by: Text | None = None
    sources: tuple[Text, ...] = ()
    date: Text | None = None
    confidence: Text | None = None
    internal: bool = False
    note: Text | None = None
    written: Text = Text("")
    unread: frozenset[str] = frozenset()

    @property
    def at(self) -> Span:
        """Where its word stands."""
        return self.written.at

    def covers(self, left: str, right: str) -> bool:
        """Whether it speaks of these two parties."""
        return not self.between or (left in self.between and right in self.between)
