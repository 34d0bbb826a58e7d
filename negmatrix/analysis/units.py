"""What moves on a scale are counted in."""

from fractions import Fraction

from negmatrix.model.scales import Levels, Options, Range, Scale


def find_unit(scale: Scale) -> Fraction:
    """The length of a scale in its own units, signed: last end less first; plain levels count from the first; options
    have none, 0.
    """
    if isinstance(scale, Range):
        return Fraction(scale.high) - Fraction(scale.low)
    if isinstance(scale, Levels):
        first, last = scale.levels[0].at, scale.levels[-1].at
        return Fraction(len(scale.levels) - 1) if first is None or last is None else Fraction(last) - Fraction(first)
    return Fraction()


def name_unit(scale: Scale | None) -> str | None:
    """What moves on a scale are counted in: its unit, days, levels; None for bare numbers and on options."""
    if isinstance(scale, Range):
        return "days" if scale.days else scale.unit
    if isinstance(scale, Levels):
        return scale.unit if scale.measured else "levels"
    return None


def name_kind(scale: Scale | None) -> str:
    """A scale's kind in a word: range, dates, levels, options or text."""
    if isinstance(scale, Range):
        return "dates" if scale.days else "range"
    return {Levels: "levels", Options: "options", type(None): "text"}[type(scale)]
