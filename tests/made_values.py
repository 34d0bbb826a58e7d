"""What may stand in a field: a strategy for each kind of field, chosen from what its table says of it.

A field that is added to a table is drawn without a line here; a kind that says something new of itself has to be told.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from hypothesis import strategies as st

from negmatrix.reading.fields import Field
from negmatrix.reading.kinds import DATE, NEW_ID, WORDS
from tests.hostile import HOSTILE

Values = st.SearchStrategy[Any]
Table = Mapping[str, Field]

STEERING = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=STEERING) | st.sampled_from("\n\t \"'#:|,@")
"""Every character of all planes that a file may hold."""

TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(LETTERS, min_size=1, max_size=12).filter(str.strip),
    st.sampled_from(["a" * 300, "é" * 99, "\U0001f600" * 40, "no", "null", "1:30", "unknown", "n/a"]),
).map(str)
SUFFIXES = TEXTS.map(lambda text: " ".join(text.replace("@", " ").replace(",", " ").split())[:40].strip())
"""Texts that may stand in an id."""


class Told(NamedTuple):
    """The stances that there are on an issue; in order, but on options."""

    stances: list[Any]
    ordered: bool = True


class Scale(NamedTuple):
    """The fields that describe a scale, and the stances that there are on it."""

    fields: dict[str, Any]
    told: Told


NO_SCALE = Scale({}, Told([]))


class Scene(NamedTuple):
    """What the fields of a talks can refer to. `owner` is the id of the record or the issue that a field belongs to."""

    parties: list[str]
    measured: list[str]
    issues: list[str]
    rounds: list[str]
    sources: list[str]
    shared: Mapping[str, Scale]
    scales: Mapping[str, Scale]
    """The scales that have a name, and those of the issues."""
    owner: str = ""

    @property
    def here(self) -> Told:
        return self.scales.get(self.owner, NO_SCALE).told


def some(among: list[Any], least: int = 1) -> Values:
    """Some of these, in any order; None where there are fewer than the `least`."""
    enough = len(among) >= least
    return st.lists(st.sampled_from(among), min_size=least, max_size=4, unique_by=repr) if enough else st.none()


def one(among: list[Any]) -> Values:
    return st.sampled_from(among) if among else st.none()


def cited(scene: Scene) -> Values:
    """A source, a place in one, or several sources."""
    if not scene.sources:
        return st.none()
    place = st.tuples(one(scene.sources), SUFFIXES).map(lambda parts: f"{parts[0]} p. {parts[1]}".strip())
    return one(scene.sources) | place | some(scene.sources)


def keyed(by_id: Mapping[str, Values]) -> Values:
    """Values by some of these ids; None for none."""
    return st.fixed_dictionaries({}, optional=by_id).map(lambda made: made or None)


def stretch(scene: Scene) -> Values:
    """Two ends of a scale in any order, or some options."""
    told, ordered = scene.here
    return st.lists(st.sampled_from(told), min_size=2, max_size=2) if told and ordered else some(told)


def earlier(scene: Scene) -> Values:
    """An id that nothing has here, and that another made-up talks may well have."""
    return st.just(scene.owner.partition(" ")[0] if " " in scene.owner else f"{scene.owner} before")


REFERS: dict[str, Callable[[Scene], Values]] = {
    "source": cited,
    "members": lambda scene: some(scene.parties[scene.parties.index(scene.owner) + 1 :]),
    "aliases": lambda scene: SUFFIXES.map(lambda text: [f"{scene.owner} or {text}"]),
    "was": earlier,
    "role": lambda scene: st.sampled_from(["party"] if scene.owner in scene.measured else ["observer", "mediator"]),
    "from": lambda scene: some(scene.parties),
    "between": lambda scene: some(scene.parties, 2),
    "over": lambda scene: some(scene.parties),
    "addresses": lambda scene: some(scene.issues),
    "depends_on": lambda scene: some(scene.issues),
    "round": lambda scene: one(scene.rounds[:-1] or scene.rounds),
    "until": lambda scene: one(scene.rounds[1:][-1:]),
    "terms": lambda scene: keyed({name: one(scale.told.stances) for name, scale in scene.scales.items() if scale.told.stances}),
    "stances": lambda scene: keyed(dict.fromkeys(scene.parties, st.sampled_from(["for", "against", "open"]))),
    "tables": lambda scene: some([[*scene.measured], scene.measured[:2], scene.measured[-2:]][: len(scene.measured) - 1]),
    "stance": lambda scene: one(scene.here.stances),
    "status_quo": lambda scene: one(scene.here.stances),
    "at": lambda scene: one(scene.here.stances),
    "accepts": stretch,
    "rejects": stretch,
}  # fmt: skip
"""Fields whose values rest on what else there is in the talks, by name."""


def values(row: Field, scene: Scene, records: Mapping[str, Callable[[Scene], Values]]) -> Values:
    """What may stand in a field; None for leaving it out, where there is nothing to refer to."""
    if row.name in REFERS and "$ref" not in row.kind.schema:
        made = REFERS[row.name](scene)
    else:
        made = _of_schema(row.kind.schema, scene, records)
    return made | st.just("unknown") if row.ends else made


def _of_schema(schema: Mapping[str, Any], scene: Scene, records: Mapping[str, Callable[[Scene], Values]]) -> Values:
    """Values of a schema; LookupError where it says something that no strategy is known for."""
    if "$ref" in schema:
        return records[schema["$ref"].rpartition("/")[2]](scene)
    if "anyOf" in schema:
        return st.one_of(*(_of_schema(each, scene, records) for each in schema["anyOf"]))
    if schema.get("type") == "array":
        items = _of_schema(schema["items"], scene, records)
        return st.lists(items, min_size=max(1, schema.get("minItems", 1)), max_size=3)
    for known, made in PLAIN:
        if schema == known:
            return made
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema.get("type") in ("number", "integer"):
        return _numbers(schema)
    raise LookupError(f"no strategy for a field like {schema}")


def _numbers(schema: Mapping[str, Any]) -> Values:
    low, high = schema.get("minimum", -(10**6)), schema.get("maximum", 10**6)
    whole = st.integers(low, min(high, low + 3)) | st.integers(low, high)
    return whole if schema["type"] == "integer" else whole | st.floats(max(low, -99), min(high, 99), width=16)


DAYS = st.dates(date(1000, 1, 1), date(2100, 12, 31)) | st.dates(date(2020, 1, 1), date(2020, 3, 1))
SPOTS = st.builds(lambda day, size: day.isoformat()[:size], DAYS, st.sampled_from([4, 7, 10]))
PERIODS = SPOTS | st.tuples(DAYS, DAYS).map(lambda days: "/".join(day.isoformat() for day in sorted(days)))
PLAIN: tuple[tuple[Mapping[str, Any], Values], ...] = (
    (WORDS, TEXTS),
    (NEW_ID.schema, st.just("r0")),
    (DATE.schema, PERIODS),
    ({"type": "boolean"}, st.booleans()),
)
"""Kinds of values that are known by all of their schema."""
