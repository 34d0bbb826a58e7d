"""Comparisons of talks in data and in cases, as a terminal shows them."""

from pathlib import Path

from negmatrix.analysis.changes import Changes, Side, measure_changes
from negmatrix.model.talks import Talks
from negmatrix.reading import read_talks
from negmatrix.source import SourceText

ROOT = Path(__file__).parent.parent
SHOWN = ROOT / "tests" / "cases" / "shown"
STEPS = {
    "writers-may-deal": ("writers", "may", "deal"),
    "writers-may-august": ("writers", "may", "august"),
    "ukraine-geneva-twenty-points": ("ukraine", "geneva", "twenty-points"),
    "ukraine-twenty-points-geneva-third": ("ukraine", "twenty-points", "geneva-third"),
}


def read_text(name: str, text: str) -> Talks:
    reading = read_talks([SourceText(name, text)])
    assert not reading.problems
    assert reading.talks is not None
    return reading.talks


def read(path: Path) -> Talks:
    return read_text(path.name, path.read_text(encoding="utf-8"))


def step(name: str) -> Changes:
    talks, before, after = STEPS[name]
    whole = read(ROOT / "data" / f"{talks}.yaml")
    return measure_changes(Side(whole, before, f"{talks}@{before}"), Side(whole, after, f"{talks}@{after}"))


def piers() -> Changes:
    before, after = (read(SHOWN / f"pier-{name}.yaml") for name in ("before", "after"))
    return measure_changes(Side(before, None, "pier-before.yaml"), Side(after, None, "pier-after.yaml"))
