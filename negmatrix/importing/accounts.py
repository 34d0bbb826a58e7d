"""Rival accounts of a position, as our own rows give them: a list in JSON, each account with fields like a row's."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

Fields: TypeAlias = Mapping[str, str]

_NAMES = ("stance", "says", "place", "source", "date", "by", "confidence", "internal", "note")


def read_accounts(text: str) -> tuple[Fields, ...] | None:
    """The accounts that a cell lists, each with what it says of a position, as text; None for what is no such list."""
    if "[" not in text:
        return None
    try:
        listed = json.loads(text, parse_float=str, parse_int=str)
    except (ValueError, RecursionError):
        return None
    if not isinstance(listed, list) or not all(map(_is_account, listed)):
        return None
    return tuple(dict(_read_fields(one)) for one in listed)


def write_accounts(accounts: Iterable[Fields]) -> str:
    """The accounts as a cell lists them."""
    return json.dumps(list(map(dict, accounts)), ensure_ascii=False)


def _is_account(one: object) -> bool:
    return isinstance(one, dict) and set(_NAMES).issuperset(one) and all(map(_is_told, one.values()))


def _is_told(value: object) -> bool:
    listed = isinstance(value, list) and all(isinstance(part, str) for part in value)
    return listed or value is None or isinstance(value, (str, bool))


def _read_fields(account: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is given, as a row of a table would give it."""
    for name, value in account.items():
        if value is True:
            yield name, "true"
        elif value:
            yield name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
