"""Details that appear, vanish or become others, in the words of a comparison of two files."""

import json
from pathlib import Path

import pytest

from tests.calling import call

TALKS = """talks: Quota
sources: {minutes: Minutes%(source)s}
parties: {a: {name: A%(party)s}, b: B}
issues: {x: {title: X, range: [0, 10], unit: kt%(issue)s}, y: {title: Y, range: [0, 1]}}
proposals: {draft: {title: Draft%(proposal)s}}
round: {id: r%(round)s}
positions: {x: {a: {stance: 1%(cell)s}, b: %(b)s}}
%(top)s"""
PARTS = ("source", "party", "issue", "proposal", "round", "cell", "top")


def write(path: Path, parts: dict[str, str]) -> str:
    path.write_text(TALKS % (dict.fromkeys(PARTS, "") | {"b": "2"} | parts), encoding="utf-8")
    return str(path)


def compare(folder: Path, before: dict[str, str], after: dict[str, str], *words: str) -> str:
    files = [write(folder / f"{name}.yaml", parts) for name, parts in (("before", before), ("after", after))]
    return call("diff", *files, *words).out


CASES = [
    ({"source": ", letter: A letter"}, "source added: letter, “A letter”", "source removed: letter, “A letter”"),
    ({"source": ", round_2: Second"}, "source added: round_2, “Second”", "source removed: round_2, “Second”"),
    ({"cell": ", salience: 0"}, "salience 0, none before", "salience: none now, was 0"),
    ({"cell": ", interest: Rest"}, "interest Rest, none before", "interest: none now, was Rest"),
    ({"cell": ", depends_on: [y]"}, "depends on y, none before", "depends on: none now, was y"),
    ({"cell": ", red_line: Never"}, "red line Never, none before", "red line: none now, was Never"),
    ({"cell": ", confidence: high"}, "confidence high, none before", "confidence: none now, was high"),
    ({"cell": ", disputed: true"}, "disputed no → yes", "disputed yes → no"),
    ({"cell": ", accepts: [0, 4]"}, "accepts 0 to 4 kt, not said before", "no longer says what it accepts, was 0 to 4 kt"),
    ({"cell": ", rejects: [5, 6]"}, "rejects 5 to 6 kt, not said before", "no longer says what it rejects, was 5 to 6 kt"),
    ({"cell": ", note: Why"}, "note added", "note removed"),
    ({"cell": ", by: Ann"}, "speaker added", "speaker removed"),
    ({"cell": ", date: 2026-01"}, "date added", "date removed"),
    ({"cell": ", source: minutes"}, "source added", "source removed"),
    ({"issue": ", next: Draft"}, "next Draft, none before", "next: none now, was Draft"),
    ({"issue": ", status_quo: 3"}, "status quo 3, none before", "status quo: none now, was 3"),
    ({"issue": ", note: Why"}, "note added", "note removed"),
    ({"party": ", batna: Waits"}, "A: batna Waits, none before", "A: batna: none now, was Waits"),
    ({"proposal": ", from: [a]"}, "proposal draft: from a, none before", "proposal draft: from: none now, was a"),
    ({"proposal": ", terms: {x: 3}"}, "proposal draft: X 3, none before", "proposal draft: X: none now, was 3"),
    ({"round": ", date: 2026-01"}, "round date 2026-01, none before", "round date: none now, was 2026-01"),
    ({"round": ", source: minutes"}, "round source added", "round source removed"),
    ({"top": "about: Fish"}, "talks: about Fish, none before", "talks: about: none now, was Fish"),
    ({"top": "stale_after: 3"}, "talks: stale after 3, none before", "talks: stale after: none now, was 3"),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "added", "removed"), CASES, ids=[str(case[1]) for case in CASES])
def test_what_appears_and_vanishes_is_said_to(parts: dict[str, str], added: str, removed: str, tmp_path: Path) -> None:
    assert added in {line.strip(" •") for line in _told(compare(tmp_path, {}, parts))}
    assert removed in {line.strip(" •") for line in _told(compare(tmp_path, parts, {}))}


def _told(text: str) -> list[str]:
    """Each line as it is, and without the name of the party before it."""
    return [told for line in text.splitlines() for told in (line, line.removeprefix("   A").removeprefix(" X"))]


def test_a_source_with_another_title_is_told_with_both_and_one_with_another_author_with_one(tmp_path: Path) -> None:
    old, renamed = {"source": ", letter: A letter"}, {"source": ", letter: Her letter"}
    assert "source changed: letter, “A letter” → “Her letter”" in compare(tmp_path, old, renamed)
    signed = {"source": ", letter: {title: A letter, author: Ann}"}
    assert "source changed: letter, “A letter”\n" in compare(tmp_path, old, signed)


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_every_format_says_what_became_of_a_source(form: str, tmp_path: Path) -> None:
    text = compare(tmp_path, {"source": ", letter: A letter"}, {"source": ", note: A note"}, "-f", form)
    assert "source removed: letter, “A letter”" in text
    assert "source added: note, “A note”" in text


def test_a_rounds_details_are_not_taken_for_those_of_the_talks(tmp_path: Path) -> None:
    text = compare(tmp_path, {"round": ", title: First"}, {"round": ", title: Opening"})
    assert "• round title First → Opening\n" in text
    record = json.loads(compare(tmp_path, {"round": ", title: First"}, {"round": ", title: Opening"}, "-f", "json"))
    assert [change["field"] for change in record["changes"]] == ["round_title"]


def test_a_state_has_no_unit(tmp_path: Path) -> None:
    assert "not applicable now, was withdrawn\n" in compare(tmp_path, {"b": "withdrawn"}, {"b": "n/a"})


SCALED = """talks: T
parties: [a, b]
scales: {%s}
issues: {x: {title: X, %s}, y: {title: Y, %s}}
positions: {x: {a: %s, b: open}, y: {b: %s}}
"""
OLD = "levels: [against, open, for]"
NEW = "levels: {no: {was: against}, open: {means: Neither}, yes: {was: for}}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((f"view: {{{OLD}}}", "scale: view"), (f"opinion: {{{NEW}, was: view}}", "scale: opinion")),
        ((f"view: {{{OLD}}}", "scale: view"), (f"view: {{{NEW}}}", "scale: view")),
        ((f"view: {{{OLD}}}", OLD), (f"view: {{{NEW}}}", "scale: view")),
        ((f"view: {{{OLD}}}", "scale: view"), ("other: {levels: [p, q]}", NEW)),
    ],
)
def test_levels_renamed_on_a_shared_scale_are_the_levels_that_they_were(
    before: tuple[str, str], after: tuple[str, str], tmp_path: Path
) -> None:
    """As on an issue's own scale; the id of a shared scale is no part of what is compared."""
    (tmp_path / "old.yaml").write_text(SCALED % (before[0], before[1], before[1], "against", "for"), encoding="utf-8")
    (tmp_path / "new.yaml").write_text(SCALED % (after[0], after[1], after[1], "no", "yes"), encoding="utf-8")
    for files in (("old.yaml", "new.yaml"), ("new.yaml", "old.yaml")):
        record = json.loads(call("diff", *(tmp_path / name for name in files), "-f", "json").out)
        assert {(change["kind"], change["field"], change["party"]) for change in record["changes"]} == {
            ("detail changed", "scale", None)
        }
