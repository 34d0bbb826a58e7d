"""Who negotiates, and where we know it from."""

from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from negmatrix.source import Text


class Role(Enum):
    """What somebody is at the table; only a party is measured."""

    PARTY = "party"
    OBSERVER = "observer"
    MEDIATOR = "mediator"


class Party(NamedTuple):
    """A party, or a bloc of parties when it has members. `power` weighs it in the centre of an issue."""

    id: Text
    name: Text
    aliases: tuple[Text, ...] = ()
    was: Text | None = None
    role: Role = Role.PARTY
    power: Decimal = Decimal(1)
    members: tuple[Text, ...] = ()
    batna: Text | None = None
    sources: tuple[Text, ...] = ()
    internal: bool = False
    note: Text | None = None
    unread: frozenset[str] = frozenset()


class Source(NamedTuple):
    """A document, page or person that positions are known from; `seen` tells whether all of it was read or part."""

    id: Text
    title: Text
    publisher: Text | None = None
    author: Text | None = None
    date: Text | None = None
    urls: tuple[Text, ...] = ()
    seen: str = "full"
    internal: bool = False
    note: Text | None = None
