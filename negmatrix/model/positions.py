"""Where a party stands on an issue in one round, as written."""

from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from negmatrix.source import Text

STANDING = ("stance", "accepts", "rejects", "salience", "interest", "depends_on", "red_line", "fixed")
"""The fields that stand until they are written again; all others belong to one statement."""


class State(Enum):
    """What a written cell says; one that is not written is not stated."""

    STATED = "stated"
    NOT_APPLICABLE = "n/a"
    WITHDRAWN = "withdrawn"


STATED, NOT_APPLICABLE = State.STATED, State.NOT_APPLICABLE
"""By names of their own, which are looked up ten times as fast as members of an enumeration: they are asked of every cell."""


class Claim(NamedTuple):
    """One of several accounts of the same position that contradict each other."""

    stance: Text | None = None
    says: Text | None = None
    sources: tuple[Text, ...] = ()
    date: Text | None = None
    by: Text | None = None
    confidence: Text | None = None
    internal: bool = False
    note: Text | None = None


class Position(NamedTuple):
    """A cell as written; None is what was left out.

    `accepts` and `rejects` are two ends, all between included, on levels and ranges, and a list on options.
    `salience` runs from 0 to 100. `ended` names the standing fields that this cell ends without a new value.
    `earlier` are the positions before this one within the same round. With `claims`, stance and words are the first's.
    """

    issue: Text
    party: Text
    round: str
    state: State = STATED
    stance: Text | None = None
    says: Text | None = None
    accepts: tuple[Text, ...] | None = None
    rejects: tuple[Text, ...] | None = None
    fixed: bool | None = None
    red_line: Text | None = None
    salience: Decimal | None = None
    interest: Text | None = None
    depends_on: tuple[Text, ...] | None = None
    by: Text | None = None
    confidence: Text | None = None
    disputed: bool = False
    claims: tuple[Claim, ...] = ()
    sources: tuple[Text, ...] = ()
    date: Text | None = None
    internal: bool = False
    note: Text | None = None
    ended: frozenset[str] = frozenset()
    earlier: tuple["Position", ...] = ()
    unread: frozenset[str] = frozenset()

    @property
    def stated(self) -> bool:
        """Whether it holds words or a stance."""
        return self.state is STATED and (self.stance is not None or self.says is not None)
