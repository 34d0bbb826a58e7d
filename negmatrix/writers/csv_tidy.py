"""Cells as CSV, one in each row with all that is known of it: for other programs, and to be imported again."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TextIO, TypeAlias

from negmatrix.analysis.entries import Entry
from negmatrix.analysis.matrix import MatrixResult, ShownParty
from negmatrix.analysis.rows import IssueRow
from negmatrix.writers.csv_values import write_rows

_Tell: TypeAlias = Callable[[MatrixResult, IssueRow, ShownParty, Entry], Any]

_COLUMNS: dict[str, _Tell] = {
    "talks": lambda result, _issue, _party, _entry: result.talks.title,
    "round": lambda result, _issue, _party, _entry: result.talks.round,
    "round_title": lambda result, _issue, _party, _entry: result.talks.round_title,
    "round_date": lambda result, _issue, _party, _entry: result.talks.date,
    "topic": lambda _result, issue, _party, _entry: issue.topic,
    "issue": lambda _result, issue, _party, _entry: issue.id,
    "title": lambda _result, issue, _party, _entry: issue.title,
    "unit": lambda _result, issue, _party, _entry: issue.unit,
    "party": lambda _result, _issue, party, _entry: party.id,
    "name": lambda _result, _issue, party, _entry: party.name,
    "role": lambda _result, _issue, party, _entry: party.role,
    "state": lambda _result, _issue, _party, entry: entry.state,
    "stance": lambda _result, _issue, _party, entry: entry.stance,
    "place": lambda _result, _issue, _party, entry: entry.place,
    "says": lambda _result, _issue, _party, entry: entry.says,
    "accepts": lambda _result, _issue, _party, entry: join(entry.accepts),
    "rejects": lambda _result, _issue, _party, entry: join(entry.rejects),
    "fixed": lambda _result, _issue, _party, entry: entry.fixed,
    "red_line": lambda _result, _issue, _party, entry: entry.red_line,
    "salience": lambda _result, _issue, _party, entry: entry.salience,
    "interest": lambda _result, _issue, _party, entry: entry.interest,
    "depends_on": lambda _result, _issue, _party, entry: join(entry.depends_on),
    "by": lambda _result, _issue, _party, entry: entry.by,
    "confidence": lambda _result, _issue, _party, entry: entry.confidence,
    "disputed": lambda _result, _issue, _party, entry: entry.disputed,
    "claims": lambda _result, _issue, _party, entry: _tell_claims(entry),
    "source": lambda _result, _issue, _party, entry: join(entry.source),
    "date": lambda _result, _issue, _party, entry: entry.date,
    "carried_from": lambda _result, _issue, _party, entry: entry.carried_from,
    "stale": lambda _result, _issue, _party, entry: entry.stale,
    "internal": lambda _result, _issue, _party, entry: entry.internal,
    "note": lambda _result, _issue, _party, entry: entry.note,
}

_UNESCAPED = re.compile("[\x7f-\x9f]")
"""Controls that JSON leaves as they are."""

TITLES = tuple(_COLUMNS)
"""The titles of the columns, in order."""


def write_tidy(results: Iterable[MatrixResult], out: TextIO) -> None:
    """Writes a row of titles, then one for each cell of each result, which is one talks in one round, whether something
    is stated in it or not; see `write_rows` for the stream.
    """
    write_rows([TITLES], out)
    for result in results:
        write_rows(_find_rows(result), out)


def _find_rows(result: MatrixResult) -> Iterator[list[Any]]:
    parties, tellers = result.talks.parties, tuple(_COLUMNS.values())
    for issue in result.issues:
        for party, entry in zip(parties, issue.positions, strict=True):
            yield [tell(result, issue, party, entry) for tell in tellers]


def join(texts: Sequence[str] | None) -> str | None:
    """Several texts as one: `a; b`. Where one holds a semicolon or a line end or starts with a bracket, a list in JSON."""
    if not texts:
        return None
    if any(";" in text or "\n" in text or text.startswith("[") for text in texts):
        return _dump(texts)
    return "; ".join(texts)


def _tell_claims(entry: Entry) -> str | None:
    """Rival accounts as a list in JSON."""
    return _dump(entry.claims) if entry.claims else None


def _dump(value: Any) -> str:
    import json

    from negmatrix.writers.json import encode

    text = json.dumps(encode(value), ensure_ascii=False)
    return _UNESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
