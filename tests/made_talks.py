"""Talks made up by hypothesis from the format's own field tables: every field, every scale, texts of all planes of Unicode.

Most are right, so that all commands get something to show; `spoilt` puts in what does not belong where it stands.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

import yaml
from hypothesis import strategies as st

from negmatrix.reading.events import EVENT
from negmatrix.reading.issues import ISSUE
from negmatrix.reading.parties import PARTY, SOURCE
from negmatrix.reading.positions import CLAIM, POSITION, REMARKS
from negmatrix.reading.proposals import PROPOSAL
from negmatrix.reading.rounds import ROUND, SINGLE_ROUND
from negmatrix.reading.scales import SCALE, SHARED_SCALE
from negmatrix.reading.top import TALKS
from negmatrix.reading.verdicts import VERDICT
from tests.made_scales import own_scales, scales
from tests.made_values import SUFFIXES, TEXTS, Scale, Scene, Table, Told, Values, values


@st.composite
def record(
    draw: st.DrawFn, table: Table, scene: Scene, always: tuple[str, ...] = (), never: tuple[str, ...] = ()
) -> Any:
    """Some fields of a table, each as likely as any, and those that it `always` has."""
    free = [name for name in table if name not in {*always, *never}]
    count, first, step = draw(st.integers(0, 6)), draw(st.integers(0, len(free) - 1)), draw(st.integers(1, len(free)))
    names = {*always, *(free[(first + step * number) % len(free)] for number in range(count))}
    made = {name: draw(values(table[name], scene, RECORDS)) for name in table if name in names}
    return {name: value for name, value in made.items() if value is not None}


def by_id(ids: list[str], table: Table, scene: Scene, short: str) -> Values:
    """Records by id; one may be a text for its field `short`."""
    records = {name: record(table, scene._replace(owner=name), (short,)) | TEXTS for name in ids}
    return st.fixed_dictionaries(records) if records else st.none()


def scaled(scales: Mapping[str, Scale], table: Table, scene: Scene, always: tuple[str, ...]) -> Values:
    """Records by id that hold the fields of a scale too."""
    made = {}
    for name, scale in scales.items():
        rest = record(table, scene._replace(owner=name), always, never=(*SCALE, "scale"))
        made[name] = st.tuples(st.just(scale.fields), rest).map(lambda parts: parts[0] | parts[1])
    return st.fixed_dictionaries(made) if made else st.none()


@st.composite
def cell(draw: st.DrawFn, scene: Scene) -> Any:
    """A position in any of its forms."""
    form = draw(st.integers(0, 9))
    if form == 0:
        return draw(st.sampled_from(["n/a", "withdrawn", "unknown"]) | TEXTS)
    if form < 3 and scene.here.stances:
        return draw(st.sampled_from(scene.here.stances))
    if form == 3:
        return draw(st.lists(position(scene), min_size=1, max_size=3))
    return draw(position(scene))


@st.composite
def position(draw: st.DrawFn, scene: Scene) -> dict[str, Any]:
    always = draw(st.sampled_from([("stance",), ("says",), ("stance", "says"), ("claims",), ("state",)]))
    made = agree(draw(record(POSITION, scene, always, never=("state", "claims"))), scene.here)
    return {"says": "x"} | made if made.keys() <= REMARKS else made


STANDING = ("stance", "accepts", "rejects", "fixed")


def agree(made: dict[str, Any], told: Told) -> dict[str, Any]:
    """A position without what would contradict the rest of it."""
    if "state" in made:
        return {name: value for name, value in made.items() if name not in STANDING}
    if "claims" in made:
        made.pop("stance", None), made.pop("says", None)
    stance = made["claims"][0].get("stance") if "claims" in made else made.get("stance")
    if stance not in told.stances or made.get("fixed") is True:
        made.pop("accepts", None)
    if stance not in told.stances:
        made.pop("rejects", None)
    for name in ("accepts", "rejects"):
        if isinstance(made.get(name), list):
            made[name] = reach(made[name], stance, told, within=name == "accepts")
    return {name: value for name, value in made.items() if value != []}


def reach(stretch: list[Any], stance: Any, told: Told, *, within: bool) -> list[Any]:
    """What is accepted with the stance `within`, or what is rejected without it; nothing, if that is all."""
    spots = {told.stances.index(each) for each in stretch}
    here = told.stances.index(stance)
    if not told.ordered:
        return [told.stances[spot] for spot in sorted(spots | {here} if within else spots - {here})]
    if within:
        return [told.stances[min(spots | {here})], told.stances[max(spots | {here})]]
    beyond = [spot for spot in range(len(told.stances)) if (spot > here) == (max(spots) > here) and spot != here]
    return [told.stances[beyond[0]], told.stances[beyond[-1]]] if beyond else []


@st.composite
def verdict(draw: st.DrawFn, scene: Scene) -> Any:
    made = draw(record(VERDICT, scene, ("verdict",)))
    if "at" in made:
        made["verdict"] = "settled"
    return draw(st.sampled_from([made, made, made["verdict"] if len(made) == 1 else made]))


@st.composite
def rows(draw: st.DrawFn, scene: Scene) -> Any:
    """Positions by issue and party; one cell may be for several parties."""
    made = {}
    for issue in draw(st.lists(st.sampled_from(scene.issues), min_size=1, max_size=4, unique=True)):
        speak = draw(st.lists(st.sampled_from(scene.parties), min_size=1, max_size=5, unique=True))
        keys = [", ".join(speak)] if draw(st.integers(0, 9)) == 0 else speak
        made[issue] = {key: draw(cell(scene._replace(owner=issue))) for key in keys}
    return made


def rulings(scene: Scene) -> Values:
    """Verdicts by issue: one, or a list of several."""
    told = {issue: verdict(scene._replace(owner=issue)) for issue in scene.issues}
    each = {issue: one | st.lists(one, min_size=1, max_size=2) for issue, one in told.items()}
    return st.fixed_dictionaries({}, optional=each).map(lambda made: made or None)


def rounds(scene: Scene) -> Values:
    """Rounds in order."""
    made = st.tuples(*(record(ROUND, scene, ("positions",)) for _ in scene.rounds))
    return made.map(lambda each: dict(zip(scene.rounds, each, strict=True)))


def only_round(scene: Scene) -> Values:
    return record(SINGLE_ROUND, scene, ("id",)).map(lambda made: made | {"id": scene.rounds[0]})


THRESHOLDS = st.sampled_from([{"aligned": 1, "partial": 0}, {"aligned": 0.5}, {"partial": 0.7}])
RECORDS: Mapping[str, Callable[[Scene], Values]] = {
    "claim": lambda scene: record(CLAIM, scene, ("stance",)).map(lambda made: made or {"says": "x"}),
    "event": lambda scene: record(EVENT, scene, ("what",)),
    "thresholds": lambda _: THRESHOLDS,
    "sources": lambda scene: by_id(scene.sources, SOURCE, scene, "title"),
    "parties": lambda scene: by_id(scene.parties, PARTY, scene, "name") | st.just(scene.parties),
    "scales": lambda scene: scaled(scene.shared, SHARED_SCALE, scene, ()),
    "issues": lambda scene: scaled(scene.scales, ISSUE, scene, ("title",)),
    "proposals": lambda scene: by_id(["d0", "d1"], PROPOSAL, scene, "title"),
    "rounds": rounds,
    "only-round": only_round,
    "positions": rows,
    "verdicts": rulings,
}
"""What stands under a name that the tables refer to."""


@st.composite
def ids(draw: st.DrawFn, kind: str, least: int, most: int) -> list[str]:
    """Ids that a number keeps apart, some with hostile text behind it."""
    count = draw(st.integers(least, most))
    return [f"{kind}{number} {draw(st.just('') | st.just('') | SUFFIXES)}".strip() for number in range(count)]


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    """What there is to refer to."""
    parties, issues, names = draw(ids("p", 1, 5)), draw(ids("i", 1, 4)), draw(ids("c", 0, 2))
    measured = [party for party in parties if draw(st.integers(0, 4))]
    shared = {name: draw(own_scales()) for name in names}
    own = {issue: draw(scales(shared)) for issue in issues}
    return Scene(parties, measured, issues, draw(ids("r", 1, 3)), draw(ids("s", 0, 2)), shared, own)


@st.composite
def talks(draw: st.DrawFn, scene: Scene) -> dict[str, Any]:
    """A whole talks without an error, of what there is in a scene."""
    single = len(scene.rounds) == 1 and draw(st.booleans())
    written = ("round", "positions") if single else ("rounds",)
    never = ("rounds",) if single else ("round", "positions", "verdicts")
    always = ("talks", "sources", "parties", "scales", "issues", *written, *draw(st.sampled_from([(), ("proposals",)])))
    return draw(record(TALKS, scene, always, never))


WRONG: Values = TEXTS | st.sampled_from(
    [None, [], {}, "", -1, 101, 1e30, True, ["x"], [5, 6], {"x": "y"}, [["x"]], "unknown", "2026-13", "a@b", " a"]
)


@st.composite
def spoilt(draw: st.DrawFn, value: Any) -> Any:
    """The value with something in it replaced, renamed or gone."""
    keys = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    if not keys or not draw(st.integers(0, 3)):
        return draw(WRONG)
    key = draw(st.sampled_from(keys))
    if isinstance(value, list):
        return [draw(spoilt(one)) if place == key else one for place, one in enumerate(value)]
    if draw(st.integers(0, 5)):
        return value | {key: draw(spoilt(value[key]))}
    name = draw(TEXTS | st.none())
    kept = {name if other == key else other: one for other, one in value.items()}
    return {other: one for other, one in kept.items() if other is not None}


class Plain(yaml.SafeDumper):
    """Writes every value where it stands, without anchors."""

    def ignore_aliases(self, _: Any) -> bool:
        return True


def written(value: Any, *, block: bool) -> bytes:
    """A talks as YAML in blocks, or as JSON, which YAML contains."""
    if block:
        return yaml.dump(value, Dumper=Plain, allow_unicode=True, sort_keys=False, encoding="utf-8")
    return json.dumps(value, ensure_ascii=False).encode()
