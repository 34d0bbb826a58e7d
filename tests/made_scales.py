"""Scales in all the forms in which they can be written, each with the stances that there are on it."""

from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from negmatrix.model.scales import BUILT_IN, RESERVED
from negmatrix.reading.levels import LEVEL
from tests.made_values import DAYS, NO_SCALE, TEXTS, Scale, Told

NAMES = st.lists(TEXTS.filter(lambda text: text not in RESERVED), min_size=2, max_size=5, unique=True)
PLACES = st.integers(-1000, 1000) | st.integers(-8, 8).map(lambda eighths: eighths / 8)
POWERS = st.sampled_from([1, 1, 1, 10**20, 1e-20])


@st.composite
def named(draw: st.DrawFn, steps: bool) -> Any:
    """Levels or options: a list, or each with what it means; `steps` may have their places too."""
    names = draw(NAMES)
    if draw(st.booleans()):
        return names
    places: Iterable[Any] = [None] * len(names)
    if steps and draw(st.booleans()):
        lie = st.lists(PLACES, min_size=len(names), max_size=len(names), unique=True)
        places = sorted(draw(lie), reverse=draw(st.booleans()))
    return {name: draw(level(name, place)) for name, place in zip(names, places, strict=True)}


@st.composite
def level(draw: st.DrawFn, name: str, place: Any) -> Any:
    if place is None and draw(st.booleans()):
        return draw(TEXTS)
    fields = {"at": place, "means": draw(st.none() | TEXTS), "was": draw(st.sampled_from([None, f"{name} before"]))}
    assert fields.keys() == LEVEL.keys(), "a field of a level that is not drawn"
    return {key: value for key, value in fields.items() if value is not None} or {"means": "all"}


@st.composite
def ranges(draw: st.DrawFn) -> Scale:
    """Ranges of numbers and of days, rising and falling, of all sizes."""
    if draw(st.booleans()):
        days = sorted(day.isoformat() for day in draw(st.lists(DAYS, min_size=2, max_size=5, unique=True)))
        stances: list[Any] = days if draw(st.booleans()) else days[::-1]
    else:
        power = draw(POWERS)
        spots = sorted(spot * power for spot in draw(st.lists(PLACES, min_size=2, max_size=6, unique=True)))
        stances = spots if draw(st.booleans()) else spots[::-1]
    fields = {"range": [stances[0], stances[-1]]}
    anchors = draw(st.none() | st.dictionaries(st.sampled_from(stances).map(str), TEXTS, min_size=1, max_size=2))
    return Scale(fields | ({"anchors": anchors} if anchors else {}) | draw(UNITS), Told(stances))


UNITS = st.sampled_from([{}, {"unit": "%"}]) | TEXTS.map(lambda text: {"unit": text})


@st.composite
def own_scales(draw: st.DrawFn) -> Scale:
    """The fields of a scale that has to be described."""
    kind = draw(st.sampled_from(["levels", "range", "options"]))
    if kind == "range":
        return draw(ranges())
    names = draw(named(kind == "levels"))
    places = isinstance(names, dict) and all(isinstance(one, dict) and "at" in one for one in names.values())
    return Scale({kind: names} | (draw(UNITS) if places else {}), Told(list(names), ordered=kind == "levels"))


@st.composite
def scales(draw: st.DrawFn, shared: dict[str, Scale]) -> Scale:
    """What gives an issue its scale: one of its own, one by name, or none."""
    known = {name: scale.told for name, scale in shared.items()} | BY_NAME
    name = draw(st.sampled_from([None, None, *shared, *known]))
    if name is not None:
        return Scale({"scale": name}, known[name])
    return draw(own_scales()) if draw(st.integers(0, 4)) else NO_SCALE


BY_NAME = {name: Told(list(map(str, scale.names))) for name, scale in BUILT_IN.items()}
