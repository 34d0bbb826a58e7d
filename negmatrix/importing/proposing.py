"""Tables with an objective or an outcome: each row is a proposal."""

from collections.abc import Iterator, Mapping, Sequence

from negmatrix.importing.columns import Column
from negmatrix.importing.explicit import split_list
from negmatrix.importing.ids import Ids
from negmatrix.importing.layout import Value
from negmatrix.importing.shapes import Understood
from negmatrix.importing.tables import Lines
from negmatrix.importing.vocabulary import NOT_STATED, fold

_TOLD = ("objective", "outcome")


def make_proposals(
    tables: Sequence[Understood], issues: Mapping[str, str], parties: Mapping[str, str], source: str, lines: Lines
) -> dict[str, Value]:
    """All proposals of some tables by id; `issues` and `parties` give ids by how somebody may name them, folded."""
    ids = Ids("proposal")
    named = {"addresses": issues, "from": parties}
    return {ids.take(str(fields["title"])): fields | {"source": source}
            for one in tables for fields in _rows(one, named, lines)}  # fmt: skip


def _rows(one: Understood, named: Mapping[str, Mapping[str, str]], lines: Lines) -> Iterator[dict[str, Value]]:
    title_at = next(column for column in one.columns if column.role not in (*_TOLD, "ignore"))
    kind = " ".join(title_at.header.split()).lower()
    for number, row in enumerate(one.table.rows, 1):
        title = " ".join(row[title_at.at].split())
        if not title:
            lines.add("proposals without a title were passed over", f"{one.table.place}, row {number}")
            continue
        fields: dict[str, Value] = {"title": title, **({"kind": kind} if kind else {})}
        others = [column for column in one.columns if column is not title_at]
        yield fields | _about(row, others, named)


def _about(row: Sequence[str], columns: Sequence[Column], named: Mapping[str, Mapping[str, str]]) -> dict[str, Value]:
    told: dict[str, Value] = {}
    notes: list[str] = []
    for column in columns:
        text = row[column.at].strip()
        if not text or text.casefold() in NOT_STATED or column.role == "ignore":
            continue
        role = {"party": "from", "issue": "addresses"}.get(column.role, column.role)
        found = [named[role].get(fold(part)) for part in split_list(text)] if role in named else [None]
        if role in _TOLD:
            told[role] = text
        elif None not in found:
            told[role] = list(dict.fromkeys(name for name in found if name))
        else:
            notes.append(text if column.role == "note" else f"{column.header}: {text}")
    if notes:
        told["note"] = "\n".join(notes)
    return {name: told[name] for name in ("objective", "outcome", "addresses", "from", "note") if name in told}
