"""What became of a text within braces, where a comma ends it and a blank must follow a colon."""

import re
from collections.abc import Mapping as Table
from typing import TYPE_CHECKING, TypeAlias

from negmatrix.diagnostics import quote
from negmatrix.reading.desk import Desk, hint_sign
from negmatrix.source import Text
from negmatrix.syntax.nodes import Node, Unread
from negmatrix.syntax.tape import Tape

if TYPE_CHECKING:
    from negmatrix.reading.fields import Field

Pairs: TypeAlias = list[tuple[int, Node]]
"""Values, each with the index of its key on the tape."""

_THOUSANDS = r"(?<![\w.,])[-+]?[0-9]{1,3}(?:,[0-9]{3})*,\Z"
_MORE_THOUSANDS = r"[0-9]{3}(?:,[0-9]{3})*(?![\w.])"
_WHOLE = r"(?<![\w.,+-])[-+]?[0-9]+,\Z"
_LONGEST_NUMBER = 40
_NEAR = 500


def join_torn_lists(desk: Desk, tape: Tape, pairs: Pairs, table: "Table[str, Field]") -> Pairs:
    """The pairs of a mapping in braces without the pieces of a list that lacks its brackets, as in
    `{levels: low, high}`: each such list is told, and unread.
    """
    whole: Pairs = []
    last: Text | None = None
    for index, node in pairs:
        key = tape.text(index)
        if (
            whole
            and is_torn(key, node)
            and ":" not in key
            and key not in table
            and _takes_list(tape, table, *whole[-1])
        ):
            last = key
            continue
        _tell_torn_list(desk, tape, whole, last)
        last = None
        whole.append((index, node))
    _tell_torn_list(desk, tape, whole, last)
    return whole


def is_torn(key: Text, node: Node) -> bool:
    """Whether a key has nothing behind it, not even a colon."""
    return isinstance(node, Text) and node.start == node.end and bool(key)


def _takes_list(tape: Tape, table: "Table[str, Field]", index: int, node: Node) -> bool:
    key = tape.words[index]
    return key in table and isinstance(node, Text) and bool(node) and "'array'" in str(table[key].kind.schema)


def _tell_torn_list(desk: Desk, tape: Tape, whole: Pairs, last: Text | None) -> None:
    """Tell of a list, of which one piece is the last, that ends at a comma; nothing without one."""
    if last is None:
        return
    index, first = whole[-1]
    key = tape.text(index)
    at = last.at._replace(start=first.start)
    written = at.source.text[at.start : at.end]
    message = f"{quote(key)} ends at the comma: within braces, a list needs brackets"
    desk.error("comma-in-braces", message, at, f"write [{written}]" if len(written) <= 60 else "put it in brackets")
    whole[-1] = (index, Unread(*at))


def tell_torn_text(desk: Desk, key: Text, node: Node, cure: str = "put the whole text in quotes") -> bool:
    """Put down what became of a text within braces: `{says: a, b}` and `{stance:40}` leave keys without a value.

    False, and no problem, when this is not what happened.
    """
    if not isinstance(node, Text) or node.start != node.end:
        return False
    word, colon, rest = key.partition(":")
    if colon and key.plain:
        short = f"write '{word}: {rest}'" if len(key) <= 60 else "write a blank there"
        desk.error(
            "missing-blank", f"{quote(key)} is one word: a blank is missing behind ':'", key.at, hint_sign(key) or short
        )
    elif decimal := _find_decimal(key):
        at = key.at._replace(start=key.start - len(decimal.partition(".")[0]) - 1)
        message = f"{quote(decimal.replace('.', ','))} ends at its comma: within braces, a comma ends a text"
        desk.error("comma-in-braces", message, at, f"write {decimal}")
    else:
        number = _find_number(key)
        message = f"{quote(key)} stands without a value: within braces, a comma ends a text"
        label = f"did you mean {number}?" if number else hint_sign(key) or _find_quote(key) or cure
        desk.error("comma-in-braces", message, key.at, label)
    return True


def _find_quote(key: Text) -> str:
    """What to say of a quote before a key that YAML does not know; empty without one."""
    from negmatrix.syntax.signs import hint_quote

    text = key.source.text
    line = text.rfind("\n", max(0, key.start - _NEAR), key.start)
    return hint_quote(text[line + 1 : key.start]) if line >= 0 else ""


def _find_decimal(key: Text) -> str:
    """The number of which a key is what stands behind a decimal comma; empty for other keys."""
    text = key.source.text
    before = re.search(_WHOLE, text[max(0, key.start - _LONGEST_NUMBER) : key.start])
    if before is None or not (key.isdigit() and key.isascii() and len(key) < _LONGEST_NUMBER):
        return ""
    whole = before[0].removesuffix(",")
    return "" if len(key) == len("000") and whole.lstrip("+-") != "0" else f"{whole}.{key}"


def _find_number(key: Text) -> str:
    """The number of which a key is the thousands; empty for other keys."""
    text = key.source.text
    before = re.search(_THOUSANDS, text[max(0, key.start - _LONGEST_NUMBER) : key.start])
    behind = re.compile(_MORE_THOUSANDS).match(text, key.start, key.start + _LONGEST_NUMBER)
    return (before[0] + behind[0]).replace(",", "") if before and behind else ""
