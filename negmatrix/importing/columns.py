"""What the columns of a table mean, by their headers."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from negmatrix.finding.lost import LostError, lost
from negmatrix.importing.vocabulary import (
    FIELDS,
    ISSUE,
    LINKS,
    OBJECTIVE,
    OTHERWISE,
    OUTCOME,
    OWN,
    OWN_ALONE,
    POSITION,
    fold,
)

POSITION_FIELD = "position"
TIDY = frozenset({"state", "carried_from", "stance", "says"})
"""Columns that only tables of our own have."""
ROLES = tuple(
    dict.fromkeys(("issue", POSITION_FIELD, *FIELDS, *OWN, "question", "objective", "outcome", "from", "addresses"))
)
_SIGNS = re.compile(r"['’]s?(?=\s|$)|[()\[\]:*\"“”«»]")


class Column(NamedTuple):
    """A column: its header, what it means, and for a column of positions whose they are. `sure`: the header says so."""

    at: int
    header: str
    role: str
    party: str = ""
    sure: bool = True


@cache
def _words() -> Mapping[str, str]:
    return {fold(name): name for name in OWN} | {word: role for role, words in FIELDS.items() for word in words}


@cache
def _otherwise() -> Mapping[str, str]:
    return {word: role for role, words in OTHERWISE.items() for word in words}


@cache
def _ranks() -> Mapping[str, int]:
    return {word: rank for rank, word in reversed(list(enumerate(ISSUE)))}


def guess_columns(headers: Sequence[str], mapped: Mapping[str, str]) -> list[Column]:
    """The columns of a table; those that nobody knows are columns of positions, and not sure."""
    given = _given_roles(headers, mapped)
    alone = OWN_ALONE if TIDY.issubset(headers) else {}
    roles = [given.get(index) or alone.get(header) or _guess(header) for index, header in enumerate(headers)]
    issue = _issue_column(headers, roles, given)
    return [
        Column(index, header, "issue") if index == issue else _make_column(index, header, role, given.get(index))
        for index, (header, role) in enumerate(zip(headers, roles, strict=True))
    ]


def _guess(header: str) -> str:
    word = fold(header)
    if not word and header.strip() not in ("#", "№"):
        return "ignore" if header.strip() else ""
    return _words().get(word) or _words().get(header.strip(), "")


def _make_column(index: int, header: str, role: str, given: str | None) -> Column:
    if given and given.partition(":")[0] == POSITION_FIELD:
        return Column(index, header, POSITION_FIELD, given.partition(":")[2].strip() or name_party(header))
    if role:
        return Column(index, header, role)
    other = _otherwise().get(fold(header))
    if other:
        return Column(index, header, other)
    words = fold(header).split()
    if not POSITION.intersection(words):
        for name, known in (("objective", OBJECTIVE), ("outcome", OUTCOME)):
            if known.intersection(words):
                return Column(index, header, name)
    sure = bool(POSITION.intersection(words))
    return Column(index, header, POSITION_FIELD, name_party(header), sure=sure)


def _issue_column(headers: Sequence[str], roles: Sequence[str], given: Mapping[int, str]) -> int | None:
    """The column of issues: as mapped, else the one whose header is the surest word for it; None without one."""
    mapped = next((index for index, role in given.items() if role == "issue"), None)
    if mapped is not None:
        return mapped
    ranks = _ranks()
    known = [(ranks[fold(header)], index) for index, header in enumerate(headers)
             if index not in given and not roles[index] and fold(header) in ranks]  # fmt: skip
    return min(known)[1] if known else None


def _given_roles(headers: Sequence[str], mapped: Mapping[str, str]) -> dict[int, str]:
    """What `--map` says, by column; its columns are headers, in any case, or numbers from 1."""
    if not mapped:
        return {}
    by_header = {fold(header): index for index, header in reversed(list(enumerate(headers)))}
    given: dict[int, str] = {}
    for column, role in mapped.items():
        index = by_header.get(fold(column))
        if index is None and column.isdecimal() and 0 < int(column[:9]) <= len(headers):
            index = int(column) - 1
        if index is not None:
            given[index] = role
    return given


def check_mapped(tables: Sequence[Sequence[str]], mapped: Mapping[str, str]) -> None:
    """Refuse a mapping of a column that no table has, or to a field that there is not."""
    for column, role in mapped.items():
        if role.partition(":")[0] not in ROLES:
            raise lost("field", role, ROLES)
        if not any(_given_roles(headers, {column: role}) for headers in tables):
            raise lost(
                "column", column, list(dict.fromkeys(header for headers in tables for header in headers if header))
            )


def parse_mapped(words: Sequence[str]) -> dict[str, str]:
    """`COLUMN=FIELD` as a person gives it, several of them; LostError for what is not of this form."""
    mapped: dict[str, str] = {}
    for word in words:
        column, equals, role = word.rpartition("=")
        if not (equals and column.strip() and role.strip()):
            raise LostError(f"'{word}' does not map a column: expected COLUMN=FIELD, as in 'Topic=issue'")
        mapped[column.strip()] = role.strip()
    return mapped


def name_party(header: str) -> str:
    """Whose positions a column holds: its header without words such as position, view, side; whole if nothing is left."""
    words = _SIGNS.sub(" ", header).split()
    kept = [word for word in words if fold(word) not in POSITION]
    while kept and fold(kept[0]) in LINKS and len(kept) < len(words):
        kept = kept[1:]
    while kept and fold(kept[-1]) in (*LINKS, "-", "", "&"):
        kept = kept[:-1]
    if kept and len(kept) < len(words) and fold(kept[0])[:2] in ("d'", "d’", "l'", "l’"):
        kept[0] = kept[0][2:]
    return " ".join(kept).strip(" -–—:,/") or " ".join(header.split())
