"""What is negotiated."""

from decimal import Decimal
from typing import NamedTuple

from negmatrix.model.scales import Scale
from negmatrix.source import Text


class Issue(NamedTuple):
    """An issue with its scale; without one it holds words only, which are shown and never measured.

    `weight` is the analyst's (0: shown, never counted); `scale_id` names a shared or built-in scale.
    """

    id: Text
    title: Text
    topic: Text | None = None
    question: Text | None = None
    weight: Decimal = Decimal(1)
    next: Text | None = None
    status_quo: Text | None = None
    scale: Scale | None = None
    scale_id: Text | None = None
    was: Text | None = None
    sources: tuple[Text, ...] = ()
    internal: bool = False
    note: Text | None = None
    unread: frozenset[str] = frozenset()
