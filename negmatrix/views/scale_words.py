"""Values and stretches of a scale as people read them."""

from collections.abc import Sequence

from negmatrix.analysis.centre import Value
from negmatrix.analysis.meeting import Reach
from negmatrix.analysis.scale_shape import ScaleShape
from negmatrix.views.amounts import show_number
from negmatrix.views.cells import show_stance


def find_unit_words(shape: ScaleShape) -> str | None:
    """The unit that follows a stance on this scale: levels, options and dates are told without."""
    return shape.unit if shape.kind == "range" else None


def show_value(value: Value, shape: ScaleShape) -> str:
    """A value with its unit: 12 nights, 2020-03-31, the name of a level."""
    if isinstance(value, str):
        return value
    return show_stance(show_number(value), None if shape.unit == "levels" else shape.unit)


def show_centre(value: Value, levels: Sequence[str], shape: ScaleShape) -> str:
    """A centre with its unit, on plain levels as in: near open (step 0.4 of 0 to 2); between open and for (...)."""
    if not levels:
        return show_value(value, shape)
    if len(levels) == 1 and value == [str(step.name) for step in shape.steps].index(levels[0]):
        return levels[0]
    near = f"near {levels[0]}" if len(levels) == 1 else f"between {levels[0]} and {levels[1]}"
    return f"{near} (step {show_value(value, shape)} of 0 to {len(shape.steps) - 1})"


def show_reach(reach: Reach, shape: ScaleShape, quoted: bool = False) -> str:
    """A stretch as in: 8 to 12 nights; over 8 to under 12 nights; one value alone. Within a sentence, names of levels
    and options are `quoted`.
    """
    last = _quote(reach.high, quoted) if shape.kind in ("levels", "options") else show_value(reach.high, shape)
    if reach.low == reach.high:
        return last
    low = _quote(reach.low, quoted and shape.kind == "levels") if isinstance(reach.low, str) else show_number(reach.low)
    first = low if reach.low_included else f"over {low}"
    return f"{first} to {last}" if reach.high_included else f"{first} to under {last}"


def _quote(name: Value, quoted: bool) -> str:
    return f"“{name}”" if quoted else str(name)


def show_reaches(reaches: Sequence[Reach], shape: ScaleShape, quoted: bool = False) -> str:
    """Several stretches in a row: a to b and d to e; options with commas between them; none of it: nothing."""
    if not reaches:
        return "nothing"
    told = [show_reach(reach, shape, quoted) for reach in reaches]
    if shape.kind == "options":
        return ", ".join(told)
    return f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else told[0]


def show_stretch(stretch: Sequence[str], shape: ScaleShape) -> str:
    """What a party accepts or rejects, as written: two ends, or options."""
    if shape.kind == "options":
        return ", ".join(stretch)
    last = show_stance(stretch[-1], find_unit_words(shape))
    return last if stretch[0] == stretch[-1] else f"{stretch[0]} to {last}"
