"""The rows of positions: an issue with what each party holds."""

from negmatrix.diagnostics import quote
from negmatrix.model.positions import Position
from negmatrix.reading.braces import tell_torn_text
from negmatrix.reading.cells import Row, read_cell
from negmatrix.reading.desk import Desk, as_id, check_id
from negmatrix.reading.fields import read_mapping
from negmatrix.source import Text
from negmatrix.syntax.nodes import Node, Unread, is_empty


def read_row(desk: Desk, row: Row, node: Node) -> dict[Text, Position]:
    """The positions on an issue by party; a cell may be written for several parties at once."""
    mapping = read_mapping(desk, node, "parties with their positions")
    cells: dict[Text, Position] = {}
    for key, value in mapping.pairs if mapping else ():
        if is_empty(value) and _tell_empty_cell(desk, key, value, in_braces=bool(mapping and mapping.flow)):
            continue
        for party in _split_parties(desk, key):
            if party in cells:
                desk.repeated(party, cells[party].party)
            else:
                cells[party] = _read_known(desk, row, party, value)
    return cells


def _read_known(desk: Desk, row: Row, party: Text, node: Node) -> Position:
    if isinstance(node, Unread) or is_empty(node):
        return Position(row.issue, party, row.round, unread=frozenset({"stance"}))
    return read_cell(desk, row, party, node)


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
