"""The JSON Schema (2020-12) of the format, for editors: the field tables, and what holds between fields."""

from collections.abc import Mapping as Table
from typing import Any, TypeAlias

from negmatrix.reading.events import EVENT
from negmatrix.reading.fields import Field, reference
from negmatrix.reading.issues import ISSUE
from negmatrix.reading.kinds import AS_ID, NEW_ID, TEXT, WORDS
from negmatrix.reading.levels import LEVEL
from negmatrix.reading.parties import PARTY, SOURCE
from negmatrix.reading.positions import CLAIM, POSITION, REMARKS
from negmatrix.reading.proposals import PROPOSAL
from negmatrix.reading.rounds import ROUND, SINGLE_ROUND
from negmatrix.reading.scales import SHARED_SCALE
from negmatrix.reading.top import TALKS, THRESHOLDS
from negmatrix.reading.verdicts import VERDICT

Schema: TypeAlias = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
REQUIRED = ("talks", "parties", "issues")
_OF_ONE_ROUND = ("positions", "verdicts", "round")
_MEASURED = {"type": "object", "additionalProperties": {"type": "object", "required": ["at"]}}


def make_schema(*, part: bool = False) -> Schema:
    """The schema of a talks in one file, or of a `part`: any one file of a talks in a folder."""
    kind = "a part of talks in a folder: any of its files" if part else "talks in one file"
    whole = _record("", TALKS, dependentSchemas={"rounds": _forbid(*_OF_ONE_ROUND)})
    required = {} if part else {"required": list(REQUIRED)}
    title = {"title": "negmatrix talks, version 1", "description": f"The format of {kind}."}
    return {"$schema": DRAFT} | title | whole | required | {"$defs": _definitions()}


def _definitions() -> dict[str, Schema]:
    return _sections() | _parts() | _records()


def _sections() -> dict[str, Schema]:
    names = {"type": "array", "minItems": 1, "items": NEW_ID.schema, "description": "Names, which serve as ids too."}
    verdicts = _any(reference("verdict"), {"type": "array", "minItems": 1, "items": reference("verdict")})
    return {
        "sources": _by_id(reference("source")),
        "parties": _any(_by_id(reference("party")), names),
        "scales": _by_id(reference("scale")),
        "issues": _any(_by_id(reference("issue")), names),
        "proposals": _by_id(reference("proposal")),
        "rounds": _by_id(reference("round")),
        "only-round": _any(
            {**NEW_ID.schema, "description": "The only round's id."}, _record("The only round.", SINGLE_ROUND)
        ),
        "positions": _by_id(reference("row")),
        "verdicts": _by_id(verdicts),
    }


def _parts() -> dict[str, Schema]:
    """What stands between sections and records: ids, rows, cells."""
    one = [reference("statement"), reference("position")]
    several = {"type": "array", "minItems": 1, "items": _any(*one), "description": "Successive positions in one round."}
    states = {"enum": ["n/a", "withdrawn", "unknown"], "description": "What the party does not, or no longer, say."}
    return {
        "id": {"pattern": f"^{AS_ID}$", "description": "An id: no comma, no @, no blanks around it."},
        "row": {
            "description": "Positions by party, or by several parties with commas between them.",
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": rf"^({AS_ID}|\s*{AS_ID}\s*(,\s*{AS_ID}\s*)+)$"},
            "additionalProperties": reference("cell"),
        },
        "cell": _any(states, *one, several),
        "statement": WORDS
        | {"description": "A stance where it is one on the issue's scale; else what the party says."},
        "meaning": _any(_text("What it means"), _record("A level or an option.", _without(LEVEL, "at"))),
        "step": _record("A level with the place where it lies.", LEVEL, required=["at"]),
    }


def _records() -> dict[str, Schema]:
    scales = ("levels", "range", "options")
    content = [{"required": [name]} for name in dict.fromkeys(("stance", *POSITION)) if name not in REMARKS]
    word = {**VERDICT["verdict"].kind.schema, "description": "The verdict."}
    return {
        "source": _short("The title of the source", "A source.", SOURCE),
        "party": _short("The name of the party", "A party.", PARTY),
        "scale": _record("A scale.", SHARED_SCALE, anyOf=[{"required": [name]} for name in scales], **_one_of(*scales)),
        "issue": _short("The title of the issue", "An issue.", ISSUE, **_one_of(*scales, "scale")),
        "proposal": _short("The title of the proposal", "A proposal.", PROPOSAL),
        "round": _record("A round.", ROUND),
        "position": _record(
            "A position.", POSITION, anyOf=content, dependentSchemas={"claims": _forbid("stance", "says")}
        ),
        "claim": _record("One of several rival accounts.", CLAIM),
        "verdict": _any(word, _record("A verdict.", VERDICT, required=["verdict"])),
        "event": _record("An event.", EVENT, required=["what"]),
        "thresholds": _record("From which agreement on a word is right.", THRESHOLDS),
    }


def _one_of(*scales: str) -> Schema:
    """One scale at most; `unit` beside a range or measured levels, `anchors` beside a range."""
    rivals = {name: _forbid(*(other for other in scales if other != name)) for name in scales}
    measured = {"required": ["levels"], "properties": {"levels": _MEASURED}}
    unit = {"unit": _any({"required": ["range"]}, measured)}
    return {"dependentSchemas": rivals | unit, "dependentRequired": {"anchors": ["range"]}}


def _record(about: str, table: Table[str, Field], **rules: Any) -> Schema:
    """Fields as in their table, and no others; never none."""
    told = {"description": about} if about else {}
    properties = {name: _field(row) for name, row in table.items()}
    return (
        told | {"type": "object", "properties": properties, "additionalProperties": False, "minProperties": 1} | rules
    )


def _field(row: Field) -> Schema:
    ends = {"const": "unknown", "description": "Ends what stands, without a new value."}
    value = _any(row.kind.schema, ends) if row.ends else dict(row.kind.schema)
    return value | {"description": f"{row.means[0].upper()}{row.means[1:]}."}


def _short(short: str, about: str, table: Table[str, Field], **rules: Any) -> Schema:
    return _any(_text(short), _record(about, table, **rules))


def _text(about: str) -> Schema:
    return {**TEXT.schema, "description": f"{about}."}


def _by_id(value: Schema) -> Schema:
    return {"type": "object", "minProperties": 1, "propertyNames": reference("id"), "additionalProperties": value}


def _any(*schemas: Any) -> Schema:
    return {"anyOf": list(schemas)}


def _forbid(*names: str) -> Schema:
    return {"properties": dict.fromkeys(names, False)}


def _without(table: Table[str, Field], name: str) -> dict[str, Field]:
    return {other: row for other, row in table.items() if other != name}
