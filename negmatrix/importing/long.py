"""Tables with a row for each position, our own tidy rows among them."""

from collections.abc import Iterator, Sequence

from negmatrix.finding.lost import LostError
from negmatrix.importing.columns import TIDY
from negmatrix.importing.limits import check_entries, check_positions
from negmatrix.importing.shapes import Understood
from negmatrix.importing.statements import NOT_APPLICABLE, UNSTATED, WITHDRAWN, Gathered, Statement, read_words
from negmatrix.importing.tables import Lines, quote_start
from negmatrix.model.parties import Role

FIELDS = (
    "state", "stance", "place", "says", "accepts", "rejects", "fixed", "red_line", "salience", "interest", "depends_on",
    "by", "confidence", "disputed", "claims", "source", "date", "carried_from", "internal", "note",
)  # fmt: skip


def gather_long(one: Understood, lines: Lines) -> Gathered:
    """What rows of positions say; those with our own columns keep their ids, and what was carried stays so."""
    own = {column.role for column in one.columns} >= TIDY
    at = {column.role: column.at for column in reversed(one.columns)}
    gathered = Gathered(_title(one, at), {}, {}, {}, [], {}, {}, {}, own, "place" in at)
    for number, row in enumerate(one.table.rows, 1):
        issue, party, round_ = (_key(row, at, role) for role in ("issue", "party", "round"))
        if not issue or not party:
            lines.add("rows without an issue or a party were passed over", f"row {number}")
            continue
        _note_issue(gathered, row, at, issue)
        _note_party(gathered, row, at, party)
        gathered.rounds.setdefault(round_, round_)
        if round_ not in gathered.about:
            gathered.about[round_] = {
                role: text for role in ("title", "date") if (text := _key(row, at, f"round_{role}"))
            }
        for what, entries in (("issues", gathered.issues), ("parties", gathered.parties), ("rounds", gathered.rounds)):
            check_entries(one.table.place, what, entries)
        fields = _fields(row, at, lines, own=own)
        if fields:
            gathered.statements.append(Statement(issue, party, round_, fields))
        check_positions(one.table.place, 0 if own else len(gathered.statements))
    if not gathered.issues:
        raise LostError(f"{one.table.place} has no row with an issue and a party: nothing can be imported")
    return gathered


def _key(row: Sequence[str], at: dict[str, int], role: str) -> str:
    return " ".join(row[at[role]].split()) if role in at else ""


def _title(one: Understood, at: dict[str, int]) -> str:
    """The talks that the rows are of; rows of several talks are not one talks."""
    if "talks" not in at:
        return one.table.heading
    titles = list(dict.fromkeys(title for row in one.table.rows if (title := row[at["talks"]].strip())))
    if len(titles) > 1:
        raise LostError(f"{one.table.place} has rows of {len(titles)} talks ({', '.join(map(quote_start, titles[:4]))}): "
                        "an import makes one; keep the rows of one")  # fmt: skip
    return titles[0] if titles else one.table.heading


def _note_party(gathered: Gathered, row: Sequence[str], at: dict[str, int], party: str) -> None:
    gathered.parties.setdefault(party, _key(row, at, "name") or party)
    role = _key(row, at, "role")
    if role in (Role.OBSERVER.value, Role.MEDIATOR.value):
        gathered.roles[party] = role


def _note_issue(gathered: Gathered, row: Sequence[str], at: dict[str, int], issue: str) -> None:
    about = gathered.issues.setdefault(issue, {"title": issue})
    for role in ("title", "topic", "question", "weight", "next", "unit"):
        text = row[at[role]].strip() if role in at else ""
        if text and (role not in about or about[role] == issue):
            about[role] = text
    verdict = row[at["verdict"]].strip() if "verdict" in at else ""
    if verdict:
        gathered.verdicts[issue] = verdict


def _fields(row: Sequence[str], at: dict[str, int], lines: Lines, *, own: bool) -> dict[str, str]:
    """What a row says of a position. Our own rows mean what they say; in others, dashes and the like state nothing."""
    told = {role: row[at[role]] for role in FIELDS if role in at and row[at[role]].strip()}
    if own:
        return told
    told = {role: text.strip() for role, text in told.items()}
    words = dict(read_words(row[at["words"]], lines)) if "words" in at else {}
    if "stance" in told:
        words = dict(read_words(told.pop("stance"), lines)) | _as_says(words)
        words = {"stance" if role == "words" else role: text for role, text in words.items()}
    if "says" in told:
        words = _as_says(dict(read_words(told.pop("says"), lines))) | words
    return _with_state(told, words)


def _as_says(words: dict[str, str]) -> dict[str, str]:
    return {"says" if role == "words" else role: text for role, text in words.items()}


def _with_state(told: dict[str, str], words: dict[str, str]) -> dict[str, str]:
    state = told.pop("state", "").casefold()
    if state in (NOT_APPLICABLE, WITHDRAWN, UNSTATED):
        words = {role: text for role, text in words.items() if role == "says"} | {"state": state}
    return told | words if words or {"accepts", "rejects", "salience", "interest", "red_line"} & told.keys() else {}


def tell_long(one: Understood) -> Iterator[str]:
    """What was understood of the columns."""
    known = [f"{column.role} from {quote_start(column.header)}" for column in one.columns
             if column.role not in ("position", "ignore") and column.role != column.header]  # fmt: skip
    yield f"a row for each position{': ' if known else ''}{', '.join(known)}"
    for column in one.columns:
        if column.role == "position" and column.header:
            yield f"the column {quote_start(column.header)} is not known and passed over"
