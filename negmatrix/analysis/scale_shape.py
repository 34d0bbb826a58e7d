"""A scale as it is shown: its kind, its ends, and the names that lie on it."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from negmatrix.analysis.units import name_kind, name_unit
from negmatrix.model.scales import Level, Levels, Range, Scale
from negmatrix.source import Text


class ScaleStep(NamedTuple):
    """A level, an option, or a named value of a range: where it lies (0 to 1, None on options), what it means, and the
    number that a measured level carries.
    """

    name: Text
    place: Fraction | None
    means: Text | None
    at: Decimal | None = None


class ScaleShape(NamedTuple):
    """A scale. `kind` is levels, range, dates, options or text; `unit` is what its numbers are counted in; `ends` are
    the first and the last that may be named on it, None on options and text.
    """

    kind: str
    unit: str | None
    ends: tuple[Text, Text] | None
    steps: tuple[ScaleStep, ...]


def describe_scale(scale: Scale | None) -> ScaleShape:
    """The shape of a scale, its steps in its own order."""
    return ScaleShape(name_kind(scale), name_unit(scale), _find_ends(scale), tuple(_find_steps(scale)))


def _find_ends(scale: Scale | None) -> tuple[Text, Text] | None:
    if isinstance(scale, Range):
        return scale.ends
    return (scale.names[0], scale.names[-1]) if isinstance(scale, Levels) else None


def _find_steps(scale: Scale | None) -> Iterator[ScaleStep]:
    if isinstance(scale, Range):
        named = sorted((scale.place(value), value, means) for value, means in scale.anchors)
        yield from (ScaleStep(value, place, means) for place, value, means in named)
    elif isinstance(scale, Levels):
        yield from (ScaleStep(level.name, scale.place(level.name), level.means, level.at) for level in scale.levels)
    else:
        options: tuple[Level, ...] = scale.options if scale is not None else ()
        yield from (ScaleStep(option.name, None, option.means) for option in options)
