"""What kind of table one is: issues by parties, a row per position, or proposals."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from negmatrix.finding.lost import LostError
from negmatrix.importing.columns import POSITION_FIELD, Column, guess_columns
from negmatrix.importing.matrices import strip_matrix
from negmatrix.importing.tables import RawTable, quote_start
from negmatrix.importing.vocabulary import POSITION, fold

_LONG, _OWN = 20, 30
_SAID = ("stance", "says", "words", "state")


class Shape(Enum):
    """How a table is to be read."""

    WIDE = "issues by parties"
    LONG = "a row per position"
    PROPOSALS = "proposals"
    NOTHING = "neither positions nor proposals"


class Understood(NamedTuple):
    """A table with what its columns mean; `worth` tells how much it looks like the table of positions, and `own` whether
    it is what is left of a matrix of negmatrix.
    """

    table: RawTable
    shape: Shape
    columns: list[Column]
    worth: int = 0
    own: bool = False

    def of(self, role: str) -> list[Column]:
        """The columns of a role."""
        return [column for column in self.columns if column.role == role]


def understand(table: RawTable, mapped: Mapping[str, str]) -> Understood:
    """The table's shape and columns."""
    matrix = None if mapped else strip_matrix(table)
    if matrix:
        return Understood(matrix, Shape.WIDE, _name_parties(matrix.headers), _OWN, own=True)
    columns = guess_columns(table.headers, mapped)
    roles = [column.role for column in columns]
    named = "issue" in roles
    if named and "party" in roles and set(_SAID).intersection(roles):
        return Understood(table, Shape.LONG, columns, _LONG)
    if not named and roles[:1] == ["party"] and len(columns) > 1 and not set(_SAID).intersection(roles):
        return understand(_turn(table), {})
    if _holds_proposals(columns):
        return Understood(table, Shape.PROPOSALS, columns)
    return _understand_wide(table, columns, named=named)


def _name_parties(headers: Sequence[str]) -> list[Column]:
    """The columns of a matrix of negmatrix, in which parties are called by their names alone."""
    first, *parties = headers
    return [
        Column(0, first, "issue"),
        *(Column(at, party, POSITION_FIELD, party or f"Party {at}") for at, party in enumerate(parties, 1)),
    ]


def _holds_proposals(columns: Sequence[Column]) -> bool:
    """Whether there is an objective or an outcome, each once, and nothing beside it but what proposals have."""
    roles = [column.role for column in columns]
    told = [roles.count(role) for role in ("objective", "outcome")]
    known = all(role != POSITION_FIELD for role in roles[1:])
    return len(columns) > 1 and max(told) == 1 and known and roles[0] not in ("objective", "outcome")


def _understand_wide(table: RawTable, columns: Sequence[Column], *, named: bool) -> Understood:
    """Columns that mean something in rows of positions only are parties here, or the words of a lone one."""
    plain = [_widen(column) for column in columns]
    if not named:
        first = next((column.at for column in plain if column.role not in ("ignore", "topic")), 0)
        plain = [column._replace(role="issue") if column.at == first else column for column in plain]
    parties = [column for column in plain if column.role == POSITION_FIELD and column.party]
    plain = [
        column if column.role != POSITION_FIELD or column.party else column._replace(role="ignore") for column in plain
    ]
    if not parties or not table.rows:
        return Understood(table, Shape.NOTHING, plain)
    leads = all(column.role == "ignore" for column in plain[: plain.index(next(filter(_is_issue, plain)))])
    spoken = sum(bool(POSITION.intersection(fold(column.header).split())) for column in parties)
    return Understood(table, Shape.WIDE, plain, 1 + (8 + 5 * leads) * named + 4 * min(spoken, 2) + (len(parties) > 1))


def _is_issue(column: Column) -> bool:
    return column.role == "issue"


def _widen(column: Column) -> Column:
    stays = ("issue", "topic", "question", "title", "verdict", "source", "next", "weight", "unit", "note", "ignore", "round")  # fmt: skip
    if column.role in stays or column.role == POSITION_FIELD:
        return column
    if column.role in ("objective", "outcome", "interest", "red_line", "date", "salience", "confidence"):
        return column._replace(role="note")
    return column._replace(role=POSITION_FIELD, party=column.header, sure=column.role in _SAID)


def _turn(table: RawTable) -> RawTable:
    """The table with parties across and issues down."""
    lines = [table.headers, *table.rows]
    headers, *rows = zip(*lines, strict=True)
    return RawTable(table.place, table.heading, ("Issue", *headers[1:]), tuple(rows))


def choose_positions(understood: Sequence[Understood], number: int | None) -> Understood:
    """The table of positions: the one of that number, counted from 1, or the one that looks most like it."""
    if number is not None and not 0 < number <= len(understood):
        raise LostError(f"there is no table {number}", *list_tables(understood))
    one = understood[number - 1] if number else max(understood, key=lambda table: table.worth, default=None)
    if one is None or one.shape not in (Shape.WIDE, Shape.LONG):
        found = f"table {number} holds {one.shape.value}" if number and one else "there is no table of positions here"
        wanted = "expected a column of issues and a column for each party, or a row per position"
        raise LostError(f"{found}: {wanted}", *list_tables(understood))
    return one


def list_tables(understood: Sequence[Understood]) -> list[str]:
    """The tables that were found, a line each."""
    if not understood:
        return ["no table was found at all"]
    lines = [f"  {number}: {one.shape.value} ({', '.join(map(quote_start, one.table.headers[:4]))}"
             f"{', …' if len(one.table.headers) > 4 else ''}; {len(one.table.rows)} rows)"
             for number, one in enumerate(understood[:12], 1)]  # fmt: skip
    more = [f"  and {len(understood) - 12} more"] if len(understood) > 12 else []
    return ["tables found:", *lines, *more]
