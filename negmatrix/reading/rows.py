"""The rows of positions: an issue with what each party holds."""

from typing import NamedTuple

from negmatrix.diagnostics import quote
from negmatrix.model.positions import Position
from negmatrix.reading.braces import tell_torn_text
from negmatrix.reading.cells import Row, read_cell
from negmatrix.reading.desk import Desk, as_id, check_id
from negmatrix.reading.fields import read_mapping
from negmatrix.source import Text
from negmatrix.syntax.nodes import Mapping, Node, Unread, is_empty

_STANCE = frozenset({"stance"})


class Cells(NamedTuple):
    """The positions on an issue by party; `whole` unless something was refused or passed over, such as a second cell of
    a party.
    """

    by_party: dict[Text, Position]
    whole: bool


def read_row(desk: Desk, row: Row, node: Node) -> Cells:
    """The positions on an issue; a cell may be written for several parties at once."""
    mapping = read_mapping(desk, node, "parties with their positions")
    cells: dict[Text, Position] = {}
    if mapping is None:
        return Cells(cells, whole=isinstance(node, Mapping))
    pairs = mapping.pairs
    for key, value in pairs:
        empty = is_empty(value)
        if empty and _tell_empty_cell(desk, key, value, in_braces=mapping.flow):
            continue
        for party in _split_parties(desk, key):
            if party in cells:
                desk.repeated(party, cells[party].party)
            elif empty or type(value) is Unread:
                cells[party] = Position(row.issue, party, row.round, unread=_STANCE)
            else:
                cells[party] = read_cell(desk, row, party, value)
    return Cells(cells, whole=not mapping.torn and len(cells) >= len(pairs))


def _tell_empty_cell(desk: Desk, key: Text, value: Node, *, in_braces: bool) -> bool:
    """Put down that a cell is empty; True when its key is a piece of a text, and no party's."""
    cure = 'put the text, or several parties of one cell, in quotes: {"a, b": ...}'
    if in_braces and tell_torn_text(desk, key, value, cure):
        return True
    desk.error("empty-value", f"the position of {quote(key)} is empty", key.at, "leave it out where nothing was stated")
    return False


def _split_parties(desk: Desk, key: Text) -> list[Text]:
    """The parties that a cell is written for: one, or several with commas between them."""
    if "," not in key:
        return [as_id(key)] if check_id(desk, key) else []
    parties, offset = [], 0
    for part in key.split(","):
        name = part.strip()
        party = as_id(key.part(name, offset + len(part) - len(part.lstrip())))
        if check_id(desk, party):
            parties.append(party)
        offset += len(part) + 1
    return parties
