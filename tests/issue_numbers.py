"""What made-up issues are made of whose numbers are worked out by hand."""

from negmatrix.source import Text
from tests.generated import levels

FIVE = levels("1", "2", "3", "4", "5")


def ends(*stances: str) -> tuple[Text, ...]:
    return tuple(map(Text, stances))
