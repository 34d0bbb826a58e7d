"""Columns fitted into a width: as they are, narrowed where words allow it, or parted into bands."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

GAP = 2
Needs: TypeAlias = Mapping[tuple[int, int], int]
"""The joint width that the columns from one up to, not including, another need for a cell that covers them."""


class Measures(NamedTuple):
    """What a table's columns want. `natural`: without wrapping; `floor`: at least; `weight`: how much text they hold;
    `joint` and `joint_natural`: what cells that cover several columns want.
    """

    natural: list[int]
    floor: list[int]
    weight: list[float]
    fixed: list[bool]
    joint: Needs
    joint_natural: Needs


class Band(NamedTuple):
    """Columns, by their number in the table, that stand beside each other, and their widths."""

    columns: list[int]
    widths: list[int]


def stand_whole(natural: Sequence[int], needs: Needs, room: int | None) -> Band | None:
    """All columns side by side at their natural widths, if there is room for that; None asks for any room."""
    columns = list(range(len(natural)))
    widths = widen(natural, columns, needs)
    return Band(columns, widths) if room is None or total(widths) <= room else None


def fit_bands(measures: Measures, room: int) -> list[Band]:
    """The bands that show all columns in the room, the fixed ones in each; none if not even one other column fits."""
    return [Band(part, _share(measures, part, room)) for part in _part(measures, room)]


def total(widths: Sequence[int]) -> int:
    """The width of columns beside each other, with the gaps."""
    return sum(widths) + GAP * max(0, len(widths) - 1)


def _part(measures: Measures, room: int) -> list[list[int]]:
    """Bands of as many columns as fit, then evened out so that the last is not left with one or two."""
    moving = [column for column, fixed in enumerate(measures.fixed) if not fixed]
    bands = _fill(measures, moving, room, len(moving) or 1)
    if len(bands) > 1:
        even = _fill(measures, moving, room, -(-len(moving) // len(bands)))
        bands = even if len(even) == len(bands) else bands
    return bands


def _fill(measures: Measures, moving: list[int], room: int, most: int) -> list[list[int]]:
    """Bands with at most so many moving columns each; none if one alone is too wide."""
    bands: list[list[int]] = []
    taken: list[int] = []
    for column in moving:
        if taken and (len(taken) == most or not _fits(measures, [*taken, column], room)):
            bands.append(_with_fixed(measures, taken))
            taken = []
        taken.append(column)
        if len(taken) == 1 and not _fits(measures, taken, room):
            return []
    if not moving and not _fits(measures, [], room):
        return []
    return [*bands, _with_fixed(measures, taken)]


def _with_fixed(measures: Measures, moving: list[int]) -> list[int]:
    return sorted(moving + [column for column, fixed in enumerate(measures.fixed) if fixed])


def _fits(measures: Measures, moving: list[int], room: int) -> bool:
    columns = _with_fixed(measures, moving)
    return total(_floors(measures, columns)) <= room


def _floors(measures: Measures, columns: list[int]) -> list[int]:
    return widen([measures.floor[column] for column in columns], columns, measures.joint)


def widen(widths: Sequence[int], columns: list[int], needs: Needs) -> list[int]:
    """The widths, the last covered column widened where a cell that covers several needs more than they have."""
    wide = list(widths)
    for (start, stop), need in needs.items():
        covered = [place for place, column in enumerate(columns) if start <= column < stop]
        if covered:
            wide[covered[-1]] += max(0, need - total([wide[place] for place in covered]))
    return wide


def _share(measures: Measures, columns: list[int], room: int) -> list[int]:
    """Widths between floor and natural that add up to the room, shared by how much text the columns hold."""
    low = _floors(measures, columns)
    high = [max(floor, measures.natural[column]) for floor, column in zip(low, columns, strict=True)]
    wide = widen(high, columns, measures.joint_natural)
    if total(wide) <= room:
        return wide
    room -= GAP * (len(columns) - 1)
    if sum(high) <= room:
        return high
    weights = [measures.weight[column] for column in columns]
    widths = _clamp(weights, low, high, _find_scale(weights, low, high, room))
    for place in sorted(range(len(columns)), key=lambda place: widths[place] - high[place]):
        widths[place] += min(room - sum(widths), high[place] - widths[place])
    return widths


def _find_scale(weights: list[float], low: list[int], high: list[int], room: int) -> float:
    """By halving: the greatest scale at which the clamped widths do not exceed the room."""
    least, most = 0.0, max(high) / min(weights)
    for _ in range(40):
        middle = (least + most) / 2
        if sum(_clamp(weights, low, high, middle)) <= room:
            least = middle
        else:
            most = middle
    return least


def _clamp(weights: list[float], low: list[int], high: list[int], scale: float) -> list[int]:
    return [min(most, max(least, int(weight * scale))) for weight, least, most in zip(weights, low, high, strict=True)]
