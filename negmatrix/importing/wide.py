"""Tables of issues by parties: a row for each issue, a column for each party."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from negmatrix.importing.columns import POSITION_FIELD, Column
from negmatrix.importing.limits import check_entries, check_positions
from negmatrix.importing.shapes import Understood
from negmatrix.importing.statements import Gathered, Statement, Words
from negmatrix.importing.tables import Lines, quote_start

_ABOUT = ("topic", "question", "next", "weight", "unit", "note", "title")


def gather_wide(one: Understood, lines: Lines) -> Gathered:
    """What a table of issues by parties says; a row that says the same in all cells is a heading of the rows below it."""
    gathered = Gathered(one.table.heading, {}, _parties(one), {}, [], {}, {}, {})
    issue_at = one.of("issue")[0].at
    parties = [(column.at, str(column.at)) for column in one.of(POSITION_FIELD)]
    check_entries(one.table.place, "columns of parties", parties)
    topic, words = "", Words(lines)
    for number, row in enumerate(one.table.rows, 1):
        title = row[issue_at].strip()
        if title and len(row) > 2 and len(set(row)) == 1:
            topic = title
            continue
        key = str(number)
        if not title:
            title = f"Row {number}"
            lines.add("rows without an issue were given a name", title)
        round_ = _first(row, one.of("round"))
        gathered.rounds.setdefault(round_, round_)
        gathered.issues[key] = {
            "title": " ".join(title.split()),
            **({"topic": topic} if topic else {}),
            **_about(row, one),
        }
        check_entries(one.table.place, "issues", gathered.issues)
        gathered.verdicts.update((key, text) for text in (_first(row, one.of("verdict")),) if text)
        source = _first(row, one.of("source"))
        gathered.statements.extend(_speak(row, source, parties, key, round_, words))
        check_positions(one.table.place, len(gathered.statements))
    return gathered


def _parties(one: Understood) -> dict[str, str]:
    return {str(column.at): column.party for column in one.of(POSITION_FIELD)}


def _first(row: Sequence[str], columns: Sequence[Column]) -> str:
    return next((text for column in columns if (text := row[column.at].strip())), "")


def _about(row: Sequence[str], one: Understood) -> dict[str, str]:
    """What else a row tells of its issue; several notes stand one below the other, with the header if it is not `Notes`."""
    about: dict[str, str] = {}
    for column in one.columns:
        text = row[column.at].strip()
        if column.role not in _ABOUT or not text:
            continue
        if column.role == "note" and len(one.of("note")) > 1:
            text = f"{column.header}: {text}"
        about[column.role] = f"{about[column.role]}\n{text}" if column.role in about else text
    return about


def _speak(
    row: Sequence[str], source: str, parties: Iterable[tuple[int, str]], key: str, round_: str, words: Words
) -> Iterator[Statement]:
    """What the cells of a row say, in the columns of parties."""
    said: Mapping[str, Mapping[str, str]] = _Sourced(words, source) if source else words
    for at, party in parties:
        fields = said[row[at]]
        if fields:
            yield Statement(key, party, round_, fields)


class _Sourced(dict[str, Mapping[str, str]]):
    """What cells of a row with a source come to, by their text."""

    def __init__(self, words: Words, source: str) -> None:
        self._words = words
        self._source = source

    def __missing__(self, text: str) -> Mapping[str, str]:
        fields = self._words[text]
        self[text] = {**fields, "source": self._source} if fields else fields
        return self[text]


def tell_wide(one: Understood) -> Iterator[str]:
    """What was understood of the columns."""
    issue = one.of("issue")[0]
    yield f"issues from the column {quote_start(issue.header or str(issue.at + 1))}"
    parties = one.of(POSITION_FIELD)
    shown = [f"{quote_start(column.header or str(column.at + 1))} as {quote_start(column.party)}" if column.header != column.party
             else quote_start(column.header) for column in parties[:8]]  # fmt: skip
    more = f" and {len(parties) - 8} more" if len(parties) > 8 else ""
    yield f"parties from the columns {', '.join(shown)}{more}"
    if one.own:
        yield "it is a matrix of negmatrix: signs, agreement, counts and the words of what is withdrawn are left out"
    for column in one.columns:
        if column.role == "ignore" and column.header:
            yield f"the column {quote_start(column.header)} is passed over"
        elif column.role not in ("issue", POSITION_FIELD, "ignore"):
            yield f"{column.role} from the column {quote_start(column.header)}"
