"""Talks made up for benchmarks, of any size."""

from pathlib import Path
from random import Random

SCALES = ("range: [0, 100], unit: kt", "levels: [a, b, c, d, e]", "options: [x, y, z]")


def write_talks(path: Path, issues: int, parties: int, seed: int = 0) -> None:
    """A talks of one round, with a stance and words in each cell; with an odd seed all stances are others than with an
    even one.
    """
    random = Random(seed)  # noqa: S311 - made-up numbers, no secret
    lines = ["talks: Big", "parties:", *(f"  p{number}: Party {number}" for number in range(parties)), "issues:"]
    lines += [f"  i{number}: {{title: Issue {number}, {SCALES[number % 3]}}}" for number in range(issues)]
    lines.append("positions:")
    for issue in range(issues):
        lines.append(f"  i{issue}:")
        for party in range(parties):
            stance = choose_stance(issue % 3, random.randint(0, 49), seed)
            lines.append(f"    p{party}: {{stance: {stance}, says: Words number {random.randint(0, 10**6)} here}}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def choose_stance(kind: int, number: int, seed: int) -> str:
    """A stance on one of the scales."""
    if kind == 0:
        return str(number + 50 * (seed % 2))
    names = ("ab", "cde")[seed % 2] if kind == 1 else ("x", "yz")[seed % 2]
    return names[number % len(names)]
