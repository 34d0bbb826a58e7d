"""How long a diff of two files takes against a check of the two, in whole processes, by processor time.

    python tests/benchmarks/diff_against_check.py [ISSUES PARTIES]

Every stance and all words differ. The ratio should stay below 1.5 for 1,000 issues and 40 parties.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random

SCALES = ("range: [0, 100], unit: kt", "levels: [a, b, c, d, e]", "options: [x, y, z]")
RUNS = 5


def write_talks(path: Path, issues: int, parties: int, seed: int) -> None:
    """A talks of one round; with another seed all stances are others."""
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
    if kind == 0:
        return str(number + 50 * (seed % 2))
    names = ("ab", "cde")[seed % 2] if kind == 1 else ("x", "yz")[seed % 2]
    return names[number % len(names)]


def time_command(*words: str) -> float:
    """The least processor time of several runs, in seconds: what else runs on the machine adds little to it."""
    return min(time_once(*words) for _ in range(RUNS))


def time_once(*words: str) -> float:
    before = os.times()
    program = "from negmatrix.cli import main; main()"
    subprocess.run([sys.executable, "-c", program, *words], stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    issues, parties = (int(words) for words in sys.argv[1:3]) if len(sys.argv) > 2 else (1000, 40)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("before.yaml", "after.yaml")]
        for seed, path in enumerate(paths):
            write_talks(path, issues, parties, seed)
        names = [str(path) for path in paths]
        check, diff = time_command("check", *names), time_command("diff", *names)
        print(f"{issues} issues, {parties} parties: check {check:.2f} s, diff {diff:.2f} s, ratio {diff / check:.2f}")


if __name__ == "__main__":
    main()
