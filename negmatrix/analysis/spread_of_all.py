"""The spread of an issue's stances where all pairs are compared, as in most talks: a step for each place, none for a party."""

from collections.abc import Mapping

from negmatrix.analysis.gaps import Gap, Spread, find_lowest


def spread_all_on_line(at: Mapping[int, int], limit: int) -> Spread:
    """On an ordered scale, from the parties at each place."""
    line = sorted(at)
    counts = [at[place].bit_count() for place in line]
    passed = sum_passed = beyond = next_beyond = far = total = 0
    for place, count in zip(line, counts, strict=True):
        while place - line[next_beyond] > limit:
            beyond += counts[next_beyond]
            next_beyond += 1
        far += count * beyond
        total += count * (place * passed - sum_passed)
        passed += count
        sum_passed += count * place
    low, high = at[line[0]], at[line[-1]]
    group, others = sorted((low, high), key=find_lowest) if low != high else (low, 0)
    return _sum_up(at, far, total, _find_gap(group, others, line[-1] - line[0]))


def spread_all_on_options(at: Mapping[int, int], limit: int) -> Spread:
    """On options, where all who chose differently are equally far apart."""
    stated = sum(at.values())
    alike = sum(mask.bit_count() ** 2 for mask in at.values())
    apart = (stated.bit_count() ** 2 - alike) // 2
    group = min(at.values(), key=find_lowest)
    return _sum_up(at, apart if limit < 1 else 0, apart, _find_gap(group, stated ^ group, 1))


def _find_gap(group: int, others: int, distance: int) -> Gap:
    """The first pair between two groups, of which the first holds the lower number, or within the only one."""
    left = find_lowest(group)
    return Gap(distance, left, find_lowest(others)) if others else Gap(0, left, find_lowest(group ^ 1 << left))


def _sum_up(at: Mapping[int, int], far: int, total: int, widest: Gap) -> Spread:
    stated = sum(at.values())
    parties = stated.bit_count()
    pairs = parties * (parties - 1) // 2
    return Spread(pairs, far, total, stated if pairs else 0, widest if pairs else None)
